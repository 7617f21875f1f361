package dev.burin.kernel;

import dev.burin.machine.Crew;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.NetworkShape;
import dev.burin.shape.ParameterLayout;
import dev.burin.shape.Storage;

/**
 * The plain twin: every equation as loops over any shape, in the one order of sums that the
 * generated kernels keep too. It is the law for their bits, and what runs where they cannot.
 */
public final class FloatTwin extends FloatKernels {

  private final ParameterLayout layout;
  private final int last;

  /** The twin of any network of this shape. */
  public FloatTwin(NetworkShape shape) {
    super("plain");
    this.layout = ParameterLayout.of(shape);
    this.last = shape.layers().size();
  }

  @Override
  public void forward(float[] p, float[] x, int xAt, int from, int to, FloatWorkspace ws) {
    for (int l = 1; l <= last; l++) {
      layer(l, p, l == 1 ? x : ws.a[l - 1], l == 1 ? xAt : 0, from, to, ws);
    }
  }

  @Override
  public void forwardTraining(float[] p, float[] x, int xAt, int from, int to, FloatWorkspace ws) {
    for (int l = 1; l <= last; l++) {
      if (drops(l)) {
        FloatDropout.forward(ws, l, l == 1 ? x : ws.a[l - 1], l == 1 ? xAt : 0, from, to);
      }
      layer(l, p, inputs(l, x, ws), inputsAt(l, xAt), from, to, ws);
    }
  }

  private boolean drops(int l) {
    return layout.layer(l).layer().dropout() > 0;
  }

  /** What F1 and B4 of layer l read in training. */
  private float[] inputs(int l, float[] x, FloatWorkspace ws) {
    if (drops(l)) {
      return ws.d[l];
    }
    return l == 1 ? x : ws.a[l - 1];
  }

  private int inputsAt(int l, int xAt) {
    return l == 1 && !drops(l) ? xAt : 0;
  }

  /** The distance between two rows of the inputs of layer l. */
  private int inputStride(int l) {
    return l == 1 ? layout.layer(l).in() : layout.layer(l - 1).rowStride();
  }

  private void layer(int l, float[] p, float[] a0, int a0At, int from, int to, FloatWorkspace ws) {
    LayerLayout layer = layout.layer(l);
    for (int s = from; s < to; s++) {
      int at = a0At + s * inputStride(l);
      int zAt = s * layer.rowStride();
      switch (layer.storage()) {
        case PANELS -> FloatPanels.affine(layer, p, a0, at, ws.z[l], zAt);
        case ROWS -> FloatRows.affine(layer, p, a0, at, ws.z[l], zAt);
      }
      FloatActivations.apply(layer, ws.z[l], ws.a[l], zAt);
    }
  }

  /** L1 dz = (a - y) factor, and the loss of each row. */
  @Override
  public void lossGradient(float[] y, int yAt, int from, int to, FloatWorkspace ws) {
    LayerLayout layer = layout.layer(last);
    int m = layer.out();
    for (int s = from; s < to; s++) {
      int at = s * layer.rowStride();
      int target = yAt + s * m;
      float factor = ws.factor[s];
      ws.loss[s] =
          switch (layout.shape().loss()) {
            case BINARY_CROSS_ENTROPY ->
                FloatLosses.binaryCrossEntropy(ws.z[last], at, y, target, m);
            case CROSS_ENTROPY -> FloatLosses.crossEntropy(ws.z[last], at, y, target, m);
            case HALF_MEAN_SQUARED_ERROR, MEAN_SQUARED_ERROR ->
                FloatLosses.squaredError(ws.a[last], at, y, target, m);
            case MEAN_ABSOLUTE_ERROR -> FloatLosses.absoluteError(ws.a[last], at, y, target, m);
            case HUBER -> FloatLosses.huber(ws.a[last], at, y, target, m);
          };
      for (int j = 0; j < m; j++) {
        ws.dz[last][at + j] = slope(ws.a[last][at + j] - y[target + j]) * factor;
      }
      if (!layout.shape().loss().fusesActivation()) {
        FloatActivations.derive(layer, ws.z[last], ws.a[last], ws.dz[last], at);
      }
    }
  }

  /** What the loss makes of a - y in L1. */
  private float slope(float difference) {
    return switch (layout.shape().loss()) {
      case BINARY_CROSS_ENTROPY, CROSS_ENTROPY, HALF_MEAN_SQUARED_ERROR, MEAN_SQUARED_ERROR ->
          difference;
      case MEAN_ABSOLUTE_ERROR -> FloatLosses.absoluteErrorSlope(difference);
      case HUBER -> FloatLosses.huberSlope(difference);
    };
  }

  @Override
  public void backward(float[] p, int from, int to, FloatWorkspace ws) {
    for (int l = last; l > 1; l--) {
      LayerLayout layer = layout.layer(l);
      LayerLayout previous = layout.layer(l - 1);
      for (int s = from; s < to; s++) {
        int dzAt = s * layer.rowStride();
        int da0At = s * previous.rowStride();
        float[] da0 = ws.dz[l - 1];
        switch (layer.storage()) {
          case PANELS ->
              FloatPanels.inputGradient(layer, previous, ws.wt[l], ws.dz[l], dzAt, da0, da0At);
          case ROWS -> FloatRows.inputGradient(layer, p, ws.dz[l], dzAt, da0, da0At);
        }
      }
      if (drops(l)) {
        FloatDropout.backward(ws, l, from, to);
      }
      for (int s = from; s < to; s++) {
        int da0At = s * previous.rowStride();
        FloatActivations.derive(previous, ws.z[l - 1], ws.a[l - 1], ws.dz[l - 1], da0At);
      }
    }
  }

  @Override
  public void transpose(float[] p, FloatWorkspace ws, int part, int parts) {
    for (int l = 2; l <= last; l++) {
      LayerLayout layer = layout.layer(l);
      if (layer.storage() == Storage.PANELS) {
        FloatPanels.transpose(layer, layout.layer(l - 1), p, ws.wt[l], part, parts);
      }
    }
  }

  @Override
  public void weightGradient(
      float[] x,
      int xAt,
      int rows,
      boolean fresh,
      float[] dp,
      FloatWorkspace ws,
      int part,
      int parts) {
    for (int l = 1; l <= last; l++) {
      LayerLayout layer = layout.layer(l);
      float[] a0 = inputs(l, x, ws);
      int a0At = inputsAt(l, xAt);
      int stride0 = inputStride(l);
      int kFrom = Crew.bound(layer.in(), part, parts);
      int kTo = Crew.bound(layer.in(), part + 1, parts);
      for (int shard = 0; shard < rows; shard += SHARD) {
        int end = Math.min(rows, shard + SHARD);
        boolean add = !fresh || shard > 0;
        switch (layer.storage()) {
          case PANELS ->
              FloatPanels.weightGradient(
                  layer, a0, a0At, stride0, ws.dz[l], shard, end, add, dp, kFrom, kTo);
          case ROWS ->
              FloatRows.weightGradient(
                  layer, a0, a0At, stride0, ws.dz[l], shard, end, add, dp, kFrom, kTo);
        }
        if (part == 0) {
          biasGradient(layer, ws.dz[l], shard, end, add, dp);
        }
      }
    }
  }

  /** B3 db = sum of dz over samples: from 0, samples ascending, then added to the total or to 0. */
  private static void biasGradient(
      LayerLayout layer, float[] dz, int from, int to, boolean add, float[] dp) {
    for (int j = 0; j < layer.out(); j++) {
      float sum = 0;
      for (int s = from; s < to; s++) {
        sum += dz[s * layer.rowStride() + j];
      }
      dp[layer.bias(j)] = (add ? dp[layer.bias(j)] : 0) + sum;
    }
  }

  @Override
  public void step(
      float[] x,
      int xAt,
      int rows,
      float[] p,
      float[] dp,
      FloatWorkspace ws,
      FloatStep rule,
      int part,
      int parts) {
    weightGradient(x, xAt, rows, true, dp, ws, part, parts);
    for (int l = 1; l <= last; l++) {
      LayerLayout layer = layout.layer(l);
      if (layer.storage() == Storage.PANELS) {
        int kFrom = Crew.bound(layer.in(), part, parts);
        int kTo = Crew.bound(layer.in(), part + 1, parts);
        moveWeights(layer, p, kFrom, kTo, dp, rule);
      }
    }
  }

  private void moveWeights(
      LayerLayout layer, float[] p, int kFrom, int kTo, float[] dp, FloatStep rule) {
    for (int panel = 0; panel < layer.panels(); panel++) {
      int w = layer.panelStart(panel);
      int from = w + kFrom * layer.panelWidth(panel);
      rule.move(p, from, w + kTo * layer.panelWidth(panel), dp, from);
    }
  }
}
