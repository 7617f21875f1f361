package dev.burin.sample;

import java.util.Random;

/**
 * Draws the digits 5 and 8 with a {@link Pen}: in several ways of writing them, never twice alike.
 */
final class DrawnDigits {

  private final Pen pen;

  /** Digits that depend on the seed alone. */
  DrawnDigits(long seed) {
    this.pen = new Pen(new Random(seed));
  }

  /** The next 5: {@code [784]} pixels from 0 to 255, row-major. */
  byte[] five() {
    double belly = pen.between(0.42, 0.68);
    double waist = -0.22 + pen.around(0.1);
    double left = -0.46 + pen.around(0.06);
    double end = pen.between(-0.75, -0.35);
    double rise = pen.chance(0.25) ? pen.between(0.45, 0.65) : pen.between(0.7, 0.95);
    double[] corner = {left + 0.06, -0.88 + pen.around(0.05)};
    double[] barEnd = {pen.between(0.3, 0.7), -0.92 + pen.around(0.09)};
    double[] foot = {left, waist + pen.between(-0.02, 0.12)};
    double[] shoulder = {0.08 + pen.around(0.06), waist - 0.08};
    double[] side = {belly, 0.3 + pen.around(0.08)};
    double[] bottom = {0.05 + pen.around(0.08), 0.9 + pen.around(0.05)};
    double[] tip = {end, rise};
    if (pen.chance(0.3)) {
      // In one go: from the end of the bar through both corners into the belly.
      return pen.draw(new double[][] {barEnd, corner, corner, foot, shoulder, side, bottom, tip});
    }
    double gap = pen.chance(0.3) ? pen.between(0.05, 0.2) : 0;
    double[] barStart = {corner[0] + gap, corner[1] + pen.around(0.05)};
    double[] barMiddle = {(barStart[0] + barEnd[0]) / 2, (barStart[1] + barEnd[1]) / 2};
    return pen.draw(
        new double[][] {corner, foot, foot, shoulder, side, bottom, tip},
        new double[][] {barStart, barMiddle, barEnd});
  }

  /** The next 8: {@code [784]} pixels from 0 to 255, row-major. */
  byte[] eight() {
    double top = pen.between(0.32, 0.58);
    double bottom = pen.between(0.42, 0.66);
    double waist = -0.06 + pen.around(0.09);
    double[] crossing = {pen.around(0.05), waist};
    if (pen.chance(0.2)) {
      return pen.draw(ring(top, -0.95, waist), ring(bottom, waist, 0.95));
    }
    // An S from the upper right and back again; sometimes it does not quite close.
    double open = pen.chance(0.35) ? pen.between(0.1, 0.4) : 0;
    double[] start = {top, (waist - 0.95) / 2 - 0.12};
    double[] end = {top - 0.2 * open, start[1] + open * 0.7};
    return pen.draw(
        new double[][] {
          start,
          {0.05, -0.95},
          {-top, (waist - 0.95) / 2},
          crossing,
          {bottom, (waist + 0.95) / 2},
          {0, 0.95},
          {-bottom, (waist + 0.95) / 2},
          crossing,
          end
        });
  }

  private static double[][] ring(double width, double from, double to) {
    double middle = (from + to) / 2;
    double diagonal = 0.7;
    double across = width * diagonal;
    double up = (to - from) / 2 * diagonal;
    return new double[][] {
      {0, from},
      {-across, middle - up},
      {-width, middle},
      {-across, middle + up},
      {0, to},
      {across, middle + up},
      {width, middle},
      {across, middle - up},
      {0, from}
    };
  }
}
