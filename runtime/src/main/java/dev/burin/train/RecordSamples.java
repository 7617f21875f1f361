package dev.burin.train;

import dev.burin.data.Dataset;
import dev.burin.data.DoubleTable;
import dev.burin.data.Labels;
import dev.burin.data.Table;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.Engraved;
import dev.burin.network.FloatNetwork;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Data sets of a program's own records. A network whose author declared a method that takes a
 * record reads samples of that record here by the same code, and knows which class each constant of
 * its enum is:
 *
 * <pre>{@code
 * record Picked(Fruit fruit, Kind kind) {}
 *
 * Dataset data = RecordSamples.classes(fruits, picked, Picked::fruit, Picked::kind);
 * }</pre>
 *
 * <p>Samples are numbered from 0 in messages. Lists are read once, and nothing of them is kept.
 */
public final class RecordSamples {

  private RecordSamples() {}

  /**
   * Samples of known classes.
   *
   * @param network a generated class; its author's interface has a method that takes such records
   *     and one that answers with such an enum
   * @param samples as a program has them, such as a record that holds both
   * @param input the record of a sample, whose components are the inputs
   * @param answer the constant that a sample's class is
   * @throws IllegalArgumentException if the network reads no such record or answers with no such
   *     enum, or if a component is NaN or infinite
   * @throws NullPointerException if a sample, its record or its constant is null
   */
  public static <S, R extends Record, E extends Enum<E>> Dataset classes(
      Engraved<?> network,
      List<S> samples,
      Function<? super S, R> input,
      Function<? super S, E> answer) {
    check(network, samples, input);
    Objects.requireNonNull(answer, "The function that gives the class is null; give one.");
    int[] numbers = new int[samples.size()];
    for (int i = 0; i < numbers.length; i++) {
      E constant = part(samples, i, answer, "class");
      numbers[i] =
          switch (network.network()) {
            case FloatNetwork floats -> floats.records().number(constant);
            case DoubleNetwork doubles -> doubles.records().number(constant);
          };
    }
    Labels labels = Labels.of(numbers);
    int outputs = network.network().shape().outputs();
    Table targets = outputs == 1 ? labels.binary() : labels.oneHot(outputs);
    return new Dataset(features(network, samples, input), targets);
  }

  /**
   * Samples of known numbers.
   *
   * @param network a generated class; its author's interface has a method that takes such records
   * @param samples as a program has them, such as a record that holds both
   * @param input the record of a sample, whose components are the inputs
   * @param outputs a number of the sample for each output of the network, in their order
   * @throws IllegalArgumentException if the network reads no such record or has another number of
   *     outputs, or if a component or a number is NaN or infinite
   * @throws NullPointerException if a sample or its record is null
   */
  @SafeVarargs
  public static <S, R extends Record> Dataset numbers(
      Engraved<?> network,
      List<S> samples,
      Function<? super S, R> input,
      ToDoubleFunction<? super S>... outputs) {
    check(network, samples, input);
    int columns = network.network().shape().outputs();
    if (Objects.requireNonNull(outputs, "The functions are null.").length != columns) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The network has %d outputs, but there are %d functions that give a number; give one"
                  + " for each output.",
              columns,
              outputs.length));
    }
    double[] y = new double[room(samples.size(), columns)];
    for (int i = 0; i < samples.size(); i++) {
      S sample = part(samples, i, Function.identity(), "sample");
      for (int j = 0; j < columns; j++) {
        double number = outputs[j].applyAsDouble(sample);
        if (!Double.isFinite(number)) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "Output %d of sample %d should be %s; a training needs finite numbers, so replace"
                      + " it or leave the sample out.",
                  j,
                  i,
                  number));
        }
        y[i * columns + j] = number;
      }
    }
    Table targets = new DoubleTable(samples.size(), columns, y);
    return new Dataset(features(network, samples, input), targets);
  }

  private static void check(Engraved<?> network, List<?> samples, Function<?, ?> input) {
    Objects.requireNonNull(network, "The network is null; give a generated class.");
    Objects.requireNonNull(samples, "The list of samples is null; give one, which may be empty.");
    Objects.requireNonNull(input, "The function that gives the record is null; give one.");
  }

  private static <S> Table features(
      Engraved<?> network, List<S> samples, Function<? super S, ? extends Record> input) {
    return switch (network.network()) {
      case FloatNetwork floats -> FloatRecordTable.of(floats, samples, input);
      case DoubleNetwork doubles -> DoubleRecordTable.of(doubles, samples, input);
    };
  }

  /** The length of an array of so many rows. */
  static int room(int rows, int columns) {
    long room = (long) rows * columns;
    if (room > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d samples of %d numbers do not fit into one array; make several data sets.",
              rows,
              columns));
    }
    return (int) room;
  }

  /** What a function gives for a sample, which must be something. */
  static <S, T> T part(List<S> samples, int i, Function<? super S, ? extends T> part, String what) {
    S sample =
        Objects.requireNonNull(
            samples.get(i), () -> "Sample " + i + " is null; leave it out of the list.");
    return Objects.requireNonNull(
        part.apply(sample),
        () -> "The " + what + " of sample " + i + " is null; leave the sample out of the list.");
  }
}
