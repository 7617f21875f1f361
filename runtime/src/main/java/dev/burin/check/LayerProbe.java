package dev.burin.check;

import java.util.Random;

/**
 * Compares the gradient of one layer with differences of the cost.
 *
 * @param directions how many random directions are tried; 0 means every coordinate
 * @param seed the seed of the directions
 */
record LayerProbe(int directions, long seed) {

  LayerReport report(Differences differences, int l, LayerGradient analytic) {
    LayerComparison comparison = new LayerComparison(l);
    if (directions == 0) {
      coordinates(differences, l, analytic, comparison);
    } else {
      directions(differences, l, analytic, comparison);
    }
    return comparison.report();
  }

  private static void coordinates(
      Differences differences, int l, LayerGradient analytic, LayerComparison comparison) {
    for (int j = 0; j < analytic.out(); j++) {
      for (int k = 0; k <= analytic.in(); k++) {
        double numeric = differences.derivative(l, j, k);
        if (usable(differences, comparison)) {
          comparison.add(j, k, analytic.in(), analytic.at(j, k), numeric);
        }
      }
    }
  }

  private void directions(
      Differences differences, int l, LayerGradient analytic, LayerComparison comparison) {
    Random random = new Random(seed + l);
    LayerGradient direction = analytic.sameShape();
    for (int i = 0; i < directions; i++) {
      CompensatedSum along = new CompensatedSum();
      for (int j = 0; j < analytic.out(); j++) {
        for (int k = 0; k < analytic.in(); k++) {
          direction.dw[j][k] = random.nextBoolean() ? 1 : -1;
          along.add(direction.dw[j][k] * analytic.dw[j][k]);
        }
        direction.db[j] = random.nextBoolean() ? 1 : -1;
        along.add(direction.db[j] * analytic.db[j]);
      }
      double numeric = differences.derivative(l, direction);
      if (usable(differences, comparison)) {
        comparison.add(i, along.value(), numeric);
      }
    }
  }

  private static boolean usable(Differences differences, LayerComparison comparison) {
    if (differences.kink()) {
      comparison.skip();
      return false;
    }
    if (differences.shortened()) {
      comparison.shorten();
    }
    return true;
  }
}
