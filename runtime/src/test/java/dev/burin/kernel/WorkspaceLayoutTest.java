package dev.burin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import dev.burin.shape.ParameterLayout;
import dev.burin.start.Trials;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The one record of buffers, and the arrays that are made from it. */
class WorkspaceLayoutTest {

  private static ParameterLayout layout(Activation hidden, double dropout, int... widths) {
    int last = widths.length - 1;
    List<LayerShape> layers =
        Stream.iterate(1, l -> l <= last, l -> l + 1)
            .map(
                l ->
                    LayerShape.of(widths[l - 1], widths[l], l < last ? hidden : Activation.IDENTITY)
                        .dropout(l % 2 * dropout))
            .toList();
    return ParameterLayout.of(new NetworkShape(layers, Loss.MEAN_SQUARED_ERROR, Precision.FLOAT));
  }

  static Stream<ParameterLayout> layouts() {
    return Stream.of(
        layout(Activation.RELU, 0, 9, 4),
        layout(Activation.RELU, 0.5, 9, 37, 4),
        layout(Activation.GELU, 0, 784, 196, 1),
        layout(Activation.GELU, 0.2, 15, 33, 17, 5),
        layout(Activation.TANH, 0.2, 16, 15, 3));
  }

  /** A change of one without the other would be a wrong estimate, or code that reads nothing. */
  @ParameterizedTest
  @MethodSource("layouts")
  void theArraysAreThoseOfTheRecord(ParameterLayout parameters) {
    for (boolean training : new boolean[] {false, true}) {
      WorkspaceLayout record = new WorkspaceLayout(parameters, training);
      for (int rows : new int[] {1, 7}) {
        FloatWorkspace ws =
            training
                ? FloatWorkspace.forTraining(parameters, rows)
                : FloatWorkspace.forInference(parameters, rows);
        long elements = ws.x.length + ws.partial.length + ws.factor.length + 2L * ws.loss.length;
        for (int l = 1; l <= record.last(); l++) {
          assertThat(ws.z[l] != ws.a[l]).as("sums of layer " + l).isEqualTo(record.keepsSums(l));
          assertThat(ws.d[l].length > 0).isEqualTo(record.drops(l));
          assertThat(ws.wt[l].length > 0).isEqualTo(record.transposes(l));
          assertThat(ws.dz[l].length > 0).isEqualTo(training);
          elements += ws.a[l].length + ws.dz[l].length + ws.d[l].length + ws.wt[l].length;
          elements += record.keepsSums(l) ? ws.z[l].length : 0;
        }
        assertThat(ws.partial.length > 0).isEqualTo(record.folds());
        assertThat(record.elements(rows)).isEqualTo(elements);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void whatB1ReadsIsKept(Activation activation) {
    Set<Activation> last = Set.of(Activation.SOFTMAX);
    if (!last.contains(activation)) {
      WorkspaceLayout record = new WorkspaceLayout(layout(activation, 0, 5, 6, 7), true);

      assertThat(record.keepsSums(1)).isEqualTo(activation.derivativeNeedsSum());
      assertThat(record.keepsSums(2)).as("what L1 reads").isTrue();
    }
  }

  @Test
  void inferenceKeepsAndDropsNothing() {
    WorkspaceLayout record =
        new WorkspaceLayout(layout(Activation.GELU, 0.5, 784, 196, 33, 1), false);
    for (int l = 1; l <= 3; l++) {
      assertThat(record.keepsSums(l)).isFalse();
      assertThat(record.drops(l)).isFalse();
      assertThat(record.transposes(l)).isFalse();
    }
    assertThat(record.folds()).isTrue();
    assertThat(record).hasToString("workspace of 784-196-33-1 for inference");
  }

  @Test
  void whatNoArrayHoldsNeverFits() {
    WorkspaceLayout record =
        new WorkspaceLayout(layout(Activation.RELU, 0.5, 30_000_000, 2, 2), true);

    assertThat(record.elements(71)).isLessThan(Trials.NEVER_FITS);
    assertThat(record.elements(72)).isEqualTo(Trials.NEVER_FITS);
  }
}
