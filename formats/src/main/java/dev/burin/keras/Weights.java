package dev.burin.keras;

import dev.burin.Precision;
import dev.burin.file.Names;
import dev.burin.hdf5.Hdf5Array;
import java.io.IOException;
import java.util.List;

/** Reads variables, in all no more of them than memory should be taken for. */
final class Weights {

  private Precision precision = Precision.FLOAT;
  private long room;

  /** No variables yet, and so many bytes for all. */
  Weights(long mostBytes) {
    this.room = mostBytes;
  }

  /** What the variables that were read need. */
  Precision precision() {
    return precision;
  }

  /** The numbers of a variable, once its type and shape were found good. */
  double[] read(Layer layer, String role, Hdf5Array array, List<Long> shape) throws IOException {
    if (!array.shape().equals(shape)) {
      throw layer.refused("its " + role + " has the shape " + array.shape(), shape.toString());
    }
    switch (array.type()) {
      case "float16", "float32" -> {}
      case "float64" -> precision = Precision.DOUBLE;
      default ->
          throw layer.refused(
              "its " + role + " is of " + Names.shown(array.type()), "float16, float32 or float64");
    }
    long elements = 1;
    for (long length : shape) {
      elements = Math.min(elements, Integer.MAX_VALUE) * Math.min(length, Integer.MAX_VALUE);
    }
    room -= Double.BYTES * Math.min(elements, Integer.MAX_VALUE);
    if (room < 0) {
      throw layer.refused(
          "with its " + role + " the weights take far more memory than the file has bytes",
          "weights that were written");
    }
    return array.doubles();
  }
}
