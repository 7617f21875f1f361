/** What a declaration says about files, held against the files. */
@NullMarked
package dev.burin.processor.prove;

import org.jspecify.annotations.NullMarked;
