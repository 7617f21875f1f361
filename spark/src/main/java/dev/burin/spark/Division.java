package dev.burin.spark;

import dev.burin.kernel.Law;
import java.io.Serializable;

/**
 * How the places of an order are divided into batches, and these into the blocks of the law of
 * sums: units are the blocks of all batches, numbered one after the other.
 *
 * @param samples the places of the order
 * @param size the samples of a batch; the last may have fewer
 * @param whole whether a batch is one unit and not cut into blocks
 */
record Division(int samples, int size, boolean whole) implements Serializable {

  /** Batches whose blocks are computed by all partitions together. */
  static Division ofBatches(int samples, int size) {
    return new Division(samples, size, false);
  }

  /** Parts of the samples, each one unit for one executor; the last may have fewer. */
  static Division ofParts(int samples, int parts) {
    return new Division(samples, (samples - 1) / Math.min(parts, samples) + 1, true);
  }

  /** The batches. */
  int batches() {
    return (samples - 1) / size + 1;
  }

  /** The blocks of a batch that is whole. */
  int blocksPerBatch() {
    return whole ? 1 : Law.blocks(Math.min(size, samples));
  }

  /** The units of all batches. */
  int units() {
    int last = batches() - 1;
    return last * blocksPerBatch() + (whole ? 1 : Law.blocks(samples - last * size));
  }

  private int block() {
    return whole ? size : Law.BLOCK;
  }

  /** The unit of a place. */
  int unit(int place) {
    return place / size * blocksPerBatch() + place % size / block();
  }

  /** The batch of a unit. */
  int batch(int unit) {
    return unit / blocksPerBatch();
  }

  /** The block of a unit in its batch. */
  int block(int unit) {
    return unit % blocksPerBatch();
  }

  /** The first place of a unit. */
  int place(int unit) {
    return batch(unit) * size + block(unit) * block();
  }

  /** The places of a unit. */
  int rows(int unit) {
    int endOfBatch = (int) Math.min((batch(unit) + 1L) * size, samples);
    return Math.min(endOfBatch - place(unit), block());
  }

  /**
   * The partition of a unit: of each batch a partition has neighbouring blocks, and batches of few
   * blocks go round.
   */
  int owner(int unit, int partitions) {
    int blocks = blocksPerBatch();
    if (whole) {
      return (int) ((long) unit * partitions / batches());
    }
    return blocks >= partitions
        ? (int) ((long) block(unit) * partitions / blocks)
        : unit % partitions;
  }
}
