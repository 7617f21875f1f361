package dev.burin.hdf5;

/**
 * The checksum of structures: Bob Jenkins' hash function lookup3, {@code hashlittle}, started with
 * 0 (public domain, May 2006).
 */
final class Lookup3 {

  private static final int START = 0xdeadbeef;

  private Lookup3() {}

  static int of(byte[] bytes, int from, int to) {
    int a = START + to - from;
    int b = a;
    int c = a;
    int at = from;
    for (; to - at > 12; at += 12) {
      a += word(bytes, at, to);
      b += word(bytes, at + 4, to);
      c += word(bytes, at + 8, to);
      a = (a - c) ^ Integer.rotateLeft(c, 4);
      c += b;
      b = (b - a) ^ Integer.rotateLeft(a, 6);
      a += c;
      c = (c - b) ^ Integer.rotateLeft(b, 8);
      b += a;
      a = (a - c) ^ Integer.rotateLeft(c, 16);
      c += b;
      b = (b - a) ^ Integer.rotateLeft(a, 19);
      a += c;
      c = (c - b) ^ Integer.rotateLeft(b, 4);
      b += a;
    }
    if (at == to) {
      return c;
    }
    a += word(bytes, at, to);
    b += word(bytes, at + 4, to);
    c += word(bytes, at + 8, to);
    c = (c ^ b) - Integer.rotateLeft(b, 14);
    a = (a ^ c) - Integer.rotateLeft(c, 11);
    b = (b ^ a) - Integer.rotateLeft(a, 25);
    c = (c ^ b) - Integer.rotateLeft(b, 16);
    a = (a ^ c) - Integer.rotateLeft(c, 4);
    b = (b ^ a) - Integer.rotateLeft(a, 14);
    return (c ^ b) - Integer.rotateLeft(b, 24);
  }

  /** Four bytes, the lowest first; those past the end are 0. */
  private static int word(byte[] bytes, int at, int to) {
    int word = 0;
    for (int i = 0; i < 4 && at + i < to; i++) {
      word |= (bytes[at + i] & 255) << (8 * i);
    }
    return word;
  }
}
