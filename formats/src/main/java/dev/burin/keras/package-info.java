/**
 * Models of Keras: {@link dev.burin.keras.Keras}.
 *
 * <p>A configuration becomes an {@code Architecture}, its layers become steps through {@code
 * Layers}, which gets numbers from the {@code Variables} of a file, and {@code KerasModel} makes a
 * chain of the steps.
 */
@NullMarked
package dev.burin.keras;

import org.jspecify.annotations.NullMarked;
