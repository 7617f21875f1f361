package dev.burin.spark;

import dev.burin.network.FloatNetwork;
import dev.burin.network.FloatPartialSums;
import dev.burin.train.Order;
import dev.burin.train.Trainer;
import dev.burin.train.Training;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.jspecify.annotations.Nullable;

/**
 * What an executor computes of one round: its parts train one after the other, and the sums of
 * their parameters are joined as those of blocks are.
 *
 * @param type the class of the network
 * @param parameters those that are common
 * @param trainer how a part trains
 * @param round the number of the round
 * @param steps the updates of a part
 * @param parts the number of parts
 * @param seed of the orders, and of what is dropped
 * @param divisor what bytes are divided by
 */
record RoundPart(
    EngravedClass type,
    float[] parameters,
    TrainerOfRound trainer,
    int round,
    int steps,
    int parts,
    long seed,
    int divisor)
    implements FlatMapFunction<Iterator<BlockRows>, PartialSum>, Serializable {

  /** An odd number that is not the one by which orders of epochs differ. */
  private static final long STRIDE = 0xD1B54A32D192ED03L;

  @Override
  public Iterator<PartialSum> call(Iterator<BlockRows> blocks) {
    List<PartialSum> found = new ArrayList<>();
    @Nullable FloatPartialSums sums = null;
    while (blocks.hasNext()) {
      BlockRows part = blocks.next();
      if (sums == null) {
        sums = new FloatPartialSums(parameters.length, part.batch());
      }
      train(part, sums);
    }
    if (sums != null) {
      BatchPart.take(sums, found);
    }
    return found.iterator();
  }

  private void train(BlockRows part, FloatPartialSums sums) {
    FloatNetwork network = ((FloatNetwork) type.network()).with(parameters);
    long own = seed + STRIDE * ((long) round * parts + part.batch());
    Trainer settings =
        trainer
            .trainer(round)
            // One more than are made: the last would look at all samples once more.
            .iterations(steps + 1)
            .threads(1)
            .order(Order.shuffled(own))
            .seed(own)
            .build();
    double cost;
    try (Training training = settings.begin(network, part.dataset(divisor))) {
      for (int step = 0; step < steps; step++) {
        training.step();
      }
      cost = training.state().cost();
    }
    sums.add(part.batch(), network.parameters(), cost);
  }
}
