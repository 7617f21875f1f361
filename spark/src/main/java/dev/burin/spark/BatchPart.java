package dev.burin.spark;

import dev.burin.network.FloatPartialSums;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;

/**
 * What an executor computes of one batch: it joins what its partition wholly owns, as the law of
 * sums says, and sends the few sums that are left.
 *
 * @param type the class of the network
 * @param parameters {@code [parameters]}
 * @param batch the number of the batch in its order
 * @param total what the samples of the batch count together
 * @param gradient whether the gradient is wanted, or losses alone
 * @param seed of what is dropped
 * @param step the number of the update
 * @param divisor what bytes are divided by
 */
record BatchPart(
    EngravedClass type,
    float[] parameters,
    int batch,
    double total,
    boolean gradient,
    long seed,
    long step,
    int divisor)
    implements FlatMapFunction<Iterator<BlockRows>, PartialSum>, Serializable {

  @Override
  public Iterator<PartialSum> call(Iterator<BlockRows> blocks) {
    List<PartialSum> found = new ArrayList<>();
    Workers workers = Workers.of(type);
    Workers.Worker worker = workers.take();
    try {
      worker.set(this);
      FloatPartialSums sums = none(0);
      while (blocks.hasNext()) {
        BlockRows rows = blocks.next();
        if (rows.batch() == batch) {
          if (rows.block() != sums.end()) {
            take(sums, found);
            sums = none(rows.block());
          }
          worker.add(rows, this, sums);
        }
      }
      take(sums, found);
    } finally {
      workers.giveBack(worker);
    }
    return found.iterator();
  }

  private FloatPartialSums none(int block) {
    return gradient
        ? new FloatPartialSums(parameters.length, block)
        : FloatPartialSums.ofLosses(block);
  }

  /** Takes what is left of a range that a partition has joined. */
  static void take(FloatPartialSums sums, List<PartialSum> found) {
    int block = sums.first();
    for (int i = 0; i < sums.size(); i++) {
      found.add(new PartialSum(block, sums.level(i), sums.gradient(i), sums.loss(i)));
      block += 1 << sums.level(i);
    }
  }
}
