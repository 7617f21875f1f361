/** Files as a whole: how one is refused that does not hold what it should. */
@NullMarked
package dev.burin.file;

import org.jspecify.annotations.NullMarked;
