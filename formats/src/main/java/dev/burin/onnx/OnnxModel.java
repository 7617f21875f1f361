package dev.burin.onnx;

import java.util.Map;

/**
 * A whole file, {@code ModelProto}.
 *
 * @param irVersion the version of the messages
 * @param opsets the version of the operators of each domain
 * @param producer who wrote it, and which version
 * @param metadata texts by name
 */
record OnnxModel(
    long irVersion,
    Map<String, Long> opsets,
    String producer,
    Map<String, String> metadata,
    OnnxGraph graph) {

  /** The version of the operators of ONNX itself. */
  int opset() {
    return Math.toIntExact(opsets.getOrDefault("", 0L));
  }
}
