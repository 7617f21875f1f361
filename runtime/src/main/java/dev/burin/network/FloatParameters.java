package dev.burin.network;

import dev.burin.shape.Dense;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.ParameterLayout;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;

/** Ways to fill the parameters of a float network, of which none touches the padding. */
final class FloatParameters {

  private FloatParameters() {}

  /** Whether one of them is not 0. */
  static boolean filled(float[] parameters) {
    for (float parameter : parameters) {
      if (parameter != 0) {
        return true;
      }
    }
    return false;
  }

  static void copy(ParameterLayout layout, float[] from, float[] to) {
    for (LayerLayout layer : layout.layers()) {
      layer.dense().forEachRun((at, length) -> System.arraycopy(from, at, to, at, length));
    }
  }

  /** As {@link NeuralNetwork#fill} says. */
  static <X extends Exception> void fill(FloatNetwork network, Filling<X> filling) throws X {
    Objects.requireNonNull(filling, "The filling is null; give one.");
    if (!network.use().isMarked()) {
      try (Claim _ = network.use().claimUnset()) {
        // The look at all parameters is done once.
        if (!network.hasWeights()) {
          fillUnset(network, filling);
          return;
        }
      }
    }
    FloatNetwork aside = network.another();
    fill(aside, filling);
    network.parameters(aside.live());
  }

  /** Fills a network that is claimed and has no weights, and empties it again if that fails. */
  private static <X extends Exception> void fillUnset(FloatNetwork network, Filling<X> filling)
      throws X {
    boolean good = false;
    try {
      filling.fill(new FloatSink(network.live()));
      network.use().set();
      filling.check(network);
      good = true;
    } finally {
      if (!good) {
        Arrays.fill(network.live(), 0);
        network.use().forget();
      }
    }
  }

  /** Draws of the declared initializers, in the order that {@link NeuralNetwork} promises. */
  static void draw(ParameterLayout layout, long seed, float[] to) {
    Random random = new Random(seed);
    for (LayerLayout layer : layout.layers()) {
      double deviation = layer.layer().deviation();
      Dense dense = layer.dense();
      dense.forEachWeight((j, k, at) -> to[at] = (float) (deviation * random.nextGaussian()));
      dense.forEachBias((j, at) -> to[at] = 0);
    }
  }
}
