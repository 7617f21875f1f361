package dev.burin.data;

import java.util.List;
import java.util.Locale;

/**
 * One of some texts: a number of its own for each ("one-hot"), or one number that counts them from
 * 0 ("ordinal" and "boolean").
 *
 * @param how the name of the code
 * @param categories the texts in their order
 * @param fill the category of a missing cell, empty if it has none
 * @param lenient whether a text that is none of them gives zeros
 * @param indicator whether a last number is 1 where the cell was missing, else 0
 */
record CategoryCode(
    String column,
    String how,
    List<String> categories,
    String fill,
    boolean lenient,
    boolean indicator)
    implements Code {

  static final String ONE_HOT = "one-hot";

  /** Copies the list. */
  CategoryCode {
    categories = List.copyOf(categories);
  }

  private boolean oneHot() {
    return how.equals(ONE_HOT);
  }

  @Override
  public int width() {
    return (oneHot() ? categories.size() : 1) + (indicator ? 1 : 0);
  }

  @Override
  public void encode(Cell cell, double[] to, int at) {
    if (cell.missing() && fill.isEmpty()) {
      throw Code.missing(cell);
    }
    String text = cell.missing() ? fill : cell.text();
    int category = categories.indexOf(text);
    if (category < 0 && !lenient) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is \"%s\", which the training part did not have; known are %s.",
              cell.place(),
              text,
              Frame.quoted(categories)));
    }
    for (int c = 0; oneHot() && c < categories.size(); c++) {
      to[at + c] = c == category ? 1 : 0;
    }
    if (!oneHot()) {
      to[at] = category;
    }
    if (indicator) {
      to[at + width() - 1] = cell.missing() ? 1 : 0;
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "\"%s\": %s of %s%s%s%s",
        column,
        how,
        Frame.quoted(categories),
        fill.isEmpty() ? "" : ", missing as \"" + fill + "\"",
        lenient ? ", others as zeros" : "",
        indicator ? ", with an indicator" : "");
  }
}
