package dev.burin.train;

import dev.burin.Activation;
import dev.burin.data.Samples;
import dev.burin.network.Decision;
import dev.burin.network.NeuralNetwork;
import dev.burin.shape.LayerShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the units of a network do that learns nothing: some samples, evenly spread, are enough. */
final class Units {

  /** Enough to tell a dead unit from one that is 0 most of the time. */
  private static final int SAMPLES = 100;

  /** Where fewer units of a layer than this share are dead or saturated, others can learn. */
  private static final double MANY = 0.5;

  /** A unit this near to where its activation ends has a slope below 0.01, or 0.02 for TANH. */
  private static final double NEAR = 0.01;

  private Units() {}

  /** What is wrong with units, a sentence for each layer, and whether all answers are one class. */
  static List<String> faults(NeuralNetwork network, Samples samples) {
    List<LayerShape> layers = network.shape().layers();
    int looks = Math.min(SAMPLES, samples.size());
    boolean[][] alive = new boolean[layers.size()][];
    double[] saturated = new double[layers.size()];
    int[] answers = new int[Decision.classes(network.shape().outputs())];
    Look look = Look.at(network, samples);
    for (int i = 0; i < looks; i++) {
      look.sample((int) ((long) i * samples.size() / looks));
      for (int l = 0; l < layers.size() - 1; l++) {
        LayerShape layer = layers.get(l);
        alive[l] = i == 0 ? new boolean[layer.out()] : alive[l];
        for (int j = 0; j < layer.out(); j++) {
          double a = look.output(l + 1, j);
          alive[l][j] |= a != 0;
          saturated[l] += isSaturated(layer.activation(), a) ? 1 : 0;
        }
      }
      count(look, network, answers);
    }
    List<String> faults = new ArrayList<>();
    oneAnswer(network, answers, looks, faults);
    for (int l = 0; l < layers.size() - 1; l++) {
      LayerShape layer = layers.get(l);
      int dead = 0;
      for (boolean unit : alive[l]) {
        dead += unit ? 0 : 1;
      }
      layer(l + 1, layer, dead, saturated[l] / ((double) looks * layer.out()), faults);
    }
    return faults;
  }

  private static void layer(
      int number, LayerShape layer, int dead, double saturated, List<String> faults) {
    if (layer.activation() == Activation.RELU && dead >= MANY * layer.out()) {
      faults.add(
          String.format(
              Locale.ROOT,
              "Of the %d units of layer %d, %d (%.0f %%) are dead: RELU gives 0 for every sample,"
                  + " and they learn no more. Try LEAKY_RELU, a smaller learning rate or HE"
                  + " weights.",
              layer.out(),
              number,
              dead,
              100.0 * dead / layer.out()));
    }
    if (saturated >= MANY) {
      faults.add(
          String.format(
              Locale.ROOT,
              "In layer %d, %.0f %% of all %s outputs are saturated, within %s of where it ends,"
                  + " and hardly learn. Try smaller first weights or a smaller learning rate.",
              number,
              100 * saturated,
              layer.activation(),
              NEAR));
    }
  }

  private static boolean isSaturated(Activation activation, double a) {
    boolean high = Math.abs(a) > 1 - NEAR;
    return switch (activation) {
      case SIGMOID, HARD_SIGMOID -> high || a < NEAR;
      case TANH -> high;
      case IDENTITY, RELU, LEAKY_RELU, ELU, GELU, SILU, SOFTPLUS, SELU, MISH, SOFTMAX -> false;
    };
  }

  private static void count(Look look, NeuralNetwork network, int[] answers) {
    double[] a = new double[network.shape().outputs()];
    for (int j = 0; j < a.length; j++) {
      a[j] = look.output(network.shape().layers().size(), j);
    }
    int answer = Decision.of(a, 0, a.length);
    if (answer != Decision.NONE) {
      answers[answer]++;
    }
  }

  private static void oneAnswer(
      NeuralNetwork network, int[] answers, int looks, List<String> faults) {
    for (int c = 0; c < answers.length; c++) {
      if (network.shape().loss().fusesActivation() && answers[c] == looks && looks > 1) {
        faults.add("Every sample is answered with class " + c + ".");
      }
    }
  }
}
