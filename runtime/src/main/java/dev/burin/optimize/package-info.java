/**
 * How parameters move along a gradient: optimizers, weight decay, and the rules behind them.
 *
 * <p>An {@link dev.burin.optimize.Optimizer} is a description without state. For one training it
 * names the arrays that it remembers things in and gives the rule that moves ranges of parameters.
 * This package knows the layout of parameters, and neither data nor the loop of a training.
 */
@NullMarked
package dev.burin.optimize;

import org.jspecify.annotations.NullMarked;
