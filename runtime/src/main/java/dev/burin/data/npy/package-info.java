/** Arrays of NumPy: {@link dev.burin.data.npy.Npy} and {@link dev.burin.data.npy.Npz}. */
@NullMarked
package dev.burin.data.npy;

import org.jspecify.annotations.NullMarked;
