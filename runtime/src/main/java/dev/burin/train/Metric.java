package dev.burin.train;

import dev.burin.metric.Averaging;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * A number that says how well a network answers samples, such as those of a validation after each
 * epoch. All are computed from one {@link Evaluation}, from which others can be asked too:
 *
 * <pre>{@code
 * Metric recallOfIll = Metric.of("recall of ill", e -> e.confusion().of(1).recall());
 * }</pre>
 *
 * <p>A number that does not exist for the samples is NaN, as {@link dev.burin.metric} says.
 */
public interface Metric {

  /** Its name, as a history tells it. */
  String name();

  /** Its value. */
  double of(Evaluation evaluation);

  /** A metric of a name, computed by a function. */
  static Metric of(String name, ToDoubleFunction<Evaluation> value) {
    return new Named(
        Objects.requireNonNull(name, "The name of a metric is null; give one."),
        Objects.requireNonNull(value, "The function of a metric is null; give one."));
  }

  /** See {@link Metric#of}. */
  record Named(String name, ToDoubleFunction<Evaluation> value) implements Metric {

    @Override
    public double of(Evaluation evaluation) {
      return value.applyAsDouble(evaluation);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** The share of right answers of a classifier, as {@link Evaluation#accuracy()} gives it. */
  static Metric accuracy() {
    return of("accuracy", Evaluation::accuracy);
  }

  /** The mean recall of the classes. */
  static Metric balancedAccuracy() {
    return of("balanced accuracy", e -> e.confusion().balancedAccuracy());
  }

  /** The share of samples whose class is among the k most probable ones. */
  static Metric topK(int k) {
    if (k < 1) {
      throw new IllegalArgumentException("The k of the top k is " + k + ", not 1 or more.");
    }
    return of("top " + k, e -> e.probabilities().topK(k));
  }

  /** The precision, mean over the classes. */
  static Metric precision(Averaging averaging) {
    return of(name("precision", averaging), e -> e.confusion().mean(averaging).precision());
  }

  /** The recall, mean over the classes. */
  static Metric recall(Averaging averaging) {
    return of(name("recall", averaging), e -> e.confusion().mean(averaging).recall());
  }

  /** The F1 score, mean over the classes. */
  static Metric f1(Averaging averaging) {
    return of(name("f1", averaging), e -> e.confusion().mean(averaging).f1());
  }

  /** Matthews' correlation. */
  static Metric matthews() {
    return of("matthews", e -> e.confusion().matthews());
  }

  /** The area under the ROC curve; of several classes the mean of each beside all others. */
  static Metric rocAuc() {
    return of("roc auc", e -> e.probabilities().rocAuc(Averaging.MACRO));
  }

  /** The average precision; of several classes the mean of each beside all others. */
  static Metric averagePrecision() {
    return of("average precision", e -> e.probabilities().averagePrecision(Averaging.MACRO));
  }

  /** The mean of -ln of the probability of the true class. */
  static Metric logLoss() {
    return of("log loss", e -> e.probabilities().logLoss());
  }

  /** The mean squared distance of probabilities and truth. */
  static Metric brier() {
    return of("brier", e -> e.probabilities().brier());
  }

  /** The share of the variance of the truth that answers explain. */
  static Metric r2() {
    return of("r2", e -> e.regression().r2());
  }

  /** The mean absolute error. */
  static Metric mae() {
    return of("mae", e -> e.regression().mae());
  }

  /** The root of the mean squared error. */
  static Metric rmse() {
    return of("rmse", e -> e.regression().rmse());
  }

  /** The mean of the error as a share of the truth. */
  static Metric mape() {
    return of("mape", e -> e.regression().mape());
  }

  private static String name(String metric, Averaging averaging) {
    return averaging.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + metric;
  }
}
