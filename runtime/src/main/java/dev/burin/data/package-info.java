/**
 * Data in memory: tables of numbers, data sets, labels, scaling, NumPy's random numbers, and
 * readers of IDX files.
 *
 * <p>This package knows nothing but the JDK.
 */
@NullMarked
package dev.burin.data;

import org.jspecify.annotations.NullMarked;
