package dev.burin.train;

import dev.burin.safetensors.CheckedWriter;
import dev.burin.safetensors.Numbers;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * What a training remembers, on its way into a checkpoint. Arrays are read when they are written,
 * so that they cost no room.
 */
final class StateWriter {

  private final Map<String, String> texts = new LinkedHashMap<>();
  private final List<Numbers> tensors = new ArrayList<>();

  void text(String name, String value) {
    texts.put(name, value);
  }

  void whole(String name, long value) {
    texts.put(name, Long.toString(value));
  }

  /** In words that {@link Double#parseDouble} takes back without a change. */
  void number(String name, double value) {
    texts.put(name, Double.toString(value));
  }

  void doubles(String name, double[] values) {
    doubles(name, List.of((long) values.length), values.length, values, i -> i);
  }

  /** Element i is {@code values[at(i)]}. */
  void doubles(String name, List<Long> shape, int length, double[] values, IntUnaryOperator at) {
    tensors.add(Numbers.doubles(name, shape, length, values, at));
  }

  /** Element i is {@code values[at(i)]}. */
  void floats(String name, List<Long> shape, int length, float[] values, IntUnaryOperator at) {
    tensors.add(Numbers.floats(name, shape, length, values, at));
  }

  void write(OutputStream out) throws IOException {
    CheckedWriter.write(out, texts, tensors);
  }
}
