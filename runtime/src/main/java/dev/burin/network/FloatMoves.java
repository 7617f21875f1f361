package dev.burin.network;

import dev.burin.kernel.Chunks;
import dev.burin.kernel.FloatKernels;
import dev.burin.kernel.FloatStep;
import dev.burin.kernel.FloatWorkspace;
import dev.burin.machine.Crew;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.Storage;

/** The second half of a training step: all parameters move, shared among the threads of a crew. */
final class FloatMoves {

  private static final float[] NONE = {};
  private static final int LINE = LayerLayout.GRANULE_BYTES / Float.BYTES;
  private static final FloatStep NO_STEP = (p, from, to, g, at) -> {};

  /**
   * The multiply-adds that take as long as a parameter that is read, changed and written: 235,000
   * of them with their velocities some 150 us, where a core does 25 million in a millisecond.
   */
  private static final long AS_LONG_AS = 16;

  private final FloatNetwork network;
  private final Crew crew;

  /** The multiply-adds of B4 for one sample. */
  private final long each;

  /** Its first array is the gradient. */
  private final FloatPartialSums sums;

  /** An array, since each step goes over it: the walk over a list may allocate. */
  private final LayerLayout[] layers;

  private final Crew.Work weightStep = this::weightStep;
  private final Crew.Work wholeStep = this::wholeStep;
  private FloatKernels kernels;
  private float[] x = NONE;
  private int rows;
  private FloatWorkspace ws;
  private FloatStep weightRule = NO_STEP;
  private FloatStep biasRule = NO_STEP;

  FloatMoves(FloatNetwork network, Crew crew, FloatPartialSums sums, FloatWorkspace ws) {
    this.network = network;
    this.crew = crew;
    this.each = network.shape().multiplyAdds();
    this.sums = sums;
    this.layers = network.layout().layers().toArray(LayerLayout[]::new);
    this.kernels = network.kernels();
    this.ws = ws;
  }

  /** The threads that a pass over some parameters is worth. */
  static int worth(Crew crew, int parameters) {
    return crew.worth(AS_LONG_AS * parameters, Chunks.WORTH_A_THREAD);
  }

  /** Moves all parameters along the gradient. */
  void all(FloatStep weights, FloatStep biases) {
    weightRule = weights;
    biasRule = biases;
    crew.run(wholeStep, worth(crew, network.layout().length()));
    forget();
  }

  /** Moves weights while the gradient of their tile is in a near cache, and then the biases. */
  void tiles(
      FloatKernels now,
      float[] samples,
      int count,
      FloatWorkspace propagated,
      FloatStep weights,
      FloatStep biases) {
    kernels = now;
    x = samples;
    rows = count;
    ws = propagated;
    weightRule = weights;
    biasRule = biases;
    crew.run(weightStep, crew.worth(count * each, Chunks.WORTH_A_THREAD));
    for (LayerLayout layer : layers) {
      if (layer.storage() == Storage.ROWS) {
        move(weights, layer.weights(), layer.bias());
      }
      move(biases, layer.bias(), layer.end());
    }
    forget();
  }

  private void forget() {
    x = NONE;
    weightRule = NO_STEP;
    biasRule = NO_STEP;
  }

  private void weightStep(int part, int parts) {
    kernels.step(x, 0, rows, network.parameters(), sums.whole(), ws, weightRule, part, parts);
  }

  private void wholeStep(int part, int parts) {
    for (LayerLayout layer : layers) {
      int lines = (layer.bias() - layer.weights()) / LINE;
      int from = layer.weights() + Crew.bound(lines, part, parts) * LINE;
      boolean last = part + 1 == parts;
      int to = last ? layer.bias() : layer.weights() + Crew.bound(lines, part + 1, parts) * LINE;
      move(weightRule, from, to);
      if (last) {
        move(biasRule, layer.bias(), layer.end());
      }
    }
  }

  private void move(FloatStep rule, int from, int to) {
    rule.move(network.parameters(), from, to, sums.whole(), from);
  }
}
