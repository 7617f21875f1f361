/**
 * How kernels take over from the plain twin, for the rooms of the runtime and not for users: the
 * cold start, the race that finds out when they are compiled, and the self-test before they answer.
 *
 * <p>The module does not export this package.
 */
@NullMarked
package dev.burin.start;

import org.jspecify.annotations.NullMarked;
