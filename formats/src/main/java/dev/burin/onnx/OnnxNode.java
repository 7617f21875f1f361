package dev.burin.onnx;

import dev.burin.file.Names;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One operation, {@code NodeProto}.
 *
 * @param index its place among the nodes of the graph, from 0
 * @param name its name, often empty
 * @param op its operator, such as {@code Gemm}
 * @param domain whose operator it is, empty for those of ONNX itself
 * @param inputs the names of its inputs; an empty one stands for none
 * @param outputs the names of its outputs, likewise
 * @param attributes its settings by name
 */
record OnnxNode(
    int index,
    String name,
    String op,
    String domain,
    List<String> inputs,
    List<String> outputs,
    Map<String, OnnxAttribute> attributes) {

  OnnxNode {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    attributes = Map.copyOf(attributes);
  }

  /** Whether it is an operator of ONNX itself. */
  boolean standard() {
    return domain.isEmpty() || domain.equals("ai.onnx");
  }

  /** The operator with its domain, unless that is ONNX itself. */
  String operator() {
    return standard() ? op : domain + ":" + op;
  }

  /** Where it is, for messages. */
  String place() {
    String shown = name.isEmpty() ? String.valueOf(index) : "\"" + Names.shown(name) + "\"";
    return "node " + shown + " (" + Names.shown(operator()) + ")";
  }

  /** The name of input i, or the empty text where there is none. */
  String input(int i) {
    return i < inputs.size() ? inputs.get(i) : "";
  }

  /** The name of its first output. */
  String output() {
    return outputs.isEmpty() ? "" : outputs.getFirst();
  }

  private @Nullable OnnxAttribute attribute(String key) {
    return attributes.get(key);
  }

  /** A whole number, or what holds without it. */
  long integer(String key, long otherwise) {
    OnnxAttribute attribute = attribute(key);
    return attribute == null ? otherwise : attribute.i();
  }

  /** A float, or what holds without it. */
  double number(String key, double otherwise) {
    OnnxAttribute attribute = attribute(key);
    return attribute == null ? otherwise : attribute.f();
  }

  /** A text, or what holds without it. */
  String text(String key, String otherwise) {
    OnnxAttribute attribute = attribute(key);
    return attribute == null ? otherwise : attribute.s();
  }

  /** Whole numbers, or null. */
  long @Nullable [] integers(String key) {
    OnnxAttribute attribute = attribute(key);
    return attribute == null ? null : attribute.ints();
  }

  /** Floats, or null. */
  float @Nullable [] floats(String key) {
    OnnxAttribute attribute = attribute(key);
    return attribute == null ? null : attribute.floats();
  }
}
