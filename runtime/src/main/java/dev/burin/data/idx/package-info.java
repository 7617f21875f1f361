/** Readers of IDX files, such as those of MNIST, compressed or not. */
@NullMarked
package dev.burin.data.idx;

import org.jspecify.annotations.NullMarked;
