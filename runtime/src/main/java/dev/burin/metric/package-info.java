/**
 * Metrics: numbers that say how well answers fit what was wanted, from arrays of both.
 *
 * <p>Definitions and what happens at the edges are those of scikit-learn 1.2.1, where it has them;
 * a number that does not exist, such as a ranking of one class, is NaN and never a plausible value.
 * Samples of weight 0 are left out, and a weight of 2 is the sample twice.
 */
@NullMarked
package dev.burin.metric;

import org.jspecify.annotations.NullMarked;
