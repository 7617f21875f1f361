package dev.burin.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.FloatKernels;
import dev.burin.kernel.FloatTwin;
import dev.burin.kernel.FloatWorkspace;
import dev.burin.machine.Width;
import dev.burin.shape.ParameterLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers whose weights fill more than the caches, so that kernels read them ahead of the tiles. */
class FetchedWeightsTest {

  private static final Declaration CUT = declaration("FetchedInPieces", 1100, 1990, 5);
  private static final Declaration WHOLE = declaration("FetchedWhole", 300, 7010, 5);
  private static final Engraving ENGRAVING = Engraver.engrave(List.of(CUT, WHOLE));

  private static Declaration declaration(String name, Integer... widths) {
    return new Declaration(
        name,
        List.of(widths),
        List.of(Activation.RELU, Activation.SOFTMAX),
        Loss.CROSS_ENTROPY,
        Precision.FLOAT);
  }

  @Test
  void kernelsFetch() {
    for (Declaration each : List.of(CUT, WHOLE)) {
      String name = Engraving.kernelName(each, Width.V256);
      assertThat(ENGRAVING.sources().get(name)).contains("FloatPanels.fetch(p, ");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 9})
  void theBitsAreThoseOfTheTwin(int rows) {
    for (Declaration each : List.of(CUT, WHOLE)) {
      ParameterLayout layout = ParameterLayout.of(each.shape());
      Random random = new Random(rows);
      float[] p = new float[layout.length()];
      layout.layers().forEach(l -> l.dense().forEach(at -> p[at] = random.nextFloat() - 0.5f));
      float[] x = new float[rows * each.shape().inputs()];
      for (int i = 0; i < x.length; i++) {
        x[i] = (float) random.nextGaussian();
      }
      int[] twin = outputs(new FloatTwin(each.shape()), layout, p, x, rows);
      for (Width width : List.of(Width.V128, Width.V256, Width.V512)) {
        FloatKernels kernels = ENGRAVING.floatKernels(each, width);
        assertThat(outputs(kernels, layout, p, x, rows)).as("%s, %s", each, width).isEqualTo(twin);
      }
    }
  }

  private static int[] outputs(
      FloatKernels kernels, ParameterLayout layout, float[] p, float[] x, int rows) {
    FloatWorkspace ws = FloatWorkspace.forInference(layout, rows);
    kernels.forward(p, x, 0, 0, rows, ws);
    int[] bits = new int[rows * 5];
    int stride = layout.layer(2).rowStride();
    for (int s = 0; s < rows; s++) {
      for (int j = 0; j < 5; j++) {
        bits[s * 5 + j] = Float.floatToRawIntBits(ws.a[2][s * stride + j]);
      }
    }
    assertThat(Arrays.stream(bits).distinct().count()).isGreaterThan(rows);
    return bits;
  }
}
