package dev.burin.onnx;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.burin.file.MalformedFileException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no chain of dense layers is refused with a sentence that names the place. */
class RefusalsTest {

  private static final Message TRANS_B = Model.setting("transB", 1L);

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void isRefusedByName(String name, byte[] bytes, List<String> words) {
    assertThatExceptionOfType(MalformedFileException.class)
        .isThrownBy(() -> Onnx.read(bytes, "bad.onnx"))
        .satisfies(
            e -> {
              String message = String.valueOf(e.getMessage());
              org.assertj.core.api.Assertions.assertThat(message)
                  .startsWith("bad.onnx: ")
                  .contains(words)
                  .contains("; expected ")
                  .endsWith(".");
            });
  }

  /** A chain 3-4-2 with the nodes between z1 and a1. */
  private static Arguments between(String name, UnaryOperator<Model> nodes, String... words) {
    Model model =
        new Model()
            .input("x", 0, 3)
            .output("y", 0, 2)
            .random("W1", 1, 4, 3)
            .random("b1", 2, 4)
            .random("W2", 3, 2, 4)
            .random("b2", 4, 2)
            .node("Gemm", "z1", TRANS_B, "x", "W1", "b1");
    nodes.apply(model).node("Gemm", "y", TRANS_B, "a1", "W2", "b2");
    return arguments(name, model.bytes(), List.of(words));
  }

  /** A whole graph of one's own. */
  private static Arguments graph(String name, UnaryOperator<Model> graph, String... words) {
    Model model = new Model().input("x", 0, 3).random("W1", 1, 4, 3);
    return arguments(name, graph.apply(model).bytes(), List.of(words));
  }

  private static Arguments bytes(String name, byte[] bytes, String... words) {
    return arguments(name, bytes, List.of(words));
  }

  static Stream<Arguments> refused() {
    return Stream.of(operators(), graphs(), tensors(), protobuf()).flatMap(List::stream);
  }

  private static List<Arguments> operators() {
    Message training = Model.raw(ElementType.BOOL, "training", new int[0], 1);
    return List.of(
        between("Sinh", m -> m.node("Sinh", "a1", "z1"), "\"Sinh of a1\" (Sinh)"),
        between("a misspelled operator", m -> m.node("ReLU", "a1", "z1"), "(ReLU)"),
        between(
            "another domain",
            m -> m.node("com.example", "Relu", "a1", new Message[0], "z1"),
            "com.example:Relu"),
        between(
            "Clip to 6",
            m ->
                m.floats("0", new int[0], 0)
                    .floats("6", new int[0], 6)
                    .node("Clip", "a1", "z1", "0", "6"),
            "(Clip)",
            "none of the activations"),
        between(
            "Softmax in the middle",
            m -> m.node("Softmax", "a1", "z1"),
            "(Softmax)",
            "last layer only"),
        between("LogSoftmax", m -> m.node("LogSoftmax", "a1", "z1"), "(LogSoftmax)"),
        between(
            "two activations",
            m -> m.node("Relu", "r", "z1").node("Tanh", "a1", "r"),
            "(Tanh)",
            "it comes after node \"Relu of r\" (Relu)"),
        between(
            "Gelu by its fit",
            m -> m.opset(20).node("Gelu", "a1", Model.setting("approximate", "tanh"), "z1"),
            "(Gelu)",
            "approximate"),
        between(
            "Swish of another alpha",
            m -> m.opset(24).node("Swish", "a1", Model.setting("alpha", 1.5), "z1"),
            "alpha is 1.5"),
        between(
            "a negative slope",
            m -> m.node("LeakyRelu", "a1", Model.setting("alpha", -0.5), "z1"),
            "alpha",
            "-0.5"),
        between(
            "PRelu with a slope for each neuron",
            m -> m.random("s", 9, 4).node("PRelu", "a1", "z1", "s"),
            "(PRelu)",
            "\"s\""),
        between(
            "a skip connection",
            m -> m.random("V", 5, 4, 4).node("Gemm", "h", "z1", "V").node("Add", "a1", "h", "z1"),
            "\"z1\"",
            "(Add)"),
        between(
            "branches that are joined",
            m ->
                m.node("Relu", "r", "z1")
                    .node("Tanh", "t", "z1")
                    .node("Concat", "a1", Model.setting("axis", 1L), "r", "t"),
            "(Concat)"),
        between(
            "Dropout in training",
            m ->
                m.floats("ratio", new int[0], 0.5)
                    .initializer(training)
                    .node("Dropout", "a1", "z1", "ratio", "training"),
            "(Dropout)",
            "training_mode"),
        between(
            "BatchNormalization in training",
            m ->
                m.opset(15)
                    .random("g", 5, 4)
                    .floats("v", new int[] {4}, 1, 1, 1, 1)
                    .node(
                        "BatchNormalization",
                        "a1",
                        Model.setting("training_mode", 1L),
                        "z1",
                        "g",
                        "b1",
                        "b1",
                        "v"),
            "(BatchNormalization)",
            "training_mode"),
        between(
            "a Transpose of samples", m -> m.node("Transpose", "a1", "z1"), "(Transpose)", "order"),
        between(
            "a Reshape that mixes samples",
            m ->
                m.initializer(Model.raw(ElementType.INT64, "s", new int[] {2}, -1, 2))
                    .node("Reshape", "a1", "z1", "s"),
            "(Reshape)",
            "[-1,2]"),
        between(
            "Flatten within a sample",
            m -> m.node("Flatten", "a1", Model.setting("axis", 2L), "z1"),
            "(Flatten)",
            "axis is 2"),
        between(
            "Shape of samples, cast",
            m ->
                m.node("Shape", "s", "z1")
                    .node("Cast", "f", Model.setting("to", 1L), "s")
                    .node("Mul", "a1", "z1", "f"),
            "(Cast)",
            "number of samples"),
        between(
            "a nested graph",
            m ->
                m.node(
                    "If",
                    "a1",
                    new Message().text(1, "then_branch").message(6, new Message()),
                    "z1"),
            "(If)",
            "nested"));
  }

  private static List<Arguments> graphs() {
    UnaryOperator<Model> layer = m -> m.node("Gemm", "y", TRANS_B, "x", "W1");
    return List.of(
        graph("no layer", m -> m.output("y", 0, 3).node("Relu", "y", "x"), "dense layer"),
        graph("the input as the output", m -> m.output("x", 0, 3), "dense layer"),
        graph("an output that nobody makes", m -> m.output("y", 0, 4), "\"y\"", "no node"),
        graph("two inputs", m -> layer.apply(m.input("x2", 0, 3).output("y", 0, 4)), "\"x2\""),
        graph(
            "weights that are an input",
            m -> m.input("V", 4, 3).output("y", 0, 4).node("Gemm", "y", TRANS_B, "x", "V"),
            "\"V\""),
        graph(
            "an initializer that is absent",
            m -> m.output("y", 0, 4).node("Gemm", "y", TRANS_B, "x", "W1", "b1"),
            "\"b1\"",
            "neither"),
        graph(
            "a cycle",
            m -> m.output("y", 0, 4).node("Relu", "h", "y").node("Gemm", "y", TRANS_B, "h", "W1"),
            "\"y\"",
            "cycle"),
        graph(
            "a value that is made twice",
            m ->
                m.output("y", 0, 4)
                    .node("Relu", "h", "x")
                    .node("Tanh", "h", "x")
                    .node("Gemm", "y", TRANS_B, "h", "W1"),
            "\"h\"",
            "already"),
        graph(
            "a product of two values",
            m -> m.output("y", 0, 3).node("Transpose", "t", "x").node("MatMul", "y", "x", "t"),
            "(MatMul)"),
        graph(
            "an inner value as an output",
            m ->
                m.output("z", 0, 4)
                    .output("y", 0, 4)
                    .node("Gemm", "z", TRANS_B, "x", "W1")
                    .node("Relu", "y", "z"),
            "\"z\"",
            "output of the graph too"),
        graph(
            "an output that is declared wider",
            m -> layer.apply(m.output("y", 0, 9)),
            "\"y\"",
            "[?,9]",
            "[n,4]"),
        graph(
            "an input that is declared wider",
            m ->
                m.floats("V", new int[] {1, 2}, 1, 1)
                    .output("y", 0, 1)
                    .node("Gemm", "y", TRANS_B, "x", "V"),
            "\"x\"",
            "\"V\""),
        graph(
            "Gemm of columns",
            m ->
                m.output("y", 0, 4)
                    .node("", "Gemm", "y", new Message[] {Model.setting("transA", 1L)}, "x", "W1"),
            "transA"),
        graph(
            "a bias for each row",
            m ->
                m.random("c", 3, 5, 4).output("y", 0, 4).node("Gemm", "y", TRANS_B, "x", "W1", "c"),
            "\"c\"",
            "row"),
        graph(
            "a bias that is too long",
            m -> m.random("c", 3, 5).output("y", 0, 4).node("Gemm", "y", TRANS_B, "x", "W1", "c"),
            "\"c\""),
        graph(
            "Softmax over the batch",
            m ->
                m.output("y", 0, 4)
                    .node("Gemm", "z", TRANS_B, "x", "W1")
                    .node("Softmax", "y", Model.setting("axis", 0L), "z"),
            "axis is 0"),
        graph("opset 99", m -> layer.apply(m.opset(99).output("y", 0, 4)), "opset 99"),
        graph("opset 6", m -> layer.apply(m.opset(6).output("y", 0, 4)), "opset 6"),
        graph("no opset", m -> layer.apply(m.withoutOpset().output("y", 0, 4)), "opset_import"),
        graph("two opsets", m -> layer.apply(m.domain("", 12).output("y", 0, 4)), "opset_import"),
        graph("IR 99", m -> layer.apply(m.ir(99).output("y", 0, 4)), "ir_version is 99"));
  }

  /** A layer with other weights. */
  private static Arguments weights(String name, Message tensor, String... words) {
    Model model =
        new Model()
            .input("x", 0, 3)
            .output("y", 0, 4)
            .initializer(tensor)
            .node("Gemm", "y", TRANS_B, "x", "W1");
    return arguments(name, model.bytes(), List.of(words));
  }

  private static List<Arguments> tensors() {
    int[] dims = {4, 3};
    double[] drawn = Model.drawn(1, 12);
    double[] holed = drawn.clone();
    holed[7] = Double.NaN;
    return List.of(
        weights("too few bytes", Model.raw(1, "W1", dims, new byte[44]), "\"W1\"", "44 bytes"),
        weights("too many bytes", Model.raw(1, "W1", dims, new byte[52]), "\"W1\"", "52 bytes"),
        weights(
            "a huge shape",
            Model.raw(1, "W1", new int[] {1 << 30, 1 << 30}, new byte[4]),
            "\"W1\"",
            "promises"),
        weights(
            "a shape whose product overflows",
            Model.raw(1, "W1", new int[] {1 << 16, 1 << 16}, new byte[0]),
            "\"W1\"",
            "promises"),
        weights(
            "a negative dimension",
            new Message().number(1, -4).number(1, -3).number(2, 1).text(8, "W1"),
            "\"W1\"",
            "-4"),
        weights("no neurons", Model.raw(1, "W1", new int[] {0, 3}, new byte[0]), "\"W1\""),
        weights(
            "three dimensions",
            Model.raw(1, "W1", new int[] {1, 4, 3}, new byte[48]),
            "\"W1\"",
            "[1,4,3]"),
        weights("texts", Model.raw(8, "W1", dims, new byte[0]), "\"W1\"", "STRING"),
        weights("complex numbers", Model.raw(14, "W1", dims, new byte[96]), "\"W1\"", "COMPLEX64"),
        weights("an unknown type", Model.raw(77, "W1", dims, new byte[48]), "\"W1\"", "77"),
        weights("no type", Model.raw(0, "W1", dims, new byte[48]), "\"W1\"", "element type 0"),
        weights(
            "whole numbers", Model.raw(ElementType.INT64, "W1", dims, drawn), "\"W1\"", "INT64"),
        weights(
            "doubles for floats",
            Model.raw(ElementType.DOUBLE, "W1", dims, drawn),
            "\"W1\"",
            "DOUBLE"),
        weights("NaN", Model.raw(ElementType.FLOAT, "W1", dims, holed), "W1", "NaN"),
        weights(
            "two contents",
            Model.raw(1, "W1", dims, new byte[48]).fixedFloat(4, 1),
            "\"W1\"",
            "2 ways"),
        weights(
            "external data",
            new Message().number(1, 4).number(1, 3).number(2, 1).text(8, "W1").number(14, 1),
            "\"W1\"",
            "external"));
  }

  private static List<Arguments> protobuf() {
    byte[] good =
        new Model()
            .input("x", 0, 3)
            .output("y", 0, 4)
            .random("W1", 1, 4, 3)
            .node("Gemm", "y", TRANS_B, "x", "W1")
            .bytes();
    Model twice = new Model().input("x", 0, 3).output("y", 0, 4);
    twice.random("W1", 1, 4, 3).random("W1", 2, 4, 3).node("Gemm", "y", TRANS_B, "x", "W1");
    return List.of(
        bytes("an empty file", new byte[0], "empty", "graph"),
        bytes("text", "Once upon a time".getBytes(StandardCharsets.UTF_8), "protobuf"),
        bytes("zeros", new byte[100], "byte 0", "tag 0", "protobuf"),
        bytes("one byte", Arrays.copyOf(good, 1), "byte 1", "varint"),
        bytes("the first half", Arrays.copyOf(good, good.length / 2), "length", "protobuf"),
        bytes("no graph", Model.bytes(new Message().number(1, 8)), "no graph"),
        bytes(
            "a length of -1",
            new byte[] {58, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1},
            "length of -1"),
        bytes(
            "a varint of 12 bytes",
            new byte[] {8, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1},
            "varint"),
        bytes("a second initializer of the name", twice.bytes(), "\"W1\"", "second"),
        bytes(
            "sparse weights",
            Model.bytes(
                new Message()
                    .message(
                        7,
                        new Message()
                            .message(
                                15,
                                new Message()
                                    .message(1, Model.raw(1, "S", new int[0], new byte[4]))))),
            "\"S\"",
            "sparse"));
  }
}
