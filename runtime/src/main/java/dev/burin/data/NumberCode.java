package dev.burin.data;

import java.util.Locale;

/**
 * A number, scaled: {@code (x - shift) / divisor}.
 *
 * @param how the name of the scaling
 * @param fill what stands for a missing one, NaN if nothing does
 * @param indicator whether a second number is 1 where the first was missing, else 0
 */
record NumberCode(
    String column, String how, double shift, double divisor, double fill, boolean indicator)
    implements Code {

  /** The number as it is. */
  NumberCode unscaled() {
    return new NumberCode(column, "number", 0, 1, fill, indicator);
  }

  @Override
  public int width() {
    return indicator ? 2 : 1;
  }

  @Override
  public void encode(Cell cell, double[] to, int at) {
    if (cell.missing() && Double.isNaN(fill)) {
      throw Code.missing(cell);
    }
    double x = cell.missing() ? fill : cell.number();
    to[at] = (x - shift) / divisor;
    if (indicator) {
      to[at + 1] = cell.missing() ? 1 : 0;
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "\"%s\": %s, (x - %.6g) / %.6g%s%s",
        column,
        how,
        shift,
        divisor,
        Double.isNaN(fill) ? "" : String.format(Locale.ROOT, ", missing as %.6g", fill),
        indicator ? ", with an indicator" : "");
  }
}
