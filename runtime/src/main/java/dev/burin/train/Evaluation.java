package dev.burin.train;

import dev.burin.data.Samples;
import dev.burin.data.Shuffle;
import dev.burin.kernel.Decision;
import dev.burin.kernel.DoubleNetwork;
import dev.burin.kernel.Engraved;
import dev.burin.kernel.FloatNetwork;
import dev.burin.kernel.NeuralNetwork;
import java.util.Locale;
import java.util.Objects;

/**
 * How well a classifier answers on some data.
 *
 * <p>A single output tells two classes apart, and the target is 0 or 1; several outputs tell as
 * many classes apart. The class of outputs and of targets is that of {@link Decision}, by which
 * networks answer with a class too. A sample without a class, since an input is NaN or infinite or
 * an output is NaN, is answered wrongly and stands in no cell of the confusion matrix.
 */
public final class Evaluation {

  /** The samples that are answered together. */
  private static final int CHUNK = 1024;

  private final int size;
  private final int[][] confusion;

  private Evaluation(int size, int[][] confusion) {
    this.size = size;
    this.confusion = confusion;
  }

  /**
   * Lets a generated class or a network answer every sample, and compares.
   *
   * @throws IllegalArgumentException if the data are empty or do not fit the network, if the
   *     network has a single output and a target is neither 0 nor 1, if the greatest of several
   *     targets of a sample stands in more than one column, or if a finite feature is infinite for
   *     a float network
   * @throws IllegalStateException if the network has no weights yet, or if another thread trains or
   *     loads it meanwhile
   */
  public static Evaluation of(Engraved<?> engraved, Samples data) {
    Objects.requireNonNull(engraved, Fit.NO_NETWORK);
    NeuralNetwork network = engraved.network();
    Fit.check(network.shape(), data);
    DataCheck.answerable(network.shape(), data);
    int begun = network.beginReading();
    int width = network.shape().outputs();
    int classes = Decision.classes(width);
    int[][] confusion = new int[classes][classes];
    int[] order = Shuffle.identity(data.size());
    int rows = Math.min(CHUNK, data.size());
    double[] y = new double[rows * width];
    double[] a = new double[rows * width];
    Answers answers = Answers.of(network, data, rows);
    for (int done = 0; done < order.length; done += rows) {
      int count = Math.min(rows, order.length - done);
      answers.fill(order, done, count, a, y);
      for (int row = 0; row < count; row++) {
        int truth = truth(y, row, width, done + row);
        int answer = Decision.of(a, row * width, width);
        if (answer != Decision.NONE) {
          confusion[truth][answer]++;
        }
      }
    }
    network.endReading(begun);
    return new Evaluation(order.length, confusion);
  }

  /**
   * The mean cost of all samples, as {@link dev.burin.Loss} defines it, without the terms of a
   * {@link dev.burin.optimize.WeightDecay}; the weighted mean where samples have weights.
   *
   * @throws IllegalArgumentException if the data are empty or do not fit the network, or hold
   *     numbers that no cost is defined for, as in {@link Trainer#train(Engraved, Samples)}
   * @throws IllegalStateException if the network has no weights yet, or if another thread trains or
   *     loads it meanwhile
   */
  public static double cost(Engraved<?> engraved, Samples data) {
    Objects.requireNonNull(engraved, Fit.NO_NETWORK);
    NeuralNetwork network = engraved.network();
    DataCheck.check(network.shape(), data);
    Samples counted = Counted.of(data);
    int begun = network.beginReading();
    int rows = Math.min(CHUNK, counted.size());
    double mean =
        SampleCosts.of(network, counted, rows).mean(Shuffle.identity(counted.size()), rows);
    network.endReading(begun);
    return mean;
  }

  /** The number of samples. */
  public int size() {
    return size;
  }

  /** The number of classes, at least 2. */
  public int classes() {
    return confusion.length;
  }

  /** How many samples of class {@code truth} were answered with class {@code answer}. */
  public int count(int truth, int answer) {
    return confusion[truth][answer];
  }

  /** The number of right answers. */
  public int correct() {
    int correct = 0;
    for (int c = 0; c < confusion.length; c++) {
      correct += confusion[c][c];
    }
    return correct;
  }

  /** The share of right answers, from 0 to 1. */
  public double accuracy() {
    return (double) correct() / size;
  }

  /** The accuracy and what it is made of, in one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Evaluation[accuracy %.4f: %d of %d right, %d classes]",
        accuracy(),
        correct(),
        size,
        classes());
  }

  private static int truth(double[] y, int row, int width, int sample) {
    if (width == 1 && y[row] != 0 && y[row] != 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The target of sample %d is %s, but a single output is judged against 0 or 1.",
              sample,
              y[row]));
    }
    int truth = Decision.of(y, row * width, width);
    if (truth == Decision.NONE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The target of sample %d tells no class: it holds NaN, or infinity twice.",
              sample));
    }
    for (int j = truth + 1; j < width; j++) {
      if (y[row * width + j] == y[row * width + truth]) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "The targets of sample %d name no class: columns %d and %d both hold %s, the"
                    + " greatest; one class is judged at a time.",
                sample,
                truth,
                j,
                y[row * width + j]));
      }
    }
    return truth;
  }

  /** Inference in the precision of the network, handed on as double. */
  private sealed interface Answers {

    /**
     * Fills the outputs and targets of the samples that {@code order[from..]} names; the outputs of
     * a sample that is not finite begin with NaN, so that they tell no class.
     */
    void fill(int[] order, int from, int count, double[] a, double[] y);

    static Answers of(NeuralNetwork network, Samples data, int rows) {
      int in = Fit.elements("inputs", rows, network.shape().inputs());
      int out = Fit.elements("outputs", rows, network.shape().outputs());
      return switch (network) {
        case FloatNetwork n ->
            new FloatAnswers(n, data, new float[in], new float[out], new float[out]);
        case DoubleNetwork n -> new DoubleAnswers(n, data, new double[in]);
      };
    }
  }

  private record FloatAnswers(FloatNetwork network, Samples data, float[] x, float[] a, float[] y)
      implements Answers {

    @Override
    public void fill(int[] order, int from, int count, double[] outputs, double[] targets) {
      data.copy(order, from, count, x, y);
      network.outputs(x, count, a);
      for (int i = 0; i < count * network.shape().outputs(); i++) {
        outputs[i] = a[i];
        targets[i] = y[i];
      }
      for (int i = 0; i < count * network.shape().inputs(); i++) {
        if (!Float.isFinite(x[i])) {
          outputs[i / network.shape().inputs() * network.shape().outputs()] = Double.NaN;
        }
      }
    }
  }

  private record DoubleAnswers(DoubleNetwork network, Samples data, double[] x) implements Answers {

    @Override
    public void fill(int[] order, int from, int count, double[] outputs, double[] targets) {
      data.copy(order, from, count, x, targets);
      network.outputs(x, count, outputs);
      for (int i = 0; i < count * network.shape().inputs(); i++) {
        if (!Double.isFinite(x[i])) {
          outputs[i / network.shape().inputs() * network.shape().outputs()] = Double.NaN;
        }
      }
    }
  }
}
