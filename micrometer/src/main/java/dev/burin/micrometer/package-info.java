/** Meters of Micrometer for what {@code dev.burin.serve} does. */
@NullMarked
package dev.burin.micrometer;

import org.jspecify.annotations.NullMarked;
