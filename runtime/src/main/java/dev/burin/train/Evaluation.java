package dev.burin.train;

import dev.burin.data.SampleWeights;
import dev.burin.data.Samples;
import dev.burin.data.Shuffle;
import dev.burin.metric.Confusion;
import dev.burin.metric.Probabilities;
import dev.burin.metric.Regression;
import dev.burin.network.Decision;
import dev.burin.network.Engraved;
import dev.burin.network.NeuralNetwork;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How well a network answers some samples: classes, numbers, or both.
 *
 * <p>A single output tells two classes apart, and the target is 0 or 1; several outputs tell as
 * many classes apart. The class of outputs and of targets is that of {@link Decision}, by which
 * networks answer with a class too. A sample without an answer, since an input is NaN or infinite
 * or an output is NaN, is answered wrongly and stands in no cell of the confusion matrix.
 *
 * <p>Samples of weight 0 are left out, and all numbers but {@link #size()}, {@link #correct()} and
 * {@link #count} are weighted where samples have weights. It holds the outputs, and the targets
 * where they are numbers: 8 bytes each.
 */
public final class Evaluation {

  /** The samples that are answered together. */
  private static final int CHUNK = 1024;

  private final Judged judged;
  private final SampleWeights weights;

  private Evaluation(Judged judged, SampleWeights weights) {
    this.judged = judged;
    this.weights = weights;
  }

  /**
   * Lets a generated class or a network answer every sample, and compares.
   *
   * @throws IllegalArgumentException if the data are empty or do not fit the network, if its loss
   *     is a cross-entropy and a target is no class, be it neither 0 nor 1 for a single output or
   *     twice the greatest of several, or if a finite feature is infinite for a float network
   * @throws IllegalStateException if the network has no weights yet, or if another thread trains or
   *     loads it meanwhile
   */
  public static Evaluation of(Engraved<?> engraved, Samples data) {
    Objects.requireNonNull(engraved, Fit.NO_NETWORK);
    NeuralNetwork network = engraved.network();
    Fit.check(network.shape(), data);
    DataCheck.answerable(network.shape(), data);
    int[] order = Counted.rows(data);
    int begun = network.beginReading();
    Judged judged = new Judged(network.shape(), order);
    int rows = Math.min(CHUNK, order.length);
    double[] y = new double[rows * judged.width];
    Answers answers = Answers.of(network, data, rows);
    for (int done = 0; done < order.length; done += rows) {
      int count = Math.min(rows, order.length - done);
      answers.fill(order, done, count, judged.outputs, done, y);
      judged.take(done, count, y);
    }
    network.endReading(begun);
    return new Evaluation(judged, data.weights().view(order));
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

  /** The number of samples that count. */
  public int size() {
    return judged.samples.length;
  }

  /**
   * Whether classes were wanted: always under a cross-entropy, and else where the targets are 0 and
   * 1, or are the same two numbers in each row, the greater one once. {@link #toString()} and
   * {@link #report(List)} tell of classes then, and of numbers otherwise.
   */
  public boolean ofClasses() {
    return judged.areClasses();
  }

  /** The number of classes that the outputs tell apart, at least 2. */
  public int classes() {
    return Decision.classes(judged.width);
  }

  /**
   * How many samples of class {@code truth} were answered with class {@code answer}.
   *
   * @throws IllegalStateException if a target names no class
   */
  public int count(int truth, int answer) {
    checkClasses();
    Objects.checkIndex(truth, classes());
    Objects.checkIndex(answer, classes());
    return (int)
        IntStream.range(0, size())
            .filter(i -> judged.truth[i] == truth && judged.answers[i] == answer)
            .count();
  }

  /**
   * The number of right answers.
   *
   * @throws IllegalStateException if a target names no class
   */
  public int correct() {
    checkClasses();
    return (int) IntStream.range(0, size()).filter(i -> !isWrong(i)).count();
  }

  /**
   * The share of right answers, from 0 to 1.
   *
   * @throws IllegalStateException if a target names no class
   */
  public double accuracy() {
    return confusion().accuracy();
  }

  /**
   * Which classes were answered for which; all that follows from it.
   *
   * @throws IllegalStateException if a target names no class
   */
  public Confusion confusion() {
    checkClasses();
    return Confusion.of(classes(), judged.truth, judged.answers, weights);
  }

  /**
   * The outputs as probabilities of classes; all that follows from them.
   *
   * @throws IllegalStateException if a target names no class
   */
  public Probabilities probabilities() {
    checkClasses();
    return Probabilities.of(judged.outputs, judged.width, judged.truth, weights);
  }

  /**
   * The outputs as numbers beside their targets.
   *
   * @throws IllegalStateException if the loss of the network is a cross-entropy
   */
  public Regression regression() {
    if (judged.targets.length == 0) {
      throw new IllegalStateException(
          "The network is trained on classes by its loss, not on numbers; ask for the confusion.");
    }
    return Regression.of(judged.targets, judged.outputs, judged.width, weights);
  }

  /**
   * Samples that were answered with another class, those first whose answer was surest.
   *
   * @param most how many, 0 or more
   * @throws IllegalStateException if a target names no class
   */
  public List<Mistake> mistakes(int most) {
    checkClasses();
    List<Mistake> mistakes = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      int answer = judged.answers[i];
      if (isWrong(i) && answer != Decision.NONE) {
        double first = judged.outputs[i * judged.width + (judged.width == 1 ? 0 : answer)];
        double output = judged.width == 1 && answer == 0 ? 1 - first : first;
        mistakes.add(new Mistake(judged.samples[i], judged.truth[i], answer, output));
      }
    }
    return mistakes.stream()
        .sorted(Comparator.comparingDouble(Mistake::output).reversed())
        .limit(most)
        .toList();
  }

  /** {@link #report(List)}, with classes by their numbers. */
  public String report() {
    int columns = ofClasses() ? classes() : judged.width;
    return report(IntStream.range(0, columns).mapToObj(Integer::toString).toList());
  }

  /**
   * A page for people, in plain text of some lines: of classes the metrics, those of each class,
   * the confusion matrix and the most frequent confusions; of numbers R2 and the errors, for each
   * output too.
   *
   * @param names of the classes or of the outputs, in their order, as {@link
   *     dev.burin.data.Encoding#classes()} has them
   * @throws IllegalArgumentException if their number is another one
   */
  public String report(List<String> names) {
    return ofClasses()
        ? ClassReport.of(this, ReportTable.names(names, classes()))
        : RegressionReport.of(this, ReportTable.names(names, judged.width));
  }

  /** The accuracy and what it is made of, or R2 and the errors, in one line. */
  @Override
  public String toString() {
    return ofClasses()
        ? String.format(
            Locale.ROOT,
            "Evaluation[accuracy %.4f%s: %d of %d right, %d classes]",
            accuracy(),
            weights.isNone() ? "" : " by weight",
            correct(),
            size(),
            classes())
        : "Evaluation[" + regression() + " of " + size() + " samples]";
  }

  boolean isWeighted() {
    return !weights.isNone();
  }

  private boolean isWrong(int i) {
    return judged.truth[i] != judged.answers[i];
  }

  private void checkClasses() {
    if (judged.refusal != null) {
      throw new IllegalStateException(judged.refusal);
    }
  }
}
