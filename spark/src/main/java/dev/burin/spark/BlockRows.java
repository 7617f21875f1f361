package dev.burin.spark;

import dev.burin.data.ByteTable;
import dev.burin.data.Dataset;
import dev.burin.data.FloatTable;
import dev.burin.data.SampleWeights;
import dev.burin.data.Table;
import java.io.Serializable;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;

/**
 * The samples of one block of a batch, in flat arrays: what an executor keeps, and the unit in
 * which sums are computed. Pixels stay bytes.
 *
 * @param unit the number of the block among those of all batches, by which blocks are sorted
 * @param batch the number of its batch
 * @param block its number in the batch
 * @param rows its samples
 * @param x {@code [rows][in]}, row-major: {@code float[]}, or {@code byte[]} where a byte is an
 *     input
 * @param y {@code [rows][out]}, row-major
 * @param weights {@code [rows]}, or none where all samples count the same
 */
record BlockRows(int unit, int batch, int block, int rows, Object x, float[] y, double[] weights)
    implements Serializable {

  /**
   * A block of samples that come in any order.
   *
   * @throws IllegalArgumentException if one is missing or there twice
   */
  static BlockRows of(Division division, int unit, Iterable<Sample> samples, boolean weighted) {
    int rows = division.rows(unit);
    BitSet there = new BitSet(rows);
    Object x = new float[0];
    float[] y = {};
    double[] weights = new double[weighted ? rows : 0];
    for (Sample sample : samples) {
      int place = sample.place();
      if (there.isEmpty()) {
        x = room(sample.x(), rows);
        y = new float[Math.multiplyExact(rows, sample.y().length)];
      }
      if (there.get(place)) {
        throw uneven(division.place(unit) + place, "twice");
      }
      there.set(place);
      int in = Array.getLength(sample.x());
      System.arraycopy(sample.x(), 0, x, place * in, in);
      System.arraycopy(sample.y(), 0, y, place * sample.y().length, sample.y().length);
      if (weighted) {
        weights[place] = sample.weight();
      }
    }
    if (there.cardinality() < rows) {
      throw uneven(division.place(unit) + there.nextClearBit(0), "missing");
    }
    return new BlockRows(unit, division.batch(unit), division.block(unit), rows, x, y, weights);
  }

  private static Object room(Object x, int rows) {
    return switch (x) {
      case byte[] bytes -> new byte[Math.multiplyExact(rows, bytes.length)];
      case float[] floats -> new float[Math.multiplyExact(rows, floats.length)];
      default -> throw new IllegalStateException("Samples are bytes or floats, not " + x + ".");
    };
  }

  /** What is said of a number that is not there once. */
  static IllegalArgumentException uneven(long row, String what) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "Row number %d is %s: the column of row numbers holds each from 0 on once, for all"
                + " rows of the table.",
            row,
            what));
  }

  /** The samples as a training on this machine takes them; nothing is copied. */
  Dataset dataset(int divisor) {
    Table features =
        switch (x) {
          case byte[] bytes -> new ByteTable(rows, bytes.length / rows, bytes, divisor);
          case float[] floats -> new FloatTable(rows, floats.length / rows, floats);
          default -> throw neither();
        };
    Dataset all = new Dataset(features, new FloatTable(rows, y.length / rows, y));
    return weights.length == 0 ? all : all.weighted(SampleWeights.of(weights));
  }

  private IllegalStateException neither() {
    return new IllegalStateException("Samples are bytes or floats, not " + x.getClass() + ".");
  }

  /** The sample at a place, for another place. */
  Sample sample(int place, int to) {
    int out = y.length / rows;
    float[] ownY = Arrays.copyOfRange(y, place * out, (place + 1) * out);
    Object ownX =
        switch (x) {
          case byte[] bytes -> {
            int in = bytes.length / rows;
            yield Arrays.copyOfRange(bytes, place * in, (place + 1) * in);
          }
          case float[] floats -> {
            int in = floats.length / rows;
            yield Arrays.copyOfRange(floats, place * in, (place + 1) * in);
          }
          default -> throw neither();
        };
    return new Sample(to, ownX, ownY, weights.length == 0 ? 1 : weights[place]);
  }

  /**
   * Copies samples to arrays.
   *
   * @param quotients what each byte stands for, {@code [256]}
   */
  void read(int from, int to, float[] quotients, float[] toX, int xAt, float[] toY, int yAt) {
    int out = y.length / rows;
    System.arraycopy(y, from * out, toY, yAt, (to - from) * out);
    switch (x) {
      case byte[] bytes -> {
        int in = bytes.length / rows;
        for (int i = from * in, at = xAt; i < to * in; i++, at++) {
          toX[at] = quotients[bytes[i] & 0xff];
        }
      }
      case float[] floats -> {
        int in = floats.length / rows;
        System.arraycopy(floats, from * in, toX, xAt, (to - from) * in);
      }
      default -> throw neither();
    }
  }
}
