/**
 * What a network is measured against: a reference in double precision that is written to be read, a
 * check of gradients by differences, and all tolerances in one place.
 *
 * <p>Speed is no aim here. Nothing in this package shares code with what it checks.
 */
@NullMarked
package dev.burin.check;

import org.jspecify.annotations.NullMarked;
