package dev.burin.onnx;

import java.util.List;
import java.util.Map;

/**
 * Operations and what they are given, {@code GraphProto}.
 *
 * @param nodes the operations, each after those whose results it takes
 * @param initializers tensors by name
 * @param inputs what a caller gives, and in old files the initializers once more
 * @param outputs what a caller gets
 */
record OnnxGraph(
    List<OnnxNode> nodes,
    Map<String, OnnxTensor> initializers,
    List<OnnxValue> inputs,
    List<OnnxValue> outputs) {

  OnnxGraph {
    nodes = List.copyOf(nodes);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }
}
