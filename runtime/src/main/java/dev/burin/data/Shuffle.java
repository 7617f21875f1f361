package dev.burin.data;

import java.util.Random;

/**
 * Shuffles that are specified to the last step, so that one seed gives one order everywhere.
 *
 * <p>The shuffle is Durstenfeld's form of Fisher and Yates (R. Durstenfeld, Algorithm 235, 1964):
 * for {@code i} from {@code n - 1} down to 1, the places {@code i} and {@code j = random.nextInt(i
 * + 1)} change their contents. {@link Random} is a specified generator: its algorithm is part of
 * its documentation and the same on every JDK.
 */
public final class Shuffle {

  private Shuffle() {}

  /** The numbers 0 to {@code n - 1} in order. */
  public static int[] identity(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("The number of rows is " + n + ", not 0 or more.");
    }
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    return order;
  }

  /**
   * The numbers 0 to {@code n - 1}, shuffled by {@code new Random(seed)}.
   *
   * @throws IllegalArgumentException if n is below 0
   */
  public static int[] permutation(int n, long seed) {
    int[] order = identity(n);
    shuffle(order, new Random(seed));
    return order;
  }

  /** Shuffles an array in place, as {@link Shuffle} specifies; draws {@code length - 1} numbers. */
  public static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }
}
