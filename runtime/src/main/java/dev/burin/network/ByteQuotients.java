package dev.burin.network;

import java.util.Arrays;

/**
 * Each byte less a shift over a divisor, as a division in double that is rounded once gives it. In
 * float by additions and multiply-adds alone where that has the same bits for all 256 bytes, which
 * is looked at once; HotSpot makes vectors of it, and P. Markstein ("Computation of elementary
 * functions on the IBM RISC System/6000 processor", 1990) is its source. Else they are looked up.
 */
final class ByteQuotients {

  private static final int BYTES = 256;

  /** Added and taken off again, it rounds to a whole number: 1.5 x 2^23. */
  private static final float WHOLE = 0x1.8p23f;

  private final float shift;
  private final float divisor;
  private final float reciprocal;
  private final boolean exact;
  private final float[] floats = new float[BYTES];
  private final double[] doubles = new double[BYTES];

  ByteQuotients(double shift, double divisor) {
    this.shift = (float) shift;
    this.divisor = (float) divisor;
    this.reciprocal = 1 / this.divisor;
    byte[] bytes = new byte[BYTES];
    float[] computed = new float[BYTES];
    for (int b = 0; b < BYTES; b++) {
      bytes[b] = (byte) b;
      doubles[b] = (b - shift) / divisor;
      floats[b] = (float) doubles[b];
    }
    compute(bytes, BYTES, computed, 0);
    this.exact = Arrays.equals(floats, computed);
  }

  void copy(byte[] from, int count, double[] to, int at) {
    for (int i = 0; i < count; i++) {
      to[at + i] = doubles[from[i] & 255];
    }
  }

  void copy(byte[] from, int count, float[] to, int at) {
    if (exact) {
      compute(from, count, to, at);
    } else {
      for (int i = 0; i < count; i++) {
        to[at + i] = floats[from[i] & 255];
      }
    }
  }

  private void compute(byte[] from, int count, float[] to, int at) {
    float s = shift;
    float d = divisor;
    float r = reciprocal;
    for (int i = 0; i < count; i++) {
      float signed = from[i];
      // -1 for the bytes that are negative in Java and 256 more in truth, else 0; all of it exact.
      float below = (Math.fma(signed, 0x1p-8f, -0x1.fep-2f) + WHOLE) - WHOLE;
      float b = Math.fma(-256f, below, signed) - s;
      float q = b * r;
      to[at + i] = Math.fma(Math.fma(-q, d, b), r, q);
    }
  }
}
