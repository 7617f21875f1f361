/**
 * The contract of generated classes: the shape of a network, the layout of its parameters, its
 * workspace, the choice of the SIMD width, and the plain twin that every kernel must equal bit for
 * bit.
 *
 * <p>Nothing here needs the module {@code jdk.incubator.vector} to be present.
 */
@NullMarked
package dev.burin.kernel;

import org.jspecify.annotations.NullMarked;
