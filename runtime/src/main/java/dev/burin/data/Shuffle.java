package dev.burin.data;

import java.util.Objects;
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

  /**
   * The numbers 0 to {@code n - 1} in order.
   *
   * @param n 0 to 2147483639, the longest that an array can be
   * @throws IllegalArgumentException if n is out of range
   */
  public static int[] identity(int n) {
    int[] order = new int[Checks.count("rows", n)];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    return order;
  }

  /**
   * The numbers 0 to {@code n - 1}, shuffled by {@code new Random(seed)}.
   *
   * @param n 0 to 2147483639
   * @throws IllegalArgumentException if n is out of range
   */
  public static int[] permutation(int n, long seed) {
    int[] order = identity(n);
    shuffle(order, new Random(seed));
    return order;
  }

  /** Shuffles an array in place, as {@link Shuffle} specifies; draws {@code length - 1} numbers. */
  public static void shuffle(int[] order, Random random) {
    Checks.given(order, "array to shuffle");
    shuffle(order, 0, order.length, random);
  }

  /**
   * Shuffles the places {@code from} to {@code to - 1} of an array, as {@link Shuffle} specifies.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= from <= to <= order.length}
   */
  public static void shuffle(int[] order, int from, int to, Random random) {
    Checks.given(order, "array to shuffle");
    Checks.given(random, "generator");
    Objects.checkFromToIndex(from, to, order.length);
    for (int i = to - from - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[from + i];
      order[from + i] = order[from + j];
      order[from + j] = kept;
    }
  }
}
