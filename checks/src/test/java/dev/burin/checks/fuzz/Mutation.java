package dev.burin.checks.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Files with damage: a few bytes changed, removed, repeated or taken from another file. */
final class Mutation {

  /** What formats of text are made of. */
  private static final String TEXT = "0,-9.eE\"'{}[]:;\t\n\\ ";

  private final List<byte[]> seeds;
  private final Random random;

  /** Damage to these files; the same seed gives the same damage. */
  Mutation(List<byte[]> seeds, long seed) {
    this.seeds = seeds;
    this.random = new Random(seed);
  }

  /** The next file. */
  byte[] next() {
    byte[] bytes = one().clone();
    for (int left = 1 + random.nextInt(4); left > 0; left--) {
      bytes = change(bytes);
    }
    return bytes;
  }

  private byte[] one() {
    return seeds.get(random.nextInt(seeds.size()));
  }

  private byte[] change(byte[] bytes) {
    if (bytes.length == 0) {
      return one().clone();
    }
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(10)) {
      case 0 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 1 -> {
        return spliced(Arrays.copyOf(bytes, at), bytes, Math.max(0, at - random.nextInt(16)));
      }
      case 2 -> {
        return spliced(Arrays.copyOf(bytes, at), bytes, Math.min(bytes.length, at + 1));
      }
      case 3 -> {
        byte[] other = one();
        return spliced(Arrays.copyOf(bytes, at), other, random.nextInt(other.length));
      }
      case 4 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 5 -> bytes[at] = (byte) 0xff;
      case 6 -> bytes[at] = (byte) (bytes[at] + random.nextInt(3) - 1);
      case 7 ->
          Arrays.fill(bytes, at, Math.min(bytes.length, at + 8), (byte) (random.nextInt(3) * 127));
      case 8 -> bytes[at] = (byte) TEXT.charAt(random.nextInt(TEXT.length()));
      default -> bytes[at] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static byte[] spliced(byte[] head, byte[] from, int at) {
    byte[] all = Arrays.copyOf(head, head.length + from.length - at);
    System.arraycopy(from, at, all, head.length, from.length - at);
    return all;
  }
}
