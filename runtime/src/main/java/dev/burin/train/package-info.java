/**
 * Training: the loop over batches, the optimizers, the cost history, what listens, and how well a
 * network answers afterwards.
 *
 * <p>This package knows the contract of generated networks and the datasets, and neither generated
 * classes nor SIMD.
 */
@NullMarked
package dev.burin.train;

import org.jspecify.annotations.NullMarked;
