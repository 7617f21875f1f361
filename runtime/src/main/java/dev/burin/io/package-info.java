/**
 * Weights files in the open safetensors format, written whole or not at all and read with
 * suspicion.
 */
@NullMarked
package dev.burin.io;

import org.jspecify.annotations.NullMarked;
