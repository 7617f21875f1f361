package dev.burin.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.processor.model.ClassHead;
import dev.burin.processor.model.NetworkModel;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No plan asks for a tile whose method would be too long, and every network has a plan. */
class BudgetTest {

  private static final ClassHead HEAD = new ClassHead(false, false, false, List.of());

  /** Tiles of 14 x 4 sums would have the fewest loads on a machine with a thousand registers. */
  @Test
  void aTileWhoseMethodWouldBreakTheBudgetIsNoCandidate() {
    Machine machine = new Machine(512, 1000);
    TilePlanner planner = new TilePlanner(machine, 16);

    List<Sweep> sweeps = planner.sweeps(SweepTest.columns(64, 64), TilePlanner::anyCount);

    assertThat(sweeps).hasSize(1);
    Tile highest = new Tile(sweeps.getFirst().heights().getFirst(), sweeps.getFirst().vectors());
    assertThat(highest).isEqualTo(new Tile(13, 4));
    assertThat(highest.bytes()).isLessThanOrEqualTo(Tile.MOST_BYTES);
    assertThat(new Tile(14, 4).bytes()).isGreaterThan(Tile.MOST_BYTES);
  }

  /** A row of it has 2^32 bytes with a shard beside it, more than an int counts. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void theWidestLayerHasAPlan(Precision precision) {
    LayerShape widest = LayerShape.of(1, (1 << 30) - 128, Activation.RELU);
    NetworkShape shape = NetworkShape.of(Loss.MEAN_SQUARED_ERROR, precision, widest);

    NetworkPlan plan =
        Planner.plan(new NetworkModel("garden", "Net", "NetNetwork", HEAD, shape, List.of()));

    assertThat(plan.kernels()).hasSize(Machine.ALL.size());
  }
}
