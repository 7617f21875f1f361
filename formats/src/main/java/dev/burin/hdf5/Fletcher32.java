package dev.burin.hdf5;

/**
 * The checksum of chunks: Fletcher's with two sums of 16 bits, over words with the high byte first.
 */
final class Fletcher32 {

  /** As many words as the sums of 32 bits take without an overflow. */
  private static final int WORDS = 360;

  private Fletcher32() {}

  static int of(byte[] bytes, int length) {
    int sum1 = 0;
    int sum2 = 0;
    for (int at = 0; at < length; ) {
      for (int i = 0; i < WORDS && at < length; i++, at += 2) {
        int low = at + 1 < length ? bytes[at + 1] & 255 : 0;
        sum1 += (bytes[at] & 255) << 8 | low;
        sum2 += sum1;
      }
      sum1 = folded(sum1);
      sum2 = folded(sum2);
    }
    return folded(sum2) << 16 | folded(sum1);
  }

  private static int folded(int sum) {
    return (sum & 0xffff) + (sum >>> 16);
  }
}
