/**
 * The sample application: declares a network, trains it on digits, checks its gradients and asks
 * it.
 *
 * <p>{@link dev.burin.sample.FiveOrEight} is all that is said about the network; javac writes the
 * rest. {@link dev.burin.sample.TrainCommand} is the place to read on.
 */
@NullMarked
package dev.burin.sample;

import org.jspecify.annotations.NullMarked;
