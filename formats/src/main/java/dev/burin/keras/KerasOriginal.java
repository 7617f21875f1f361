package dev.burin.keras;

import dev.burin.interchange.Original;
import dev.burin.interchange.PlainActivation;
import java.util.List;

/** What a model of Keras computes, step by step in double, with its kernels as they are. */
record KerasOriginal(List<Step> steps) implements Original {

  @Override
  public int batch() {
    return 1;
  }

  @Override
  public double[] outputs(double[] x) {
    double[] a = x.clone();
    for (Step step : steps) {
      a =
          switch (step) {
            case Step.Dense dense -> sums(dense, a);
            case Step.Normalize normalize -> normalized(normalize, a);
            case Step.Activate activate -> {
              PlainActivation.apply(
                  activate.activation().activation(), activate.activation().slope(), a);
              yield a;
            }
          };
    }
    return a;
  }

  private static double[] sums(Step.Dense dense, double[] x) {
    double[] z = dense.bias().clone();
    for (int k = 0; k < dense.in(); k++) {
      for (int j = 0; j < dense.out(); j++) {
        z[j] += x[k] * dense.kernel()[k * dense.out() + j];
      }
    }
    return z;
  }

  private static double[] normalized(Step.Normalize normalize, double[] x) {
    double[] y = new double[x.length];
    for (int k = 0; k < y.length; k++) {
      y[k] =
          Step.at(normalize.factor(), k)
                  * (x[k] - Step.at(normalize.mean(), k))
                  / Step.at(normalize.root(), k)
              + Step.at(normalize.shift(), k);
    }
    return y;
  }
}
