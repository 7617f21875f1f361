package dev.burin.onnx;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a graph says about one of its inputs or outputs, {@code ValueInfoProto}.
 *
 * @param tensor whether it is a tensor, and not a sequence or a map
 * @param type the number of its element type, 0 where none is given
 * @param dims its dimensions, {@link #UNKNOWN} where one has only a name or nothing; null where
 *     nothing is said about them
 */
record OnnxValue(String name, boolean tensor, long type, @Nullable List<Long> dims) {

  /** A dimension without a number. */
  static final long UNKNOWN = -1;

  /** The dimensions in words. */
  String shape() {
    if (dims == null) {
      return "no shape";
    }
    return dims.stream()
        .map(dim -> dim < 1 ? "?" : String.format(Locale.ROOT, "%d", dim))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
