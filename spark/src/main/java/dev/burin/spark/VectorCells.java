package dev.burin.spark;

import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.VectorUDT;
import org.apache.spark.sql.catalyst.InternalRow;

/** VectorCells of Spark ML as rows hold them: a struct of kind, size, indices and values. */
final class VectorCells {

  /** The fields of the struct. */
  static final int FIELDS = 4;

  private static final byte DENSE = 1;
  private static final VectorUDT TYPE = new VectorUDT();

  private VectorCells() {}

  static boolean isDense(InternalRow vector) {
    return vector.getByte(0) == DENSE;
  }

  /** How many numbers the vector has, those that are 0 included. */
  static int size(InternalRow vector) {
    return isDense(vector) ? vector.getArray(3).numElements() : vector.getInt(1);
  }

  /** The places of the values of a vector that is not dense. */
  static int[] indices(InternalRow vector) {
    return vector.getArray(2).toIntArray();
  }

  /** The values: all of them, or those that have {@link #indices}. */
  static double[] values(InternalRow vector) {
    return vector.getArray(3).toDoubleArray();
  }

  /** All numbers, those that are 0 included. */
  static double[] all(InternalRow vector) {
    return TYPE.deserialize(vector).toArray();
  }

  /** The struct of a vector. */
  static InternalRow of(Vector vector) {
    return TYPE.serialize(vector);
  }
}
