package dev.burin.onnx;

import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tensor as it stands in the file, {@code TensorProto}: what it says about its numbers, which are
 * not looked at before somebody needs them.
 *
 * @param type the number of its element type
 * @param raw raw_data, or null
 * @param floats the bytes of float_data, or null
 * @param ints int32_data, int64_data or uint64_data, or null
 * @param doubles the bytes of double_data, or null
 * @param texts whether it has string_data
 * @param external whether the numbers lie in another file
 * @param location where, as pairs of texts
 */
record OnnxTensor(
    String name,
    long type,
    long[] dims,
    @Nullable ByteBuffer raw,
    @Nullable ByteBuffer floats,
    long @Nullable [] ints,
    @Nullable ByteBuffer doubles,
    boolean texts,
    boolean external,
    Map<String, String> location) {

  /** In how many ways the numbers are given; one is right. */
  int ways() {
    int ways = 0;
    for (boolean way :
        new boolean[] {
          raw != null, floats != null, ints != null, doubles != null, texts, external
        }) {
      ways += way ? 1 : 0;
    }
    return ways;
  }
}
