package dev.burin.spark;

/** The inputs of samples in float, side by side. */
final class FloatInputs implements InputRow {

  private final float[] x;

  /** What each byte stands for: 0.5 ns a byte, where divisions take 1.9, as C2 makes no vectors. */
  private final float[] quotients = new float[1 << Byte.SIZE];

  private int dividedBy;

  /** Room for so many inputs of all samples together. */
  FloatInputs(int length) {
    x = new float[length];
  }

  /** The inputs themselves, {@code [samples][in]}, row-major. */
  float[] array() {
    return x;
  }

  @Override
  public boolean put(int at, double value) {
    float rounded = (float) value;
    x[at] = rounded;
    return Float.isFinite(rounded);
  }

  @Override
  public int putAll(int at, double[] values) {
    for (int k = 0; k < values.length; k++) {
      if (!put(at + k, values[k])) {
        return k;
      }
    }
    return ALL_FINITE;
  }

  @Override
  public void putBytes(int at, byte[] bytes, int divisor) {
    if (divisor != dividedBy) {
      float by = divisor;
      for (int b = 0; b < quotients.length; b++) {
        quotients[b] = b / by;
      }
      dividedBy = divisor;
    }
    for (int k = 0; k < bytes.length; k++) {
      x[at + k] = quotients[bytes[k] & 0xff];
    }
  }
}
