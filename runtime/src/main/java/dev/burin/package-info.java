/**
 * The vocabulary of a declaration: {@link dev.burin.Network} and the words that stand in it.
 *
 * <p>This package knows nothing but the JDK, so that an interface that declares a network costs its
 * readers nothing.
 */
@NullMarked
package dev.burin;

import org.jspecify.annotations.NullMarked;
