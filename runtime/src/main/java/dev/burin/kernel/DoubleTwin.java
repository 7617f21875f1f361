package dev.burin.kernel;

/**
 * The plain twin: every equation as loops over any shape, in the one order of sums that the
 * generated kernels keep too. It is the law for their bits, and what runs where they cannot.
 */
public final class DoubleTwin extends DoubleKernels {

  private final ParameterLayout layout;
  private final int last;

  /** The twin of any network of this shape. */
  public DoubleTwin(NetworkShape shape) {
    super("plain");
    this.layout = ParameterLayout.of(shape);
    this.last = shape.layers().size();
  }

  @Override
  public void forward(double[] p, double[] x, int xAt, int from, int to, DoubleWorkspace ws) {
    for (int l = 1; l <= last; l++) {
      LayerLayout layer = layout.layer(l);
      double[] a0 = l == 1 ? x : ws.a[l - 1];
      int stride0 = l == 1 ? layer.in() : layout.layer(l - 1).rowStride();
      for (int s = from; s < to; s++) {
        int a0At = l == 1 ? xAt + s * stride0 : s * stride0;
        int zAt = s * layer.rowStride();
        switch (layer.storage()) {
          case PANELS -> DoublePanels.affine(layer, p, a0, a0At, ws.z[l], zAt);
          case ROWS -> DoubleRows.affine(layer, p, a0, a0At, ws.z[l], zAt);
        }
        DoubleActivations.apply(layer, ws.z[l], ws.a[l], zAt);
      }
    }
  }

  @Override
  public void lossGradient(
      double[] y, int yAt, double factor, int from, int to, DoubleWorkspace ws) {
    LayerLayout layer = layout.layer(last);
    int m = layer.out();
    for (int s = from; s < to; s++) {
      int at = s * layer.rowStride();
      int target = yAt + s * m;
      ws.loss[s] =
          switch (layout.shape().loss()) {
            case BINARY_CROSS_ENTROPY ->
                DoubleLosses.binaryCrossEntropy(ws.z[last], at, y, target, m);
            case CROSS_ENTROPY -> DoubleLosses.crossEntropy(ws.z[last], at, y, target, m);
            case HALF_MEAN_SQUARED_ERROR, MEAN_SQUARED_ERROR ->
                DoubleLosses.squaredError(ws.a[last], at, y, target, m);
          };
      for (int j = 0; j < m; j++) {
        ws.dz[last][at + j] = (ws.a[last][at + j] - y[target + j]) * factor;
      }
      if (!layout.shape().loss().fusesActivation()) {
        DoubleActivations.derive(layer, ws.z[last], ws.a[last], ws.dz[last], at);
      }
    }
  }

  @Override
  public void backward(double[] p, int from, int to, DoubleWorkspace ws) {
    for (int l = last; l > 1; l--) {
      LayerLayout layer = layout.layer(l);
      LayerLayout previous = layout.layer(l - 1);
      for (int s = from; s < to; s++) {
        int dzAt = s * layer.rowStride();
        int da0At = s * previous.rowStride();
        double[] da0 = ws.dz[l - 1];
        switch (layer.storage()) {
          case PANELS ->
              DoublePanels.inputGradient(layer, previous, ws.wt[l], ws.dz[l], dzAt, da0, da0At);
          case ROWS -> DoubleRows.inputGradient(layer, p, ws.dz[l], dzAt, da0, da0At);
        }
        DoubleActivations.derive(previous, ws.z[l - 1], ws.a[l - 1], da0, da0At);
      }
    }
  }

  @Override
  public void transpose(double[] p, DoubleWorkspace ws, int part, int parts) {
    for (int l = 2; l <= last; l++) {
      LayerLayout layer = layout.layer(l);
      if (layer.storage() == Storage.PANELS) {
        DoublePanels.transpose(layer, layout.layer(l - 1), p, ws.wt[l], part, parts);
      }
    }
  }

  @Override
  public void weightGradient(
      double[] x,
      int xAt,
      int rows,
      boolean fresh,
      double[] dp,
      DoubleWorkspace ws,
      int part,
      int parts) {
    for (int l = 1; l <= last; l++) {
      LayerLayout layer = layout.layer(l);
      double[] a0 = l == 1 ? x : ws.a[l - 1];
      int a0At = l == 1 ? xAt : 0;
      int stride0 = l == 1 ? layer.in() : layout.layer(l - 1).rowStride();
      int kFrom = Crew.bound(layer.in(), part, parts);
      int kTo = Crew.bound(layer.in(), part + 1, parts);
      for (int shard = 0; shard < rows; shard += SHARD) {
        int end = Math.min(rows, shard + SHARD);
        boolean add = !fresh || shard > 0;
        switch (layer.storage()) {
          case PANELS ->
              DoublePanels.weightGradient(
                  layer, a0, a0At, stride0, ws.dz[l], shard, end, add, dp, kFrom, kTo);
          case ROWS ->
              DoubleRows.weightGradient(
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
      LayerLayout layer, double[] dz, int from, int to, boolean add, double[] dp) {
    for (int j = 0; j < layer.out(); j++) {
      double sum = 0;
      for (int s = from; s < to; s++) {
        sum += dz[s * layer.rowStride() + j];
      }
      dp[layer.bias(j)] = (add ? dp[layer.bias(j)] : 0) + sum;
    }
  }

  @Override
  public void step(
      double[] x,
      int xAt,
      int rows,
      double[] p,
      double[] dp,
      DoubleWorkspace ws,
      DoubleStep rule,
      int part,
      int parts) {
    weightGradient(x, xAt, rows, true, dp, ws, part, parts);
    for (LayerLayout layer : layout.layers()) {
      if (layer.storage() == Storage.PANELS) {
        int kFrom = Crew.bound(layer.in(), part, parts);
        int kTo = Crew.bound(layer.in(), part + 1, parts);
        moveWeights(layer, p, kFrom, kTo, dp, rule);
      }
    }
  }

  private void moveWeights(
      LayerLayout layer, double[] p, int kFrom, int kTo, double[] dp, DoubleStep rule) {
    for (int panel = 0; panel < layer.panels(); panel++) {
      int w = layer.panelStart(panel);
      int from = w + kFrom * layer.panelWidth(panel);
      rule.move(this, p, from, w + kTo * layer.panelWidth(panel), dp, from);
    }
  }

  @Override
  public void descend(double[] p, int from, int to, double[] g, int at, double down) {
    for (int i = from; i < to; i++) {
      p[i] = Math.fma(down, g[at + (i - from)], p[i]);
    }
  }

  @Override
  public void descendWithMomentum(
      double[] p, double[] v, int from, int to, double[] g, int at, double down, double mu) {
    for (int i = from; i < to; i++) {
      v[i] = Math.fma(down, g[at + (i - from)], mu * v[i]);
      p[i] += v[i];
    }
  }
}
