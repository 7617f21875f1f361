package dev.burin.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.Chunks;
import dev.burin.kernel.FloatWorkspace;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import dev.burin.shape.ParameterLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls are lent as many rows as they need. */
class FloatWorkspacesTest {

  private static ParameterLayout layout(int... widths) {
    List<LayerShape> layers = new ArrayList<>();
    for (int l = 1; l < widths.length; l++) {
      layers.add(LayerShape.of(widths[l - 1], widths[l], Activation.TANH));
    }
    return ParameterLayout.of(
        NetworkShape.of(
            Loss.MEAN_SQUARED_ERROR, Precision.FLOAT, layers.toArray(LayerShape[]::new)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "1, 1",
    "2, 2",
    "3, 4",
    "8, 8",
    "100, 128",
    "129, 168",
    "168, 168",
    "9999, 168"
  })
  void asManyRowsAsSamplesNeed(int samples, int rows) {
    assertThat(new FloatWorkspaces(layout(5, 4, 3)).some(samples).rows()).isEqualTo(rows);
  }

  /** What is small beside the weights is given whole: longer arrays lie at better places. */
  @ParameterizedTest
  @CsvSource({
    "1024, 4096, 1024, 168",
    "784, 196, 1, 16",
    "1, 1000000, 1, 3",
    "30000000, 8, 1, 168"
  })
  void largeNetworksHaveRoomForAWholePass(int in, int hidden, int out, int rows) {
    ParameterLayout layout = layout(in, hidden, out);
    assertThat(Chunks.roomFor(Math.min(9, Chunks.passRows(layout)), layout)).isEqualTo(rows);
  }

  @Test
  void workspacesAreLentAgainAndGrow() {
    FloatWorkspaces workspaces = new FloatWorkspaces(layout(5, 4, 3));
    FloatWorkspace one = workspaces.one();
    workspaces.release(one);
    assertThat(workspaces.one()).isSameAs(one);
    FloatWorkspace eight = workspaces.some(8);
    workspaces.release(eight);
    assertThat(workspaces.some(5)).isSameAs(eight);
    workspaces.release(eight);
    FloatWorkspace all = workspaces.some(200);
    workspaces.release(all);
    assertThat(workspaces.some(2)).isSameAs(all);
    assertThat(workspaces.some(2).rows()).isEqualTo(2);
  }

  @Test
  void onlyOneRowHasRoomForARecord() {
    assertThat(new FloatWorkspaces(layout(255, 4)).one().x).hasSize(255);
    assertThat(new FloatWorkspaces(layout(256, 4)).one().x).isEmpty();
    assertThat(new FloatWorkspaces(layout(255, 4)).some(9).x).isEmpty();
  }

  /** The rows of ordinary networks are those that docs/plan.md measured. */
  @ParameterizedTest
  @CsvSource({
    "784, 196, 1, 168",
    "784, 256, 10, 168",
    "4096, 4096, 1024, 168",
    "8000, 8000, 8000, 168",
    "1, 1000000, 1, 3",
    "1, 20000000, 1, 1",
    "30000000, 8, 1, 168"
  })
  void veryWideLayersHaveFewerRows(int in, int hidden, int out, int rows) {
    assertThat(Chunks.passRows(layout(in, hidden, out))).isEqualTo(rows);
  }

  @Test
  void singleSamplesOfManyNetworksTakeLittleMemory() {
    FloatWorkspace ws = new FloatWorkspaces(layout(32, 64, 64, 1)).one();
    int elements = ws.x.length + ws.partial.length;
    for (float[] a : ws.a) {
      elements += a.length;
    }
    assertThat(elements).isLessThan(250);
  }
}
