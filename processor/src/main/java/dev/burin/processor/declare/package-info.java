/**
 * What the author wrote: every value together with its place in the source, and the checks that
 * turn a declaration into a model or into refusals.
 */
@NullMarked
package dev.burin.processor.declare;

import org.jspecify.annotations.NullMarked;
