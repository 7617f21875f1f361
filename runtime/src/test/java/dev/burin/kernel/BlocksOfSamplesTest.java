package dev.burin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradients and costs of long batches, beside the law in plain code: shards, blocks, halves. */
class BlocksOfSamplesTest {

  private static final NetworkShape SHAPE =
      NetworkShape.of(
          Loss.MEAN_SQUARED_ERROR,
          Precision.FLOAT,
          LayerShape.of(3, 5, Activation.TANH),
          LayerShape.of(5, 1, Activation.SIGMOID));
  private static final int MOST = 5 * Law.BLOCK + 129;

  private final FloatNetwork network = new FloatNetwork(SHAPE, new FloatTwin(SHAPE));
  private final float[] x = new float[MOST * 3];
  private final float[] y = new float[MOST];

  BlocksOfSamplesTest() {
    network.initialize(3);
    Random random = new Random(5);
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextGaussian();
    }
    for (int i = 0; i < y.length; i++) {
      y[i] = random.nextFloat();
    }
  }

  private int length() {
    return network.layout().length();
  }

  /** The losses and the gradient of one shard: the last number is the sum of the losses. */
  private double[] losses = {};

  private float[] shard(FloatWorkspace ws, int from, int to, float factor) {
    int rows = to - from;
    FloatKernels twin = network.kernels();
    twin.forward(network.parameters(), x, from * 3, 0, rows, ws);
    Arrays.fill(ws.factor, 0, rows, factor);
    twin.lossGradient(y, from, 0, rows, ws);
    twin.backward(network.parameters(), 0, rows, ws);
    float[] gradient = new float[network.parameters().length];
    twin.weightGradient(x, from * 3, rows, true, gradient, ws, 0, 1);
    System.arraycopy(ws.loss, 0, losses, from, rows);
    return Arrays.copyOf(gradient, length());
  }

  private float[] node(float[][] blocks, int from, int to) {
    if (to - from == 1) {
      return blocks[from];
    }
    int half = Integer.highestOneBit(to - from - 1);
    float[] left = node(blocks, from, from + half);
    float[] right = node(blocks, from + half, to);
    float[] sum = new float[length()];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = left[i] + right[i];
    }
    return sum;
  }

  private static double node(double[] blocks, int from, int to) {
    if (to - from == 1) {
      return blocks[from];
    }
    int half = Integer.highestOneBit(to - from - 1);
    return node(blocks, from, from + half) + node(blocks, from + half, to);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        1,
        128,
        129,
        Law.BLOCK - 1,
        Law.BLOCK,
        Law.BLOCK + 1,
        3 * Law.BLOCK,
        3 * Law.BLOCK + 200,
        MOST
      })
  void gradientsAndCostsAreThoseOfTheLaw(int n) {
    FloatWorkspace ws = FloatWorkspace.forTraining(network.layout(), Law.SHARD);
    losses = new double[n];
    float factor = (float) Losses.factor(SHAPE, 1, n);
    int count = (n + Law.BLOCK - 1) / Law.BLOCK;
    float[][] blocks = new float[count][length()];
    double[] blockLosses = new double[count];
    for (int from = 0; from < n; from += Law.SHARD) {
      int to = Math.min(n, from + Law.SHARD);
      float[] shard = shard(ws, from, to, factor);
      float[] block = blocks[from / Law.BLOCK];
      for (int i = 0; i < block.length; i++) {
        block[i] += shard[i];
      }
      for (int s = from; s < to; s++) {
        blockLosses[s / Law.BLOCK] += losses[s];
      }
    }
    float[] wanted = node(blocks, 0, count);
    double wantedCost = node(blockLosses, 0, count) * Losses.mean(SHAPE, n);

    for (int threads : new int[] {1, 2, 3, 5}) {
      for (int room : new int[] {n, 1}) {
        FloatTraining training = new FloatTraining(network, room, threads);
        assertThat(training.gradient(x, y, n)).isEqualTo(wantedCost);
        assertThat(Arrays.copyOf(training.gradient(), length())).isEqualTo(wanted);
        assertThat(training.cost(x, y, n)).isEqualTo(wantedCost);
        assertThat(training.propagate(x, y, n)).isEqualTo(wantedCost);
      }
    }
  }
}
