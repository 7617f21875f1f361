package dev.burin.safetensors;

import dev.burin.Precision;

/** The element types that a safetensors header may name. */
public enum TensorType {
  BOOL(1),
  U8(1),
  I8(1),
  F8_E5M2(1),
  F8_E4M3(1),
  I16(2),
  U16(2),
  F16(2),
  BF16(2),
  I32(4),
  U32(4),
  F32(4),
  I64(8),
  U64(8),
  F64(8);

  private final int bytes;

  TensorType(int bytes) {
    this.bytes = bytes;
  }

  public int bytes() {
    return bytes;
  }

  public static TensorType of(Precision precision) {
    return switch (precision) {
      case FLOAT -> F32;
      case DOUBLE -> F64;
    };
  }
}
