/**
 * The contract of generated classes, for generated code and the runtime and not for users: what
 * kernels extend and call, their workspace, the rules of updates, and the plain twin that every
 * kernel must equal bit for bit. It may change with every release; a user's door is {@code
 * dev.burin.network}.
 *
 * <p>Nothing here needs the module {@code jdk.incubator.vector} to be present.
 */
@NullMarked
package dev.burin.kernel;

import org.jspecify.annotations.NullMarked;
