package dev.burin.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The records and enums of the methods that an author declared, and what they are to the network: a
 * record is a sample, component by component, and a constant of an enum is a class. Generated
 * classes say it, and data sets of records ask for it; immutable.
 */
public final class FloatRecords {

  private static final FloatRecords NONE = new FloatRecords(List.of(), Map.of());

  private final List<Form<?>> forms;
  private final Map<Enum<?>, Integer> numbers;

  private FloatRecords(List<Form<?>> forms, Map<Enum<?>, Integer> numbers) {
    this.forms = forms;
    this.numbers = numbers;
  }

  /**
   * Reads one sample.
   *
   * @param <R> the record that it is
   */
  @FunctionalInterface
  public interface Reader<R extends Record> {

    /** Puts the components in their order into {@code x} from {@code at} on. */
    void read(R sample, float[] x, int at);
  }

  private record Form<R extends Record>(Class<R> type, List<String> names, Reader<R> reader) {
    void read(Record sample, float[] x, int at) {
      reader.read(type.cast(sample), x, at);
    }
  }

  /** No record and no enum. */
  public static FloatRecords none() {
    return NONE;
  }

  /**
   * These and one more record.
   *
   * @param names of its components, separated by commas
   */
  public <R extends Record> FloatRecords reads(Class<R> type, String names, Reader<R> reader) {
    List<Form<?>> more = new ArrayList<>(forms);
    more.add(new Form<>(type, List.of(names.split(",", -1)), reader));
    return new FloatRecords(List.copyOf(more), numbers);
  }

  /**
   * These and one more enum.
   *
   * @param type what the constants are of
   * @param constants in the order of the outputs
   */
  public <E extends Enum<E>> FloatRecords answer(Class<E> type, E[] constants) {
    Map<Enum<?>, Integer> more = new HashMap<>(numbers);
    for (int i = 0; i < constants.length; i++) {
      more.put(type.cast(constants[i]), i);
    }
    return new FloatRecords(forms, Map.copyOf(more));
  }

  /**
   * The names of the components of a record.
   *
   * @throws IllegalArgumentException if no method takes such a record
   */
  public List<String> names(Record sample) {
    return form(sample).names;
  }

  /**
   * Reads one sample, as the method that takes such a record does.
   *
   * @param x receives its components from {@code at} on
   * @throws IllegalArgumentException if no method takes such a record
   */
  public void read(Record sample, float[] x, int at) {
    form(sample).read(sample, x, at);
  }

  /**
   * The class that a constant stands for, from 0 up.
   *
   * @throws IllegalArgumentException if no method answers with such an enum
   */
  public int number(Enum<?> constant) {
    Objects.requireNonNull(constant, "The constant is null; give one of the enum that answers.");
    @Nullable Integer number = numbers.get(constant);
    if (number == null) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s of %s is no answer of the network; give constants of %s.",
              constant.name(),
              constant.getDeclaringClass().getSimpleName(),
              listed(
                  numbers.keySet().stream()
                      .map(each -> each.getDeclaringClass().getSimpleName())
                      .toList(),
                  "an enum that a method of its interface returns")));
    }
    return number;
  }

  private Form<?> form(Record sample) {
    Objects.requireNonNull(sample, "The record is null; give a sample.");
    for (Form<?> form : forms) {
      if (form.type == sample.getClass()) {
        return form;
      }
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "The network does not read the record %s; give %s.",
            sample.getClass().getSimpleName(),
            listed(
                forms.stream().map(form -> form.type.getSimpleName()).toList(),
                "one that a method of its interface takes")));
  }

  private static String listed(List<String> types, String otherwise) {
    return types.isEmpty()
        ? otherwise
        : types.stream().distinct().sorted().collect(Collectors.joining(" or "));
  }
}
