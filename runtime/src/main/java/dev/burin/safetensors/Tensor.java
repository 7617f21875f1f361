package dev.burin.safetensors;

import java.util.List;

/**
 * One entry of a header.
 *
 * @param shape the lengths, the slowest first
 * @param begin the first byte, counted from the end of the header
 * @param end the byte after the last
 */
public record Tensor(String name, TensorType type, List<Long> shape, long begin, long end) {

  /** Copies the list. */
  public Tensor {
    shape = List.copyOf(shape);
  }
}
