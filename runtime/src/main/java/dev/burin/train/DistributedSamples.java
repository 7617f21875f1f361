package dev.burin.train;

import dev.burin.data.Samples;
import dev.burin.network.DoublePartialSums;
import dev.burin.network.FloatPartialSums;
import dev.burin.shape.NetworkShape;

/**
 * Samples that lie on other machines, which compute gradients where the samples are. A {@link
 * Trainer} does with them all that it does with others, and to the same bits: it asks for the sums
 * of a batch, joins them and moves the parameters itself.
 *
 * <p>Where samples have weights, {@link #weights} tells all of them here, and none of them is 0.
 *
 * <p>{@link #copy} brings samples here. A training calls it for all of them, once and in their
 * order, if it has {@link Checkpoints}: it knows its data by their fingerprint.
 */
public interface DistributedSamples extends Samples {

  /**
   * Looks at all numbers where they lie, as {@link Trainer#train} says.
   *
   * @throws IllegalArgumentException if a network of this shape cannot learn from them
   */
  void check(NetworkShape shape);

  /**
   * Some of the samples, in memory: reasons why a training went wrong are looked for among them.
   *
   * @return at least one sample
   */
  Samples some();

  /**
   * The sums of a batch for a float network: of all its blocks, from 0 on.
   *
   * @throws IllegalArgumentException if these samples are not computed with in float
   */
  FloatPartialSums sums(FloatWork work);

  /**
   * The sums of a batch for a double network: of all its blocks, from 0 on.
   *
   * @throws IllegalArgumentException if these samples are not computed with in double
   */
  DoublePartialSums sums(DoubleWork work);
}
