package dev.burin.processor.plan;

import dev.burin.shape.LayerLayout;
import java.util.List;

/**
 * A narrow last layer whose inputs are the lanes.
 *
 * @param layout the layer
 * @param inputStride the distance between two rows of its inputs
 * @param lanes the lanes of every vector here
 * @param vectorsPerBlock the vectors that hold the interleaved partial sums of one output
 * @param whole the inputs that fill whole blocks of partial sums
 * @param heights the samples of the forward tiles, falling to 1
 * @param widths the vectors of inputs of the weight gradient's tiles, falling
 * @param slopeSource what B1 reads
 * @param reason why
 */
public record RowLayerPlan(
    LayerLayout layout,
    int inputStride,
    int lanes,
    int vectorsPerBlock,
    int whole,
    List<Integer> heights,
    List<Integer> widths,
    SlopeSource slopeSource,
    String reason)
    implements LayerPlan {

  /** Of sixteen partial sums, what vectors leave: the last four are too few to repay one. */
  public static final List<Integer> HALVES = List.of(8, 4);

  /** The lanes of the vectors that add one half of the partial sums to another. */
  public int halfLanes(int half) {
    return Math.min(half, lanes);
  }

  /** Its tiles read every number once. */
  @Override
  public boolean packs() {
    return false;
  }

  /** Its loss reads z. */
  @Override
  public boolean fusesActivation() {
    return false;
  }

  /** Whether some inputs fill whole blocks of partial sums. */
  public boolean hasBlocks() {
    return whole > 0;
  }

  /** Whether some inputs are left after the last whole block. */
  public boolean hasRest() {
    return whole < layout.in();
  }

  /** Copies the lists. */
  public RowLayerPlan {
    heights = List.copyOf(heights);
    widths = List.copyOf(widths);
  }
}
