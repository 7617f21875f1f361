package dev.burin.io;

import dev.burin.Precision;
import dev.burin.safetensors.TensorType;

/**
 * In which type a file keeps weights. They are rounded when they are written and widened without a
 * loss when they are read, so that the network that is loaded has the same bits everywhere; what
 * the rounding costs, {@link StorageCost} measures.
 */
public enum StorageType {
  /** That of the network, F32 or F64: nothing is rounded. */
  SAME,
  /** Half precision, 11 bits and magnitudes up to 65,504, for weights and biases. */
  F16,
  /** The upper half of a float, 8 bits and the whole range of floats, for weights and biases. */
  BF16,
  /**
   * Whole numbers from -127 to 127 with a scale for each output, the greatest magnitude among its
   * weights divided by 127; biases are kept as they are.
   */
  INT8;

  /** The type of weights in a file. */
  TensorType weights(Precision precision) {
    return switch (this) {
      case SAME -> TensorType.of(precision);
      case F16 -> TensorType.F16;
      case BF16 -> TensorType.BF16;
      case INT8 -> TensorType.I8;
    };
  }

  /** The type of biases in a file. */
  TensorType biases(Precision precision) {
    return switch (this) {
      case SAME, INT8 -> TensorType.of(precision);
      case F16 -> TensorType.F16;
      case BF16 -> TensorType.BF16;
    };
  }
}
