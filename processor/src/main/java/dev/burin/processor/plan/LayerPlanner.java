package dev.burin.processor.plan;

import dev.burin.Activation;
import dev.burin.Precision;
import dev.burin.kernel.FloatKernels;
import dev.burin.kernel.FloatRows;
import dev.burin.kernel.Law;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.ParameterLayout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Decides about one layer on one machine: a pure function of both. */
final class LayerPlanner {

  /** Independent sums that hide the latency of two multiply-adds per cycle, twice over. */
  private static final int CHAINS = 16;

  /** The gradients and inputs of a block of B4: a quarter of a second cache, see docs/plan.md. */
  private static final int BLOCK_BYTES = 256 << 10;

  /** Weights that fill more than this come from memory, see docs/plan.md. */
  private static final int STREAM_BYTES = 8 << 20;

  /** The panels that repay the copies of B4, see docs/plan.md. */
  private static final int PACKED_PANELS = 3;

  /** From these registers on a tile of B4 is as high as any other, see docs/plan.md. */
  private static final int MANY_REGISTERS = 32;

  /** The highest tile of B4 with fewer registers: C2 loads its numbers far ahead. */
  private static final int HIGHEST_OF_FEW = 4;

  /** The sums of a tile of a narrow layer: enough chains, few enough for every machine. */
  private static final int ROW_SUMS = 8;

  private final Machine machine;
  private final ParameterLayout layout;
  private final int number;
  private final int machineLanes;

  LayerPlanner(Machine machine, ParameterLayout layout, int number) {
    this.machine = machine;
    this.layout = layout;
    this.number = number;
    Precision precision = layout.shape().precision();
    this.machineLanes = machine.lanes(precision);
  }

  LayerPlan plan() {
    LayerLayout layer = layout.layer(number);
    return switch (layer.storage()) {
      case PANELS -> panels(layer);
      case ROWS -> rows(layer);
    };
  }

  private PanelLayerPlan panels(LayerLayout layer) {
    int lanes = Math.min(machineLanes, layer.stride());
    List<Sweep> forward = new TilePlanner(machine, lanes).sweeps(layer, TilePlanner::anyCount);
    TilePlanner weightTiles =
        new TilePlanner(
            machine,
            lanes,
            machine.registers() < MANY_REGISTERS ? HIGHEST_OF_FEW : TilePlanner.HIGHEST);
    List<Sweep> weightGradient =
        weightTiles.sweepsOfOneHeight(
            layer, (highest, vectors) -> TilePlanner.knownCount(layer.in(), highest, vectors));
    List<Sweep> inputGradient = List.of();
    if (number > 1) {
      LayerLayout previous = layout.layer(number - 1);
      int inputLanes = Math.min(machineLanes, previous.stride());
      inputGradient = new TilePlanner(machine, inputLanes).sweeps(previous, TilePlanner::anyCount);
    }
    Sweep main = forward.getFirst();
    Tile tile = new Tile(main.highest(), main.vectors());
    String reason =
        String.format(
            Locale.ROOT,
            "%s the lanes of %s; %s sums, %s and %s fill %d of %d registers",
            layer.out() == 1 ? "1 output is" : layer.out() + " outputs are",
            count(layer.stride() / lanes, "vector"),
            tile,
            count(tile.vectors(), "operand"),
            count(tile.broadcasts(), "broadcast"),
            tile.registers(),
            machine.registers());
    return new PanelLayerPlan(
        layer,
        inputStride(),
        lanes,
        forward,
        groups(layer, lanes),
        inputGradient,
        weightGradient,
        inputBlock(layer, weightGradient.getFirst().heights().getFirst()),
        packs(layer, lanes, weightGradient.getFirst().heights().getFirst()),
        fuses(layer),
        SlopeSource.of(layout, layer),
        (long) layer.stride() * layer.in() * layout.shape().precision().bytes() > STREAM_BYTES,
        reason);
  }

  /** Equal blocks of whole tiles, whose gradients are not driven out between two shards. */
  private int inputBlock(LayerLayout layer, int height) {
    long perInput =
        (layer.stride() + FloatKernels.SHARD) * (long) layout.shape().precision().bytes();
    int most = (int) Math.min(FloatKernels.BLOCK, BLOCK_BYTES / perInput);
    int tiles = ceiling(layer.in(), height);
    int blocks = ceiling(tiles, Math.max(1, most / height));
    return ceiling(tiles, blocks) * height;
  }

  /** Whole vectors may reach into the next sample, but not past it: there B4 does not pack. */
  private static boolean packs(LayerLayout layer, int lanes, int height) {
    int span = ceiling(height, lanes) * lanes;
    return layer.panels() >= PACKED_PANELS && span <= layer.in() && span <= 2 * height;
  }

  /** The loss reads z of the last layer, and sums that are cut rest in z between two pieces. */
  private boolean fuses(LayerLayout layer) {
    return layer.layer().activation() == Activation.RELU
        && number < layout.layers().size()
        && !Law.cuts(layer.in());
  }

  private static String count(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }

  private static int ceiling(int n, int by) {
    return (n + by - 1) / by;
  }

  /** One sample: as many panels at once as give enough chains and leave half the registers. */
  private List<RowGroup> groups(LayerLayout layer, int lanes) {
    int chains = Math.min(CHAINS, machine.registers() - 4);
    int panels = Math.max(1, chains / Math.max(1, layer.panel() / lanes));
    int full = layer.equalPanels();
    List<RowGroup> groups = new ArrayList<>();
    int repeat = full / panels;
    if (repeat > 0) {
      groups.add(new RowGroup(0, Collections.nCopies(panels, layer.panel()), repeat));
    }
    List<Integer> rest = new ArrayList<>(Collections.nCopies(full % panels, layer.panel()));
    if (full < layer.panels()) {
      rest.add(layer.panelWidth(full));
    }
    if (!rest.isEmpty()) {
      groups.add(new RowGroup(repeat * panels * layer.panel(), rest, 1));
    }
    return groups;
  }

  private RowLayerPlan rows(LayerLayout layer) {
    int perBlock = FloatRows.LANES / machineLanes;
    int lanes = perBlock == 0 ? FloatRows.LANES : machineLanes;
    int vectors = Math.max(1, perBlock);
    int whole = layer.in() - layer.in() % FloatRows.LANES;
    int highest = Math.max(1, ROW_SUMS / vectors);
    String reason =
        String.format(
                Locale.ROOT, "%s as lanes would leave most empty", count(layer.out(), "output"))
            + (whole == 0
                ? String.format(
                    Locale.ROOT, ", and %d inputs fill no block of %d", layer.in(), FloatRows.LANES)
                : String.format(
                    Locale.ROOT,
                    "; %d inputs are the lanes of %d interleaved partial sums",
                    whole,
                    FloatRows.LANES));
    return new RowLayerPlan(
        layer,
        inputStride(),
        lanes,
        vectors,
        whole,
        TilePlanner.anyCount(highest, vectors),
        TilePlanner.anyCount(widest(layer.out()), 1),
        SlopeSource.of(layout, layer),
        reason);
  }

  /** The vectors of inputs of a tile for this many outputs. */
  private int widest(int outputs) {
    int width = ROW_SUMS / outputs;
    while (new Tile(outputs, width).registers() > machine.registers()) {
      width--;
    }
    return width;
  }

  private int inputStride() {
    return number == 1 ? layout.shape().inputs() : layout.layer(number - 1).rowStride();
  }
}
