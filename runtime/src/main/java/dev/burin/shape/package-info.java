/**
 * The shape of a network and where each of its parameters lies: the same records for the processor,
 * which plans with them, and for the runtime, which loads, trains and checks with them.
 */
@NullMarked
package dev.burin.shape;

import org.jspecify.annotations.NullMarked;
