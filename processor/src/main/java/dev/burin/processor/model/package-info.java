/**
 * The validated network: immutable records that know neither javac nor the library that writes
 * sources. Whoever holds a {@link dev.burin.processor.model.NetworkModel} need not check anything
 * again.
 */
@NullMarked
package dev.burin.processor.model;

import org.jspecify.annotations.NullMarked;
