/** Event files for TensorBoard: scalars and histograms of weights, as a training goes on. */
@NullMarked
package dev.burin.tensorboard;

import org.jspecify.annotations.NullMarked;
