/**
 * Networks as a user holds them: their parameters, their answers, their gradients and who may use
 * them when.
 */
@NullMarked
package dev.burin.network;

import org.jspecify.annotations.NullMarked;
