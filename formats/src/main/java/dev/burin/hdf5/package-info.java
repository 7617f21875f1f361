/**
 * A reader of HDF5 files: {@link dev.burin.hdf5.Hdf5}.
 *
 * <p>Every structure of the format has a class here. All of them read through {@code HdfFile},
 * which gives out no byte past the end of the file and ends a reading that asks for the same bytes
 * over and over, and {@code Block}, which gives out no byte past the end of a structure. The names
 * are those of the HDF5 File Format Specification, version 3.0.
 */
@NullMarked
package dev.burin.hdf5;

import org.jspecify.annotations.NullMarked;
