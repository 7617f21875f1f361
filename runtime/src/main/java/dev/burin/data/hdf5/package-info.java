/**
 * The reader of HDF5 behind {@link dev.burin.data.Hdf5}; not an API of its own.
 *
 * <p>Every structure of the format has a class here. All of them read through {@link
 * dev.burin.data.hdf5.HdfFile}, which gives out no byte past the end of the file and ends a reading
 * that asks for the same bytes over and over, and {@link dev.burin.data.hdf5.Block}, which gives
 * out no byte past the end of a structure. The names are those of the HDF5 File Format
 * Specification, version 3.0.
 */
@NullMarked
package dev.burin.data.hdf5;

import org.jspecify.annotations.NullMarked;
