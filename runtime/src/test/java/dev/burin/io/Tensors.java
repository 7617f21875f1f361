package dev.burin.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a safetensors file as another tool would, tensor after tensor. */
final class Tensors {

  private final List<String> entries = new ArrayList<>();
  private final ByteBuffer data = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);

  /** A text among the metadata, or more of them, joined by commas. */
  Tensors metadata(String members) {
    entries.addFirst("\"__metadata__\":{" + members + "}");
    return this;
  }

  /** A tensor of numbers that its type has. */
  Tensors add(String name, String type, int[] shape, double... values) {
    int begin = data.position();
    for (double value : values) {
      switch (type) {
        case "I8" -> data.put((byte) value);
        case "F16" -> data.putShort(Float.floatToFloat16((float) value));
        case "BF16" -> data.putShort((short) (Float.floatToRawIntBits((float) value) >>> 16));
        case "F32" -> data.putFloat((float) value);
        case "F64" -> data.putDouble(value);
        case "I64" -> data.putLong((long) value);
        default -> throw new IllegalArgumentException(type);
      }
    }
    List<String> lengths = new ArrayList<>();
    for (int length : shape) {
      lengths.add("" + length);
    }
    entries.add(
        String.format(
            Locale.ROOT,
            "\"%s\":{\"dtype\":\"%s\",\"shape\":[%s],\"data_offsets\":[%d,%d]}",
            name,
            type,
            String.join(",", lengths),
            begin,
            data.position()));
    return this;
  }

  /** A layer of floats, whose weights count up from a first one, and whose biases are 10 more. */
  Tensors layer(String name, int out, int in, double first) {
    return weights(name + ".weight", out, in, first).biases(name + ".bias", out, first + 10);
  }

  Tensors weights(String name, int rows, int columns, double first) {
    return add(name, "F32", new int[] {rows, columns}, counted(rows * columns, first));
  }

  Tensors biases(String name, int length, double first) {
    return add(name, "F32", new int[] {length}, counted(length, first));
  }

  static double[] counted(int count, double first) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = first + i;
    }
    return values;
  }

  byte[] bytes() {
    byte[] used = new byte[data.position()];
    data.get(0, used);
    return TestNetworks.file("{" + String.join(",", entries) + "}", used);
  }
}
