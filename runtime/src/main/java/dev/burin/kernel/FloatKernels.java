package dev.burin.kernel;

import dev.burin.machine.CacheLines;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.ParameterLayout;
import dev.burin.shape.Storage;

/**
 * The equations of one network, written out for one SIMD width by the generator or, in {@link
 * FloatTwin}, as plain loops. All implementations give the same bits.
 *
 * <p>Parameters {@code p} lie as the {@link ParameterLayout} says; {@code x} is {@code [n][in]} and
 * {@code y} is {@code [n][out]}, dense and row-major. Rows are those of the workspace, {@code from}
 * inclusive, {@code to} exclusive. Calls that write different rows or different parts may run at
 * the same time.
 */
public abstract class FloatKernels {

  /**
   * The samples whose weight gradients are summed in one chain before the chain is added to the
   * total: it keeps the rounding of long batches small and does not depend on the machine.
   */
  public static final int SHARD = Law.SHARD;

  /** The products of a piece of a long sum, as {@link Law#PIECE} says. */
  public static final int PIECE = Law.PIECE;

  /** The most inputs whose weight gradient is worked on together: twelve tiles of 14. */
  public static final int BLOCK = 168;

  /** The first element of parameters and of copies of them that is used: a cache line begins. */
  public static final int ORIGIN = CacheLines.ORIGIN_BYTES / Float.BYTES;

  /** Where the dz of a panel begin in {@link FloatWorkspace#packed}: {@code [sample][lane]}. */
  public static final int PACKED_DZ = ORIGIN;

  /**
   * Where the inputs of a block begin in {@link FloatWorkspace#packed}: {@code
   * [tile][sample][input]}.
   */
  public static final int PACKED_X =
      PACKED_DZ + SHARD * LayerLayout.WIDEST_PANEL * LayerLayout.GRANULE_BYTES / Float.BYTES;

  /**
   * Where {@link #step} puts the gradient of a tile, or of a block of inputs by a panel of outputs
   * where tiles are narrower than panels: {@code [input][lane]}.
   */
  public static final int PACKED_DW = PACKED_X + SHARD * BLOCK;

  /** The length of {@link FloatWorkspace#packed}. */
  static final int PACKED_LENGTH =
      PACKED_DW + BLOCK * LayerLayout.WIDEST_PANEL * LayerLayout.GRANULE_BYTES / Float.BYTES;

  /**
   * Zeros that the first shard is added to where nothing lies in memory yet; never written. Longer
   * than any tile of the weight gradient.
   */
  protected static final float[] ZEROS = new float[1024];

  private final String path;

  /** Kernels that report themselves under a name. */
  protected FloatKernels(String path) {
    this.path = path;
  }

  /** What computes: a SIMD level of the machine or {@code plain}. */
  public final String path() {
    return path;
  }

  @Override
  public String toString() {
    return getClass().getSimpleName() + " on " + path;
  }

  /**
   * F1 and F2 of every layer: fills {@code ws.a} from {@code x[xAt..]}, and {@code ws.z} where F2
   * is a pass of its own, as in the last layer.
   */
  public abstract void forward(float[] p, float[] x, int xAt, int from, int to, FloatWorkspace ws);

  /**
   * As {@link #forward}, in training: D1 comes before F1 in layers that drop inputs, which are then
   * those of {@code ws.d}. Kernels of networks without dropout have no other code for it.
   */
  public void forwardTraining(float[] p, float[] x, int xAt, int from, int to, FloatWorkspace ws) {
    forward(p, x, xAt, from, to, ws);
  }

  /**
   * L1: fills the last {@code ws.dz} with the derivative of the cost by z, and {@code ws.loss} with
   * the loss of each row before any division by the batch. What the derivative of a row is
   * multiplied with lies in {@code ws.factor}.
   */
  public abstract void lossGradient(float[] y, int yAt, int from, int to, FloatWorkspace ws);

  /** B1, B2 and D2: fills {@code ws.dz} of all layers but the last, from the last to the first. */
  public abstract void backward(float[] p, int from, int to, FloatWorkspace ws);

  /** Copies one part of the weights that B2 reads in transposed order to {@code ws.wt}. */
  public abstract void transpose(float[] p, FloatWorkspace ws, int part, int parts);

  /**
   * B3 and B4: adds the gradients of {@code rows} samples to {@code dp}, which lies as the
   * parameters do. The first row is the first of a shard.
   *
   * @param fresh whether the first shard is added to 0 instead of to what lies in {@code dp}, which
   *     saves a pass over memory
   */
  public abstract void weightGradient(
      float[] x,
      int xAt,
      int rows,
      boolean fresh,
      float[] dp,
      FloatWorkspace ws,
      int part,
      int parts);

  /**
   * B3, B4 and the update, for at most one shard of rows: moves the weights of the layers in {@link
   * Storage#PANELS}, a few at a time while their gradient is in a near cache, and leaves the
   * gradients of everything else in {@code dp}.
   *
   * @param p the parameters, changed in place
   * @param dp lies as the parameters do; where weights are moved, its content is of no use
   * @param rule how weights move
   */
  public abstract void step(
      float[] x,
      int xAt,
      int rows,
      float[] p,
      float[] dp,
      FloatWorkspace ws,
      FloatStep rule,
      int part,
      int parts);
}
