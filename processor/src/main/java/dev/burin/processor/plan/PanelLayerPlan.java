package dev.burin.processor.plan;

import dev.burin.kernel.Law;
import dev.burin.shape.LayerLayout;
import java.util.List;

/**
 * A layer whose outputs are the lanes.
 *
 * @param layout the layer
 * @param inputStride the distance between two rows of its inputs
 * @param lanes the lanes of passes over its rows
 * @param forward F1 for several samples: columns are outputs, rows are samples
 * @param oneRow F1 for one sample
 * @param inputGradient B2: columns are inputs, rows are samples; empty for the first layer
 * @param weightGradient B4: columns are outputs, rows are inputs; all sweeps have the same heights
 * @param inputBlock the inputs of B4 whose gradients stay in the second cache: whole tiles
 * @param packs whether B4 copies what its tiles read, for as many panels as repay it
 * @param fusesActivation whether F1 stores a: for a ReLU, which is cheap and whose derivative needs
 *     no z, in all layers but the last, where the loss reads z, and those whose sums are cut, which
 *     rest in z between two pieces
 * @param slopeSource what B1 reads
 * @param streams whether F1 of several samples reads weights, which come from memory, ahead of
 *     their tiles
 * @param reason why
 */
public record PanelLayerPlan(
    LayerLayout layout,
    int inputStride,
    int lanes,
    List<Sweep> forward,
    List<RowGroup> oneRow,
    List<Sweep> inputGradient,
    List<Sweep> weightGradient,
    int inputBlock,
    boolean packs,
    boolean fusesActivation,
    SlopeSource slopeSource,
    boolean streams,
    String reason)
    implements LayerPlan {

  /** Copies the lists. */
  public PanelLayerPlan {
    forward = List.copyOf(forward);
    oneRow = List.copyOf(oneRow);
    inputGradient = List.copyOf(inputGradient);
    weightGradient = List.copyOf(weightGradient);
  }

  /** Whether F1 adds its sums in pieces. */
  public boolean cutsForward() {
    return Law.cuts(layout.in());
  }

  /** Whether B2 adds its sums in pieces. */
  public boolean cutsInputGradient() {
    return layout.number() > 1 && Law.cuts(layout.out());
  }

  /** The inputs that fill whole pieces of the sums of F1. */
  public int wholeInputs() {
    return Law.whole(layout.in());
  }

  /** Whether some inputs are left after the last whole piece. */
  public boolean hasRestOfInputs() {
    return wholeInputs() < layout.in();
  }

  /** The outputs that fill whole pieces of the sums of B2. */
  public int wholeOutputs() {
    return Law.whole(layout.out());
  }

  /** Whether some outputs are left after the last whole piece. */
  public boolean hasRestOfOutputs() {
    return wholeOutputs() < layout.out();
  }

  /** The columns of neighbouring panels, counted in panels. */
  public PanelCount count(int columns) {
    int equal = forward.getFirst().panel();
    boolean tail = columns % equal != 0;
    return new PanelCount((tail ? columns - forward.getLast().panel() : columns) / equal, tail);
  }

  /** The inputs of a full tile of B4, in every sweep. */
  public int tallestInputs() {
    return weightGradient.getFirst().heights().getFirst();
  }
}
