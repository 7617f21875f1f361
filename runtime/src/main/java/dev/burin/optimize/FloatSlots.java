package dev.burin.optimize;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the rule of an optimizer remembers in one training: an array for each {@link Slot}, laid out
 * as the parameters. It is the whole state of a rule: written back, a training goes on from there.
 */
public final class FloatSlots {

  private final Map<String, float[]> arrays = new LinkedHashMap<>();

  /**
   * Slots before the first update.
   *
   * @param slots their names, each once, and what they start at
   * @param length the number of parameters, padding included
   * @throws IllegalArgumentException if two slots have one name or the length is negative
   */
  public FloatSlots(List<Slot> slots, int length) {
    Objects.requireNonNull(slots, "The slots are null; give a list, empty if there are none.");
    if (length < 0) {
      throw new IllegalArgumentException("The number of parameters is " + length + ", below 0.");
    }
    for (Slot slot : slots) {
      float[] array = new float[length];
      if (slot.start() != 0) {
        Arrays.fill(array, (float) slot.start());
      }
      if (arrays.put(slot.name(), array) != null) {
        throw new IllegalArgumentException(
            "Two slots have the name '" + slot.name() + "'; give each its own.");
      }
    }
  }

  /** The names, in the order in which the optimizer gave them. */
  public List<String> names() {
    return List.copyOf(arrays.keySet());
  }

  /**
   * The array of a slot itself, read and written in place.
   *
   * @throws IllegalArgumentException if there is no slot of this name
   */
  public float[] get(String name) {
    float[] array = arrays.get(Objects.requireNonNull(name, "The name of the slot is null."));
    if (array == null) {
      throw new IllegalArgumentException(
          "There is no slot '" + name + "', only " + arrays.keySet() + ".");
    }
    return array;
  }

  @Override
  public String toString() {
    return "slots " + arrays.keySet();
  }
}
