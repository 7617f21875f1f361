package dev.burin.kernel;

/** Kernels that compute as the twin does, until a test overrides a method with a fault. */
class FakeKernels extends FloatKernels {

  private final FloatTwin twin;

  FakeKernels(NetworkShape shape) {
    super("fake");
    this.twin = new FloatTwin(shape);
  }

  @Override
  public void forward(float[] p, float[] x, int xAt, int from, int to, FloatWorkspace ws) {
    twin.forward(p, x, xAt, from, to, ws);
  }

  @Override
  public void lossGradient(float[] y, int yAt, int from, int to, FloatWorkspace ws) {
    twin.lossGradient(y, yAt, from, to, ws);
  }

  @Override
  public void backward(float[] p, int from, int to, FloatWorkspace ws) {
    twin.backward(p, from, to, ws);
  }

  @Override
  public void transpose(float[] p, FloatWorkspace ws, int part, int parts) {
    twin.transpose(p, ws, part, parts);
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
    twin.weightGradient(x, xAt, rows, fresh, dp, ws, part, parts);
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
    twin.step(x, xAt, rows, p, dp, ws, rule, part, parts);
  }
}
