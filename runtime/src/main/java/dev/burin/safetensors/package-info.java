/**
 * The safetensors format by itself, for the rooms of the runtime and not for users: the header, the
 * tensors that it names, and the bytes after it, read with suspicion.
 *
 * <p>The module does not export this package.
 */
@NullMarked
package dev.burin.safetensors;

import org.jspecify.annotations.NullMarked;
