package dev.burin.processor.plan;

import dev.burin.shape.LayerLayout;

/** What is decided about one layer on one machine. */
public sealed interface LayerPlan permits PanelLayerPlan, RowLayerPlan {

  /** The layer and where its parameters lie. */
  LayerLayout layout();

  /** The distance between two rows of this layer's inputs. */
  int inputStride();

  /** The lanes of the vectors that pass over this layer's rows. */
  int lanes();

  /** Whether B4 copies what its tiles read. */
  boolean packs();

  /** Whether F1 stores a instead of z, so that there is no pass for F2 and z is nowhere. */
  boolean fusesActivation();

  /** What B1 of this layer computes the slope from, if it is a pass at all. */
  SlopeSource slopeSource();

  /** Why the plan is as it is, as one sentence. */
  String reason();
}
