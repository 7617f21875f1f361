package dev.burin.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A data set in two parts.
 *
 * @param train what a network learns from
 * @param test what it is measured on
 */
public record Split(Dataset train, Dataset test) {

  /** As many classes are named in a warning. */
  private static final int NAMED = 8;

  /** Checks that both parts are there. */
  public Split {
    Objects.requireNonNull(train, "The training part is null; give a Dataset.");
    Objects.requireNonNull(test, "The test part is null; give a Dataset.");
  }

  /**
   * One sentence for each part that lacks classes which the other has. Classes are looked for in
   * targets of which each row is one-hot, and in a single column of 0 and 1; other targets have
   * none.
   */
  public List<String> warnings() {
    int[] inTrain = Classes.counts(train.targets());
    int[] inTest = Classes.counts(test.targets());
    List<String> warnings = new ArrayList<>();
    if (inTrain.length == inTest.length) {
      warn(warnings, "training", inTrain, "test", inTest);
      warn(warnings, "test", inTest, "training", inTrain);
    }
    return List.copyOf(warnings);
  }

  /** The samples of the training part. */
  static int cut(double fraction, int size) {
    if (!(fraction > 0 && fraction < 1)) {
      throw new IllegalArgumentException(
          "The fraction of the training part is " + fraction + ", not between 0 and 1.");
    }
    int cut = (int) Math.round(fraction * size);
    if (cut == 0 || cut == size) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A fraction of %s of %d samples leaves one part empty; each needs at least one"
                  + " sample.",
              fraction,
              size));
    }
    return cut;
  }

  private static void warn(
      List<String> warnings, String part, int[] here, String other, int[] there) {
    StringBuilder names = new StringBuilder();
    int missing = 0;
    int samples = 0;
    for (int c = 0; c < here.length; c++) {
      if (here[c] == 0 && there[c] > 0) {
        names.append(missing > 0 && missing < NAMED ? ", " : "");
        names.append(missing < NAMED ? String.valueOf(c) : "");
        missing++;
        samples += there[c];
      }
    }
    if (missing > 0) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "The %s part has no sample of class %s%s; the %s part has %d: split(fraction, seed)"
                  + " shuffles before it splits, and larger parts miss fewer classes.",
              part,
              names,
              missing > NAMED ? " and " + (missing - NAMED) + " more" : "",
              other,
              samples));
    }
  }
}
