package dev.burin.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.LayerShape;
import dev.burin.shape.Storage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Heights that are higher than a tile may be. */
final class SweepTest {

  private static final Machine WIDE = new Machine(512, 32);

  @Test
  void aHeightIsCutIntoAsFewTilesAsCanBeAsEqualAsCanBe() {
    assertThat(Sweep.cut(14, 14)).containsExactly(14);
    assertThat(Sweep.cut(14, 8)).containsExactly(7, 7);
    assertThat(Sweep.cut(13, 8)).containsExactly(7, 6);
    assertThat(Sweep.cut(17, 8)).containsExactly(6, 6, 5);
    assertThat(Sweep.cut(3, 8)).containsExactly(3);
  }

  @Test
  void anOddVectorJoinsTheLastPanel() {
    List<Sweep> sweeps = planner().sweeps(columns(13 * 16, 32), TilePlanner::anyCount);

    assertThat(sweeps).hasSize(2);
    assertThat(sweeps.getFirst().end()).isEqualTo(10 * 16);
    assertThat(sweeps.getLast().vectors()).isEqualTo(3);
    assertThat(sweeps.getLast().end()).isEqualTo(13 * 16);
  }

  /** Nine rows would keep three broadcasts alive, and 27 + 3 + 3 registers are one too many. */
  @Test
  void anOddTileNeedsOneRegisterMore() {
    assertThat(new Tile(8, 3).registers()).isEqualTo(29);
    assertThat(new Tile(9, 3).registers()).isEqualTo(33);
    assertThat(new Tile(1, 3).registers()).isEqualTo(7);
    assertThat(planner().sweeps(columns(48, 32), TilePlanner::anyCount).getFirst().heights())
        .containsExactly(8, 4, 2, 1);
  }

  @Test
  void theLastPanelIsWalkedInTheHeightsOfTheOthers() {
    List<Sweep> sweeps =
        planner().sweepsOfOneHeight(columns(13 * 16, 32), (highest, v) -> List.of(highest, 6));

    assertThat(sweeps.getLast().heights()).containsExactly(14, 6);
    assertThat(sweeps.getLast().tiles(14)).containsExactly(7, 7);
    assertThat(sweeps.getLast().tiles()).containsExactly(7, 6);
  }

  private static TilePlanner planner() {
    return new TilePlanner(WIDE, 16);
  }

  /** A layer of some columns in panels of some width. */
  static LayerLayout columns(int stride, int panel) {
    LayerShape shape = LayerShape.of(1, stride, Activation.IDENTITY);
    return new LayerLayout(shape, 1, Storage.PANELS, stride, panel, 0, stride, 2 * stride);
  }
}
