/** Pictures of how well a network does and of what it has learned, as PNG files. */
@NullMarked
package dev.burin.sample.plot;

import org.jspecify.annotations.NullMarked;
