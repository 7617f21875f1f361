/** The spelling of a plan in Java: every decision is taken when this room is entered. */
@NullMarked
package dev.burin.processor.emit;

import org.jspecify.annotations.NullMarked;
