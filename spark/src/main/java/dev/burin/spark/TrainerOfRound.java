package dev.burin.spark;

import dev.burin.train.TrainerBuilder;
import java.io.Serializable;

/**
 * Says how executors train between two averages. It travels to them, as a lambda does that holds
 * nothing but numbers.
 */
@FunctionalInterface
public interface TrainerOfRound extends Serializable {

  /**
   * The settings of a round: optimizer, batch, decay, clipping and so on; its length and the order
   * of the samples are set by the training. An optimizer remembers nothing of earlier rounds.
   *
   * @param round the number of the round, from 0
   */
  TrainerBuilder trainer(int round);
}
