/**
 * Data in memory: tables of numbers, data sets, labels, scaling and NumPy's random numbers.
 *
 * <p>This package knows nothing but the JDK.
 */
@NullMarked
package dev.burin.data;

import org.jspecify.annotations.NullMarked;
