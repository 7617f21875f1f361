package dev.burin.network;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Checks of what a caller passes, each with the one sentence that it fails with; for the rooms of
 * Burin that take samples for a network, not for users.
 */
public final class Arguments {

  private Arguments() {}

  /** Checks that an array of {@code n} rows of {@code width} is there. */
  public static void given(@Nullable Object array, String what, int n, int width) {
    if (array == null) {
      throw new NullPointerException(
          String.format(
              Locale.ROOT,
              "The array of %s is null; %d samples of %d elements were expected.",
              what,
              n,
              width));
    }
  }

  /** Claims an object that keeps what one call works on. */
  static void enter(AtomicBoolean busy, String what) {
    if (!busy.compareAndSet(false, true)) {
      throw new IllegalStateException(
          "Another thread uses this " + what + " now; make one for each thread.");
    }
  }

  /** Checks that results do not overwrite what they are computed from. */
  public static void apart(Object inputs, Object outputs) {
    if (inputs.equals(outputs)) {
      throw new IllegalArgumentException(
          "The array of inputs is the array of outputs too; give the outputs an array of their"
              + " own.");
    }
  }

  /** Checks that an array holds one sample and nothing else. */
  static void exactly(String what, int length, int width) {
    if (length != width) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The array of %s holds %d elements, but one sample has exactly %d.",
              what,
              length,
              width));
    }
  }

  /** The elements of some samples that are worked on together, if one array can hold them. */
  static int elements(String what, int n, int width) {
    long elements = (long) n * width;
    // Some JVMs refuse arrays within a few elements of the largest int.
    if (elements > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d samples together have %d %s, more than one array holds; use batches below that.",
              n,
              elements,
              what));
    }
    return (int) elements;
  }

  /** Checks that an array has room for {@code n} rows of {@code width}. */
  static void room(String what, int length, int n, int width) {
    room(what, length, 0, n, width);
  }

  /** Checks that an array has room for {@code n} rows of {@code width} from element at on. */
  public static void room(String what, int length, int at, int n, int width) {
    if (n < 0) {
      throw new IllegalArgumentException("The number of samples is " + n + ", not 0 or more.");
    }
    if (at < 0) {
      throw new IllegalArgumentException(
          "The samples begin at element " + at + " of the array of " + what + ", not 0 or more.");
    }
    if (length < at + (long) n * width) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The array of %s holds %d elements, but %d samples of %d%s need %d.",
              what,
              length,
              n,
              width,
              at == 0 ? "" : " from element " + at + " on",
              at + (long) n * width));
    }
  }

  /** Checks that memory has room for {@code n} rows of inputs from byte at on. */
  static void memory(InputType type, long length, long at, int n, int inputs) {
    if (n < 0) {
      throw new IllegalArgumentException("The number of samples is " + n + ", not 0 or more.");
    }
    if (at < 0) {
      throw new IllegalArgumentException(
          "The samples begin at byte " + at + " of the memory of inputs, not 0 or more.");
    }
    long row = (long) inputs * type.bytes();
    // The last row that fits, as the end of n rows may be more than a long holds.
    if (at > length || n > (length - at) / row) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The memory of inputs holds %d bytes from byte %d on, but %d samples of %d inputs,"
                  + " each a %s, have %d.",
              Math.max(0, length - at),
              at,
              n,
              inputs,
              type,
              n * row));
    }
  }
}
