package dev.burin.checks;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.io.CompactWeights;
import dev.burin.io.StorageType;
import dev.burin.io.WeightsFile;
import dev.burin.io.Writing;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.CompactNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Computes networks over weights of eight bits, and the plain twin over the floats that these stand
 * for, and prints whether all bits are equal. It runs in JVMs of its own, one for each width.
 */
final class CompactDigest {

  /** Four of them side by side, and one alone. */
  private static final int SAMPLES = 5;

  /** Long sums and short ones, panels of all widths, padding, narrow last layers. */
  private static final List<int[]> WIDTHS =
      List.of(
          new int[] {9, 33, 17, 5},
          new int[] {1, 1, 1},
          new int[] {1030, 80, 3},
          new int[] {70, 96, 48, 31});

  private CompactDigest() {}

  private static NetworkShape shape(int[] widths, int first) {
    Activation[] all = {
      Activation.IDENTITY, Activation.GELU, Activation.TANH, Activation.SIGMOID, Activation.ELU
    };
    LayerShape[] layers = new LayerShape[widths.length - 1];
    for (int l = 0; l < layers.length; l++) {
      layers[l] = LayerShape.of(widths[l], widths[l + 1], all[(first + l) % all.length]);
    }
    return NetworkShape.of(Loss.MEAN_SQUARED_ERROR, Precision.FLOAT, layers);
  }

  /** Prints {@code widths path bits}, one a line. */
  public static void main(String[] arguments) throws IOException {
    for (int i = 0; i < WIDTHS.size(); i++) {
      NetworkShape shape = shape(WIDTHS.get(i), i);
      FloatNetwork drawn = new FloatNetwork(shape, new FloatTwin(shape));
      drawn.initialize(i);
      byte[] file = WeightsFile.bytes(drawn, Writing.standard().storage(StorageType.INT8));
      FloatNetwork floats = WeightsFile.load(file, "twin", drawn.another());
      CompactNetwork compact = CompactWeights.of(drawn);
      System.out.printf(
          "%s %s %d of %d outputs differ%n",
          shape.widths(),
          compact.path(),
          differences(floats, compact),
          2 * SAMPLES * shape.outputs());
    }
  }

  private static int differences(FloatNetwork floats, CompactNetwork compact) {
    int in = floats.shape().inputs();
    int out = floats.shape().outputs();
    float[] x = new float[SAMPLES * in];
    Random random = new Random(1);
    for (int k = 0; k < x.length; k++) {
      x[k] = (float) random.nextGaussian();
    }
    float[] wanted = new float[SAMPLES * out];
    float[] batch = new float[SAMPLES * out];
    floats.outputs(x, SAMPLES, wanted);
    compact.outputs(x, SAMPLES, batch);
    int different = 0;
    for (int s = 0; s < SAMPLES; s++) {
      float[] one = compact.outputs(Arrays.copyOfRange(x, s * in, (s + 1) * in));
      for (int j = 0; j < out; j++) {
        different += same(wanted[s * out + j], batch[s * out + j]) ? 0 : 1;
        different += same(wanted[s * out + j], one[j]) ? 0 : 1;
      }
    }
    return different;
  }

  private static boolean same(float a, float b) {
    return Float.floatToRawIntBits(a) == Float.floatToRawIntBits(b);
  }
}
