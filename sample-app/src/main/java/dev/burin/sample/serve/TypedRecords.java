package dev.burin.sample.serve;

import dev.burin.sample.json.JsonText;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The records of a network that is typed: those whose methods take a record read the same one from
 * JSON, by the names of its components, and as exactly as the generated class.
 */
public final class TypedRecords implements Records {

  private final RecordComponent[] components;

  private TypedRecords(RecordComponent[] components) {
    this.components = components;
  }

  /**
   * The records that a class of records stands for.
   *
   * @throws IllegalArgumentException if a component is neither a number nor a truth
   */
  public static TypedRecords of(Class<? extends Record> type) {
    RecordComponent[] components = type.getRecordComponents();
    for (RecordComponent component : components) {
      if (!component.getType().isPrimitive() || component.getType() == char.class) {
        throw new IllegalArgumentException(
            component + " of " + type.getName() + " is neither a number nor a boolean.");
      }
    }
    return new TypedRecords(components);
  }

  @Override
  public List<String> fields() {
    return Arrays.stream(components).map(RecordComponent::getName).toList();
  }

  @Override
  public float[] inputs(Map<String, @Nullable Object> record) {
    for (String name : record.keySet()) {
      if (!fields().contains(name)) {
        throw new IllegalArgumentException(
            "Field \"" + JsonText.shown(name) + "\" is unknown; the fields are " + names() + ".");
      }
    }
    float[] x = new float[components.length];
    for (int j = 0; j < x.length; j++) {
      RecordComponent component = components[j];
      if (!record.containsKey(component.getName())) {
        throw new IllegalArgumentException(
            "Field \"" + component.getName() + "\" is missing; the fields are " + names() + ".");
      }
      x[j] = input(component, record.get(component.getName()));
    }
    return x;
  }

  private String names() {
    return fields().stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
  }

  private static float input(RecordComponent component, @Nullable Object given) {
    Class<?> type = component.getType();
    if (type == boolean.class) {
      if (given instanceof Boolean truth) {
        return truth ? 1 : 0;
      }
      throw wrong(component, given, "true or false");
    }
    if (!(given instanceof Double number)) {
      throw wrong(component, given, "a number");
    }
    if (type == float.class || type == double.class) {
      // As the generated class does: an int or a double of a record is rounded once.
      float rounded = number.floatValue();
      if (!Float.isFinite(rounded)) {
        throw wrong(component, given, "a finite float");
      }
      return rounded;
    }
    double most = most(type);
    double least = type == long.class ? -0x1p63 : -most - 1;
    if (number != Math.rint(number) || number < least || number > most) {
      throw wrong(
          component,
          given,
          String.format(
              Locale.ROOT, "a whole number of %d bits", type == long.class ? 64 : bits(type)));
    }
    return number.floatValue();
  }

  private static int bits(Class<?> type) {
    return type == byte.class ? Byte.SIZE : type == short.class ? Short.SIZE : Integer.SIZE;
  }

  private static double most(Class<?> type) {
    return type == long.class ? 0x1.fffffffffffffp62 : (1L << (bits(type) - 1)) - 1;
  }

  private static IllegalArgumentException wrong(
      RecordComponent component, @Nullable Object given, String expected) {
    String shown = given instanceof String text ? "\"" + JsonText.shown(text) + "\"" : "" + given;
    return new IllegalArgumentException(
        "Field \"" + component.getName() + "\" is " + shown + ", not " + expected + ".");
  }
}
