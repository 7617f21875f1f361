package dev.burin.checks;

import dev.burin.Precision;
import dev.burin.shape.Dense;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.NetworkShape;
import dev.burin.shape.ParameterLayout;
import java.util.Random;

/** Seeded parameters, inputs and targets that a precision can hold, and the awkward among them. */
final class Numbers {

  /** How awkward the numbers are. */
  enum Kind {
    /** Draws of the normal law. */
    PLAIN,
    /** Every fourth one a zero of either sign, a denormal, or very small or large. */
    AWKWARD,
    /** Every fourth one infinite, not a number, or the largest there is. */
    HOSTILE
  }

  private final Random random;
  private final Kind kind;
  private final Precision precision;

  Numbers(long seed, Kind kind, Precision precision) {
    this.random = new Random(seed);
    this.kind = kind;
    this.precision = precision;
  }

  /** Parameters as a network lays them out; padding is 0. */
  double[] parameters(ParameterLayout layout) {
    double[] p = new double[layout.length()];
    for (LayerLayout layer : layout.layers()) {
      double deviation = layer.layer().deviation();
      Dense dense = layer.dense();
      dense.forEachWeight(
          (j, k, at) -> {
            boolean hostile = kind == Kind.HOSTILE && random.nextInt(16) != 0;
            p[at] = hostile ? plain(deviation) : number(deviation);
          });
      dense.forEachBias((j, at) -> p[at] = number(0.3));
    }
    return p;
  }

  /** Inputs: {@code [n][in]}. */
  double[] inputs(NetworkShape shape, int n) {
    double[] x = new double[n * shape.inputs()];
    for (int i = 0; i < x.length; i++) {
      x[i] = number(1);
    }
    return x;
  }

  /** Targets that fit the loss: {@code [n][out]}. */
  double[] targets(NetworkShape shape, int n) {
    int m = shape.outputs();
    double[] y = new double[n * m];
    for (int s = 0; s < n; s++) {
      switch (shape.loss()) {
        case CROSS_ENTROPY -> y[s * m + random.nextInt(m)] = 1;
        case BINARY_CROSS_ENTROPY -> {
          for (int j = 0; j < m; j++) {
            y[s * m + j] = random.nextInt(2);
          }
        }
        case HALF_MEAN_SQUARED_ERROR, MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER -> {
          for (int j = 0; j < m; j++) {
            y[s * m + j] = plain(1);
          }
        }
      }
    }
    return y;
  }

  private double number(double deviation) {
    if (kind == Kind.PLAIN || random.nextInt(4) != 0) {
      return plain(deviation);
    }
    boolean single = precision == Precision.FLOAT;
    double sign = random.nextBoolean() ? 1 : -1;
    double size =
        kind == Kind.AWKWARD
            ? switch (random.nextInt(6)) {
              case 0, 1 -> 0;
              case 2 -> single ? Float.MIN_VALUE : Double.MIN_VALUE;
              case 3 -> single ? 0x1.8p-130 : 0x1.8p-1030;
              case 4 -> 1e-20;
              default -> 5;
            }
            : switch (random.nextInt(4)) {
              case 0 -> Double.POSITIVE_INFINITY;
              case 1 -> Double.NaN;
              case 2 -> single ? Float.MAX_VALUE : Double.MAX_VALUE;
              default -> 0;
            };
    return sign * size;
  }

  private double plain(double deviation) {
    double drawn = deviation * random.nextGaussian();
    return precision == Precision.FLOAT ? (float) drawn : drawn;
  }
}
