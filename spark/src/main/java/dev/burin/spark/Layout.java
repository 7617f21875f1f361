package dev.burin.spark;

import dev.burin.data.SampleWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;

/**
 * Blocks of samples in the memory of the executors, in the order of one epoch. A block that is lost
 * with its executor is made again from the table, with the same samples.
 */
final class Layout implements AutoCloseable {

  private final Division division;
  private final int partitions;
  private final JavaRDD<BlockRows> blocks;
  private final SampleWeights weights;

  /** What tasks look up: weights of rows, or where they go. */
  private final Broadcast<?> sent;

  /** The order as it was when the blocks were made; null for that of the table. */
  private final int @Nullable [] order;

  private Layout(
      Division division,
      int partitions,
      JavaPairRDD<Integer, Sample> samples,
      SampleWeights weights,
      Broadcast<?> sent,
      int @Nullable [] order) {
    this.division = division;
    this.partitions = partitions;
    this.weights = weights;
    this.sent = sent;
    this.order = order;
    this.blocks =
        samples
            .partitionBy(new UnitPartitioner(division, partitions))
            .mapPartitions(new BlockBuilder(division, !weights.isNone()), true)
            .persist(StorageLevel.MEMORY_AND_DISK());
  }

  /**
   * The blocks of a table, in the order of its rows, all of which are one batch.
   *
   * @param rows reads their weights
   */
  static Layout of(SampleReader reader, int partitions, JavaPairRDD<InternalRow, Long> rows) {
    return new Layout(
        reader.division(),
        partitions,
        rows.mapPartitionsToPair(reader),
        reader.weights().value().ofSamples(),
        reader.weights(),
        null);
  }

  /** The blocks of another order of the same rows. */
  Layout reordered(int[] to, Division divided) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(blocks.context());
    Broadcast<Places> there = context.broadcast(Places.of(to, division.samples()));
    JavaPairRDD<Integer, Sample> samples =
        blocks.mapPartitionsToPair(new Reorder(division, there, divided));
    return new Layout(divided, partitions, samples, weights, there, to.clone());
  }

  /** Whether these are the blocks of an order that is divided so. */
  boolean isOf(int[] other, Division divided) {
    return division.equals(divided)
        && (order == null ? isNatural(other) : Arrays.equals(order, other));
  }

  private static boolean isNatural(int[] order) {
    for (int i = 0; i < order.length; i++) {
      if (order[i] != i) {
        return false;
      }
    }
    return true;
  }

  /** The weights of all samples, or none. */
  SampleWeights weights() {
    return weights;
  }

  Division division() {
    return division;
  }

  /** Makes the blocks, which shows what is wrong with the rows. */
  void fill() {
    long made = blocks.count();
    if (made != division.units()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The rows fill %d of %d blocks: the column of row numbers holds each from 0 on once,"
                  + " for all rows of the table.",
              made,
              division.units()));
    }
  }

  /** Computes a batch where its blocks are; the sums in ascending order. */
  List<PartialSum> compute(BatchPart part) {
    TreeSet<Integer> owners = new TreeSet<>();
    int first = part.batch() * division.blocksPerBatch();
    int end = Math.min(first + division.blocksPerBatch(), division.units());
    for (int unit = first; unit < end; unit++) {
      owners.add(division.owner(unit, partitions));
    }
    int[] asked = owners.stream().mapToInt(Integer::intValue).toArray();
    return ascending(blocks.mapPartitions(part).collectPartitions(asked));
  }

  /** Computes a round where the parts are; the sums in ascending order. */
  List<PartialSum> compute(RoundPart part) {
    int[] all = IntStream.range(0, partitions).toArray();
    return ascending(blocks.mapPartitions(part).collectPartitions(all));
  }

  private static List<PartialSum> ascending(List<PartialSum>[] ofPartitions) {
    List<PartialSum> sums = new ArrayList<>();
    for (List<PartialSum> own : ofPartitions) {
      sums.addAll(own);
    }
    sums.sort(Comparator.comparingInt(PartialSum::block));
    return sums;
  }

  /** One block, brought here. */
  BlockRows fetch(int unit) {
    int[] owner = {division.owner(unit, partitions)};
    return blocks.filter(new OfUnit(unit)).collectPartitions(owner)[0].getFirst();
  }

  @Override
  public void close() {
    blocks.unpersist(false);
    sent.destroy();
  }

  @Override
  public String toString() {
    return division.samples() + " rows in " + division.units() + " blocks";
  }
}
