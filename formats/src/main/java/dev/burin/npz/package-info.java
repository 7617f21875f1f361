/** Models of NumPy, weights and biases by name in one archive: {@link dev.burin.npz.NpzModel}. */
@NullMarked
package dev.burin.npz;

import org.jspecify.annotations.NullMarked;
