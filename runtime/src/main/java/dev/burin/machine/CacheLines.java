package dev.burin.machine;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * Arrays whose elements from an origin on begin at a cache line, for the rooms of the runtime and
 * not for users.
 *
 * <p>A vector of 512 bits is a cache line, and one that lies across two costs twice. Java cannot
 * ask for the place of an array, but G1, Shenandoah and ZGC put an array of more than half a region
 * at the start of one, where it stays and its elements follow after a header of 16 bytes. So arrays
 * are made that long. Where this does not hold, as with other collectors, they are arrays like any
 * other: the place costs time and never changes a bit. docs/plan.md has the numbers.
 */
public final class CacheLines {

  /** The bytes between the header of an array and the next cache line: where elements begin. */
  public static final int ORIGIN_BYTES = 64 - 16;

  /** Smaller arrays are not worth the memory; 32-64-64-1, of 27 KB, still gains 7 %. */
  private static final int SHORTEST_BYTES = 16 << 10;

  /** All longer arrays that are alive take this part of the heap at the most. */
  private static final int SHARE = 32;

  /** G1 takes a 2048th of the heap for a region, as a power of 2 between these. */
  private static final int REGIONS = 2048;

  private static final long SMALLEST_REGION = 1L << 20;
  private static final long LARGEST_REGION = 32L << 20;

  private static final List<WeakReference<Object>> LONGER = new ArrayList<>();

  private CacheLines() {}

  /** An array of at least {@code length} zeros. */
  public static float[] floats(int length) {
    int longer = longer(length, Float.BYTES);
    float[] array = new float[longer];
    return longer > length ? kept(array) : array;
  }

  /** An array of at least {@code length} zeros. */
  public static double[] doubles(int length) {
    int longer = longer(length, Double.BYTES);
    double[] array = new double[longer];
    return longer > length ? kept(array) : array;
  }

  private static int longer(int length, int elementBytes) {
    long heap = Runtime.getRuntime().maxMemory();
    int least = (int) (region(heap) / 2 / elementBytes);
    boolean worth = (long) length * elementBytes >= SHORTEST_BYTES;
    return worth && length < least && alive() < most(heap) ? least : length;
  }

  /** The longer arrays that may be alive: each takes a region. */
  static long most(long heap) {
    return heap / SHARE / region(heap);
  }

  /** The region of G1 for a heap: rounded up to a power of 2. */
  static long region(long heap) {
    long share = Math.max(1, heap / REGIONS);
    return Math.clamp(Long.highestOneBit(2 * share - 1), SMALLEST_REGION, LARGEST_REGION);
  }

  private static int alive() {
    synchronized (LONGER) {
      LONGER.removeIf(reference -> reference.get() == null);
      return LONGER.size();
    }
  }

  private static <T> T kept(T array) {
    synchronized (LONGER) {
      LONGER.add(new WeakReference<>(array));
    }
    return array;
  }
}
