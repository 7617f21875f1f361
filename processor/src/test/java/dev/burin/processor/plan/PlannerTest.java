package dev.burin.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.processor.model.ClassHead;
import dev.burin.processor.model.NetworkModel;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans of every small width and some large ones, on every machine. */
class PlannerTest {

  private static final ClassHead HEAD = new ClassHead(false, false, false, List.of());

  private static final int[] WIDTHS =
      IntStream.concat(IntStream.rangeClosed(1, 40), IntStream.of(196, 784, 4096)).toArray();

  /** Heights that were walked already: thousands of plans share a few. */
  private static final Set<List<Integer>> WALKED = new HashSet<>();

  private static final List<KernelPlan> PLANS =
      cases().flatMap(each -> Planner.plan(model(each)).kernels().stream()).toList();

  /** One network whose layers before and after are as wide as the test wants. */
  record Case(int in, int out, Precision precision) {}

  static Stream<Case> cases() {
    return Arrays.stream(WIDTHS)
        .boxed()
        .flatMap(
            in ->
                Arrays.stream(WIDTHS)
                    .boxed()
                    .flatMap(
                        out -> Arrays.stream(Precision.values()).map(p -> new Case(in, out, p))));
  }

  @Test
  void forwardTilesCoverEveryOutputAndSampleOnce() {
    panels(
        (kernel, layer) -> {
          assertThat(columns(layer.forward())).isEqualTo(every(layer.layout().stride()));
          for (Sweep sweep : layer.forward()) {
            assertAnyCount(sweep);
            assertRegisters(kernel, sweep);
          }
        });
  }

  @Test
  void oneSampleCoversEveryOutputOnce() {
    panels(
        (kernel, layer) -> {
          IntStream.Builder columns = IntStream.builder();
          for (RowGroup group : layer.oneRow()) {
            int sums = group.columns() / layer.lanes();
            assertThat(sums + 2).isLessThanOrEqualTo(kernel.machine().registers());
            for (int i = 0; i < group.repeat() * group.columns(); i++) {
              columns.add(group.first() + i);
            }
            assertPanels(layer.layout(), group);
          }
          assertThat(columns.build().toArray()).isEqualTo(every(layer.layout().stride()));
        });
  }

  @Test
  void inputGradientTilesCoverEveryInputAndSampleOnce() {
    panels(
        (kernel, layer) -> {
          int l = layer.layout().number();
          int inputs = l == 1 ? 0 : kernel.layers().get(l - 2).layout().stride();
          assertThat(columns(layer.inputGradient())).isEqualTo(every(inputs));
          for (Sweep sweep : layer.inputGradient()) {
            assertAnyCount(sweep);
            assertRegisters(kernel, sweep);
          }
        });
  }

  @Test
  void weightGradientTilesCoverEveryOutputAndInputOnce() {
    panels(
        (kernel, layer) -> {
          assertThat(columns(layer.weightGradient())).isEqualTo(every(layer.layout().stride()));
          for (Sweep sweep : layer.weightGradient()) {
            assertThat(walked(sweep.heights(), layer.layout().in()))
                .as("%s of %d inputs", sweep, layer.layout().in())
                .isEqualTo(layer.layout().in());
            assertRegisters(kernel, sweep);
          }
        });
  }

  @Test
  void narrowLayersCoverTheirBlocksAndKeepTheRegisters() {
    plans(
        (kernel, layer) -> {
          if (layer instanceof RowLayerPlan rows) {
            int in = rows.layout().in();
            assertThat(rows.whole()).isEqualTo(in / 16 * 16);
            assertThat(rows.lanes() * rows.vectorsPerBlock()).isEqualTo(16);
            assertThat(rows.heights()).endsWith(1).isSortedAccordingTo((a, b) -> b - a);
            assertThat(rows.widths()).endsWith(1).isSortedAccordingTo((a, b) -> b - a);
            int vectors = rows.vectorsPerBlock();
            assertThat(new Tile(rows.heights().getFirst(), vectors).registers())
                .as("F1 of %s on %s", rows, kernel.machine())
                .isLessThanOrEqualTo(kernel.machine().registers());
            assertThat(new Tile(rows.layout().out(), rows.widths().getFirst()).registers())
                .as("B4 of %s on %s", rows, kernel.machine())
                .isLessThanOrEqualTo(kernel.machine().registers());
          }
        });
  }

  @ParameterizedTest
  @MethodSource("edges")
  void theSameNetworkHasTheSamePlan(Case each) {
    assertThat(Planner.plan(model(each))).isEqualTo(Planner.plan(model(each)));
    assertThat(Planner.plan(model(each)).toString())
        .isEqualTo(Planner.plan(model(each)).toString());
  }

  static Stream<Case> edges() {
    return Stream.of(
        new Case(1, 1, Precision.FLOAT),
        new Case(17, 33, Precision.DOUBLE),
        new Case(784, 196, Precision.FLOAT),
        new Case(4096, 4096, Precision.DOUBLE));
  }

  private interface Check<P extends LayerPlan> {
    void of(KernelPlan kernel, P layer);
  }

  private static void panels(Check<PanelLayerPlan> check) {
    plans(
        (kernel, layer) -> {
          if (layer instanceof PanelLayerPlan panels) {
            check.of(kernel, panels);
          }
        });
  }

  private static void plans(Check<LayerPlan> check) {
    for (KernelPlan kernel : PLANS) {
      kernel.layers().forEach(layer -> check.of(kernel, layer));
    }
  }

  private static NetworkModel model(Case each) {
    return model(
        NetworkShape.of(
            Loss.MEAN_SQUARED_ERROR,
            each.precision(),
            LayerShape.of(each.in(), each.out(), Activation.TANH),
            LayerShape.of(each.out(), each.in(), Activation.TANH)));
  }

  private static NetworkModel model(NetworkShape shape) {
    return new NetworkModel("garden", "Net", "NetNetwork", HEAD, shape, List.of());
  }

  private static int[] every(int count) {
    return IntStream.range(0, count).toArray();
  }

  /** The columns in the order in which blocks walk them. */
  private static int[] columns(List<Sweep> sweeps) {
    IntStream.Builder columns = IntStream.builder();
    for (Sweep sweep : sweeps) {
      assertThat(sweep.panel() % sweep.block()).isZero();
      for (int j = sweep.first(); j < sweep.end(); j += sweep.block()) {
        for (int c = 0; c < sweep.block(); c++) {
          columns.add(j + c);
        }
      }
    }
    return columns.build().toArray();
  }

  /** The rows that tiles of falling heights cover. */
  private static int walked(List<Integer> heights, int rows) {
    int at = 0;
    for (int height : heights) {
      while (at + height <= rows) {
        at += height;
      }
    }
    return at;
  }

  private static void assertAnyCount(Sweep sweep) {
    assertThat(sweep.heights()).endsWith(1).doesNotHaveDuplicates();
    assertThat(sweep.heights()).isSortedAccordingTo((a, b) -> b - a);
    if (!WALKED.add(sweep.heights())) {
      return;
    }
    for (int rows = 0; rows <= 3 * sweep.heights().getFirst(); rows++) {
      assertThat(walked(sweep.heights(), rows)).isEqualTo(rows);
    }
  }

  private static void assertRegisters(KernelPlan kernel, Sweep sweep) {
    Tile tile = new Tile(sweep.tiles().getFirst(), sweep.vectors());
    assertThat(tile.registers())
        .as("%s on %s", sweep, kernel.machine())
        .isLessThanOrEqualTo(kernel.machine().registers());
    assertThat(sweep.lanes()).isLessThanOrEqualTo(16);
  }

  /** The widths of a group are those of the panels in memory. */
  private static void assertPanels(LayerLayout layout, RowGroup group) {
    int column = group.first();
    for (int i = 0; i < group.repeat(); i++) {
      for (int width : group.widths()) {
        assertThat(width).isEqualTo(layout.panelWidth(column / layout.panel()));
        column += width;
      }
    }
  }
}
