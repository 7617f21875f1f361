/**
 * Networks behind a service: one predictor for many callers, in batches where that pays, and
 * weights that change while it answers. Nothing here starts a thread of its own.
 */
@NullMarked
package dev.burin.serve;

import org.jspecify.annotations.NullMarked;
