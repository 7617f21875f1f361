package dev.burin.check;

import dev.burin.kernel.Equation;

/** Gathers pairs of derivatives of one layer into its report. */
final class LayerComparison {

  private final int layer;
  private final CompensatedSum apart = new CompensatedSum();
  private final CompensatedSum first = new CompensatedSum();
  private final CompensatedSum second = new CompensatedSum();
  private int checked;
  private int skipped;
  private int shortened;
  private String worst = "none";
  private double worstApart = -1;
  private double worstAnalytic;
  private double worstNumeric;

  LayerComparison(int layer) {
    this.layer = layer;
  }

  void skip() {
    skipped++;
  }

  void shorten() {
    shortened++;
  }

  /** One pair; {@code k} is {@code in} for a bias. */
  void add(int j, int k, int in, double analytic, double numeric) {
    if (add(analytic, numeric)) {
      worst =
          k == in
              ? "b[" + j + "] of " + Equation.B3.tag()
              : "w[" + j + "][" + k + "] of " + Equation.B4.tag();
    }
  }

  /** One pair along a direction. */
  void add(int direction, double analytic, double numeric) {
    if (add(analytic, numeric)) {
      worst = "direction " + direction;
    }
  }

  private boolean add(double analytic, double numeric) {
    double difference = Math.abs(analytic - numeric);
    apart.add(difference * difference);
    first.add(analytic * analytic);
    second.add(numeric * numeric);
    checked++;
    // What is not a number is worse than anything else, and the first of its kind stays.
    boolean worse =
        !Double.isNaN(worstApart) && (Double.isNaN(difference) || difference > worstApart);
    if (worse) {
      worstApart = difference;
      worstAnalytic = analytic;
      worstNumeric = numeric;
    }
    return worse;
  }

  LayerReport report() {
    double scale = Math.sqrt(first.value()) + Math.sqrt(second.value());
    double distance = scale == 0 ? 0 : Math.sqrt(apart.value()) / scale;
    return new LayerReport(
        layer, distance, checked, skipped, shortened, worst, worstAnalytic, worstNumeric);
  }
}
