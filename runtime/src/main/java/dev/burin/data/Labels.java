package dev.burin.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The classes of samples, one number from 0 up for each sample; immutable. */
public final class Labels {

  /** As many classes are named in a line. */
  private static final int NAMED = 10;

  private final int[] labels;

  private Labels(int[] labels) {
    this.labels = labels;
  }

  /**
   * Labels from numbers, which are copied.
   *
   * @throws IllegalArgumentException if a number is below 0
   */
  public static Labels of(int... labels) {
    Checks.given(labels, "array of labels");
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "The label of sample %d is %d, not 0 or more.", i, labels[i]));
      }
    }
    return new Labels(labels.clone());
  }

  /** Labels from unsigned bytes. */
  public static Labels ofUnsigned(byte[] labels) {
    Checks.given(labels, "array of labels");
    int[] widened = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      widened[i] = labels[i] & 255;
    }
    return new Labels(widened);
  }

  /** The number of samples. */
  public int size() {
    return labels.length;
  }

  /**
   * The label of one sample.
   *
   * @throws IndexOutOfBoundsException if there is no such sample
   */
  public int get(int sample) {
    Checks.row(sample, labels.length);
    return labels[sample];
  }

  /** All labels, in a new array. */
  public int[] toArray() {
    return labels.clone();
  }

  /**
   * How many samples each class has.
   *
   * @return {@code [classes]}
   * @throws IllegalArgumentException if classes is below 1 or a label is not below it
   */
  public int[] counts(int classes) {
    checkBelow(classes);
    int[] counts = new int[classes];
    for (int label : labels) {
      counts[label]++;
    }
    return counts;
  }

  /**
   * The samples that are of one of these classes, ascending: the rows to select.
   *
   * @throws IllegalArgumentException if a class is named twice
   */
  public int[] rowsOf(int... classes) {
    checkDistinct(classes);
    int[] rows = new int[labels.length];
    int found = 0;
    for (int i = 0; i < labels.length; i++) {
      if (indexOf(labels[i], classes) >= 0) {
        rows[found++] = i;
      }
    }
    return Arrays.copyOf(rows, found);
  }

  /**
   * The labels of these samples in this order.
   *
   * @throws IndexOutOfBoundsException if there is no such sample
   */
  public Labels select(int[] rows) {
    Checks.given(rows, "array of row numbers");
    Checks.rows(rows, 0, rows.length, labels.length);
    int[] selected = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      selected[i] = labels[rows[i]];
    }
    return new Labels(selected);
  }

  /**
   * Numbers the classes anew, in the order given: {@code renumbered(5, 8)} makes 5 a 0 and 8 a 1.
   *
   * @throws IllegalArgumentException if a class is named twice or a sample is of none of them
   */
  public Labels renumbered(int... classes) {
    checkDistinct(classes);
    int[] renumbered = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      renumbered[i] = indexOf(labels[i], classes);
      if (renumbered[i] < 0) {
        throw new IllegalArgumentException(
            String.format(
                    Locale.ROOT,
                    "The label of sample %d is %d, which is none of the classes %s; ",
                    i,
                    labels[i],
                    Arrays.toString(classes))
                + "select their rows first.");
      }
    }
    return new Labels(renumbered);
  }

  /**
   * One column per class, 1 in the column of the sample's class and 0 elsewhere.
   *
   * @param classes 2 or more; two classes of a network with one output are {@link #binary()}
   * @return {@code [n][classes]}
   * @throws IllegalArgumentException if classes is below 2 or a label is not below it
   */
  public Table oneHot(int classes) {
    if (classes == 1) {
      // One column of 1 would tell a single output that every label 0 is class 1.
      throw new IllegalArgumentException(
          "One column is not one-hot; binary() makes the targets of a single output.");
    }
    checkBelow(classes);
    byte[] hot = new byte[Checks.elements(labels.length, classes)];
    for (int i = 0; i < labels.length; i++) {
      hot[i * classes + labels[i]] = 1;
    }
    return new ByteTable(labels.length, classes, hot, 1);
  }

  /**
   * One column with the labels themselves, for a network with one output.
   *
   * @return {@code [n][1]}
   * @throws IllegalArgumentException if a label is neither 0 nor 1
   */
  public Table binary() {
    checkBelow(2);
    byte[] column = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      column[i] = (byte) labels[i];
    }
    return new ByteTable(labels.length, 1, column, 1);
  }

  /** The number of samples and how many of each class, in one line. */
  @Override
  public String toString() {
    NavigableMap<Integer, Integer> counts = new TreeMap<>();
    for (int label : labels) {
      counts.merge(label, 1, Integer::sum);
    }
    String first =
        counts.entrySet().stream()
            .limit(NAMED)
            .map(e -> e.getValue() + " of " + e.getKey())
            .collect(Collectors.joining(", "));
    String more = counts.size() > NAMED ? ", " + (counts.size() - NAMED) + " classes more" : "";
    String named = labels.length == 0 ? "" : ": " + first + more;
    return "Labels[" + labels.length + " samples" + named + "]";
  }

  private void checkBelow(int classes) {
    if (classes < 1 || classes > Checks.LONGEST) {
      throw new IllegalArgumentException(
          "The number of classes is " + classes + ", not 1 to " + Checks.LONGEST + ".");
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] >= classes) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "The label of sample %d is %d, but with %d classes labels are 0 to %d;"
                    + " renumbered(..) counts classes from 0.",
                i,
                labels[i],
                classes,
                classes - 1));
      }
    }
  }

  private static void checkDistinct(int[] classes) {
    Checks.given(classes, "array of classes");
    for (int i = 1; i < classes.length; i++) {
      if (indexOf(classes[i], classes) < i) {
        throw new IllegalArgumentException(
            "The class " + classes[i] + " is named twice in " + Arrays.toString(classes) + ".");
      }
    }
  }

  private static int indexOf(int label, int[] classes) {
    for (int i = 0; i < classes.length; i++) {
      if (classes[i] == label) {
        return i;
      }
    }
    return -1;
  }
}
