package dev.burin.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.check.ReferenceNetwork;
import dev.burin.file.MalformedFileException;
import dev.burin.interchange.DenseLayer;
import dev.burin.interchange.ForeignModel;
import dev.burin.interchange.ImportedModel;
import dev.burin.interchange.TypeName;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every form of a chain 3-4-2 whose weights are known becomes the network with these weights. What
 * is expected comes from the reference network and not from the reader.
 */
class ChainsTest {

  private static final double[] W1 = Model.drawn(1, 12);
  private static final double[] B1 = Model.drawn(2, 4);
  private static final double[] W2 = Model.drawn(3, 8);
  private static final double[] B2 = Model.drawn(4, 2);

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void aFormIsReadAsWhatItComputes(
      String name, Activation f1, Activation f2, UnaryOperator<Model> form)
      throws MalformedFileException {
    Model model = new Model().input("x", 0, 3).output("y", 0, 2);
    model.floats("W1", new int[] {4, 3}, W1).floats("b1", new int[] {4}, B1);
    model.floats("W2", new int[] {2, 4}, W2).floats("b2", new int[] {2}, B2);
    ForeignModel read = Onnx.read(form.apply(model).bytes(), "form.onnx");
    assertThat(read.chain().layers()).extracting(DenseLayer::activation).containsExactly(f1, f2);
    assertThat(read.chain().precision()).isEqualTo(Precision.FLOAT);
    ImportedModel imported = ImportedModel.of(read, new TypeName("app", "Form"));
    assertThat(imported.report().verification().difference()).isLessThan(1e-5);
    double[] x = Model.drawn(5, 3);
    double[] expected = reference(f1, f2).forward(x);
    double[] original = read.original().outputs(repeated(x, read.original().batch()));
    ReferenceNetwork ours = ReferenceNetwork.of(imported.network());
    double[] actual = ours.forward(x);
    for (int j = 0; j < 2; j++) {
      assertThat(original[j]).isCloseTo(expected[j], org.assertj.core.data.Offset.offset(1e-6));
      assertThat(actual[j]).isCloseTo(expected[j], org.assertj.core.data.Offset.offset(1e-6));
    }
  }

  private static double[] repeated(double[] x, int n) {
    double[] all = new double[n * x.length];
    for (int s = 0; s < n; s++) {
      System.arraycopy(x, 0, all, s * x.length, x.length);
    }
    return all;
  }

  private static ReferenceNetwork reference(Activation f1, Activation f2) {
    Loss loss =
        Arrays.stream(Loss.values()).filter(each -> each.fits(f2)).findFirst().orElseThrow();
    ReferenceNetwork reference =
        new ReferenceNetwork(
            NetworkShape.of(
                loss, Precision.DOUBLE, LayerShape.of(3, 4, f1), LayerShape.of(4, 2, f2)));
    for (int j = 0; j < 4; j++) {
      System.arraycopy(W1, 3 * j, reference.weights(1)[j], 0, 3);
    }
    for (int j = 0; j < 2; j++) {
      System.arraycopy(W2, 4 * j, reference.weights(2)[j], 0, 4);
    }
    System.arraycopy(B1, 0, reference.biases(1), 0, 4);
    System.arraycopy(B2, 0, reference.biases(2), 0, 2);
    return reference;
  }

  private static Model first(Model model) {
    return model.node("Gemm", "z1", Model.setting("transB", 1L), "x", "W1", "b1");
  }

  private static Model last(Model model, String output) {
    return model.node("Gemm", output, Model.setting("transB", 1L), "a1", "W2", "b2");
  }

  /** Nodes from z1 to a1 between two Gemms. */
  private static Arguments hidden(String name, Activation f1, UnaryOperator<Model> nodes) {
    return arguments(
        name, f1, Activation.IDENTITY, form(model -> last(nodes.apply(first(model)), "y")));
  }

  /** Nodes from z2 to y at the end. */
  private static Arguments head(String name, Activation f2, UnaryOperator<Model> nodes) {
    return arguments(
        name,
        Activation.RELU,
        f2,
        form(model -> nodes.apply(last(first(model).node("Relu", "a1", "z1"), "z2"))));
  }

  /** Nodes from x to x1 in front, and z1 after the first layer. */
  private static Arguments front(String name, UnaryOperator<Model> nodes) {
    return arguments(
        name,
        Activation.TANH,
        Activation.IDENTITY,
        form(
            model ->
                last(
                    nodes
                        .apply(model)
                        .node("Gemm", "z1", Model.setting("transB", 1L), "x1", "W1", "b1")
                        .node("Tanh", "a1", "z1"),
                    "y")));
  }

  private static UnaryOperator<Model> form(UnaryOperator<Model> form) {
    return form;
  }

  private static Model number(Model model, String name, double value) {
    return model.floats(name, new int[0], value);
  }

  static Stream<Arguments> forms() {
    return Stream.of(activations(), spelled(), heads(), fronts(), layers()).flatMap(List::stream);
  }

  private static List<Arguments> activations() {
    return List.of(
        hidden("Relu", Activation.RELU, m -> m.node("Relu", "a1", "z1")),
        hidden("Tanh", Activation.TANH, m -> m.node("Tanh", "a1", "z1")),
        hidden("Sigmoid", Activation.SIGMOID, m -> m.node("Sigmoid", "a1", "z1")),
        hidden("Softplus", Activation.SOFTPLUS, m -> m.node("Softplus", "a1", "z1")),
        hidden("Elu", Activation.ELU, m -> m.node("Elu", "a1", "z1")),
        hidden("LeakyRelu", Activation.LEAKY_RELU, m -> m.node("LeakyRelu", "a1", "z1")),
        hidden("Gelu", Activation.GELU, m -> m.opset(20).node("Gelu", "a1", "z1")),
        hidden("Swish", Activation.SILU, m -> m.opset(24).node("Swish", "a1", "z1")),
        hidden("Celu", Activation.ELU, m -> m.node("Celu", "a1", "z1")),
        hidden(
            "LeakyRelu of alpha 0",
            Activation.RELU,
            m -> m.node("LeakyRelu", "a1", Model.setting("alpha", 0.0), "z1")),
        hidden(
            "PRelu of one number",
            Activation.LEAKY_RELU,
            m -> number(m, "s", 0.01).node("PRelu", "a1", "z1", "s")),
        hidden(
            "PRelu of equal numbers",
            Activation.LEAKY_RELU,
            m ->
                m.floats("s", new int[] {4}, 0.01, 0.01, 0.01, 0.01)
                    .node("PRelu", "a1", "z1", "s")),
        hidden("Clip of version 11", Activation.RELU, m -> zero(m).node("Clip", "a1", "z1", "0")),
        hidden(
            "Clip of version 6",
            Activation.RELU,
            m -> m.opset(7).node("Clip", "a1", Model.setting("min", 0.0), "z1")),
        hidden(
            "Identity, Dropout, Cast between",
            Activation.RELU,
            m ->
                m.node("Identity", "i", "z1")
                    .node("Relu", "r", "i")
                    .node("Dropout", "d", "r")
                    .node("Cast", "a1", Model.setting("to", 1L), "d")));
  }

  private static Model zero(Model model) {
    return number(model, "0", 0);
  }

  private static List<Arguments> spelled() {
    return List.of(
        hidden(
            "GELU as PyTorch writes it",
            Activation.GELU,
            m ->
                number(number(number(m, "root", Math.sqrt(2)), "1", 1), "half", 0.5)
                    .node("Div", "d", "z1", "root")
                    .node("Erf", "e", "d")
                    .node("Add", "p", "e", "1")
                    .node("Mul", "t", "z1", "p")
                    .node("Mul", "a1", "t", "half")),
        hidden(
            "GELU with the half first",
            Activation.GELU,
            m ->
                number(number(number(m, "root", Math.sqrt(0.5)), "1", 1), "half", 0.5)
                    .node("Mul", "h", "half", "z1")
                    .node("Mul", "d", "z1", "root")
                    .node("Erf", "e", "d")
                    .node("Add", "p", "1", "e")
                    .node("Mul", "a1", "p", "h")),
        hidden(
            "SiLU",
            Activation.SILU,
            m -> m.node("Sigmoid", "s", "z1").node("Mul", "a1", "z1", "s")),
        hidden("Max with 0", Activation.RELU, m -> zero(m).node("Max", "a1", "z1", "0")),
        hidden(
            "Max with a part of itself",
            Activation.LEAKY_RELU,
            m -> number(m, "s", 0.01).node("Mul", "t", "z1", "s").node("Max", "a1", "t", "z1")),
        hidden(
            "Where",
            Activation.LEAKY_RELU,
            m ->
                number(zero(m), "s", 0.01)
                    .node("Greater", "c", "z1", "0")
                    .node("Mul", "t", "z1", "s")
                    .node("Where", "a1", "c", "z1", "t")),
        hidden(
            "softplus by Exp and Log",
            Activation.SOFTPLUS,
            m ->
                number(m, "1", 1)
                    .node("Exp", "e", "z1")
                    .node("Add", "p", "e", "1")
                    .node("Log", "a1", "p")),
        hidden(
            "the logistic function by Exp",
            Activation.SIGMOID,
            m ->
                number(m, "1", 1)
                    .node("Neg", "n", "z1")
                    .node("Exp", "e", "n")
                    .node("Add", "p", "e", "1")
                    .node("Reciprocal", "a1", "p")),
        hidden(
            "ELU by Where",
            Activation.ELU,
            m ->
                number(zero(m), "1", 1)
                    .node("Greater", "c", "z1", "0")
                    .node("Min", "b", "z1", "0")
                    .node("Exp", "e", "b")
                    .node("Sub", "t", "e", "1")
                    .node("Where", "a1", "c", "z1", "t")));
  }

  private static List<Arguments> heads() {
    Message axis1 = Model.setting("axis", 1L);
    Message axis = Model.setting("axis", -1L);
    return List.of(
        head("no head", Activation.IDENTITY, m -> m.node("Identity", "y", "z2")),
        head("Softmax", Activation.SOFTMAX, m -> m.node("Softmax", "y", axis, "z2")),
        head(
            "Softmax of opset 11", Activation.SOFTMAX, m -> m.opset(11).node("Softmax", "y", "z2")),
        head("Sigmoid", Activation.SIGMOID, m -> m.node("Sigmoid", "y", "z2")),
        head(
            "ArgMax beside",
            Activation.SOFTMAX,
            m ->
                m.output("label", 0)
                    .node("Softmax", "y", axis1, "z2")
                    .node("ArgMax", "label", axis1, "y")),
        head(
            "ArgMax and labels and ZipMap",
            Activation.SOFTMAX,
            m ->
                m.output("label", 0)
                    .domain("ai.onnx.ml", 2)
                    .initializer(Model.raw(ElementType.INT64, "classes", new int[] {2}, 7, 9))
                    .node("Softmax", "p", axis1, "z2")
                    .node("Identity", "y", "p")
                    .node("ArgMax", "c", axis1, "p")
                    .node("ai.onnx.ml", "ArrayFeatureExtractor", "l", none(), "classes", "c")
                    .node("Cast", "label", Model.setting("to", 7L), "l")),
        head(
            "Squeeze of nothing",
            Activation.IDENTITY,
            m ->
                m.opset(11)
                    .node("Unsqueeze", "u", Model.settings("axes", 1L), "z2")
                    .node("Squeeze", "y", Model.settings("axes", 1L), "u")));
  }

  private static Message[] none() {
    return new Message[0];
  }

  private static List<Arguments> fronts() {
    return List.of(
        front("Identity", m -> m.node("Identity", "x1", "x")),
        front("Flatten", m -> m.node("Flatten", "x1", "x")),
        front(
            "Flatten of all, for one sample",
            m -> m.node("Flatten", "x1", Model.setting("axis", 0L), "x")),
        front(
            "Reshape",
            m ->
                m.initializer(Model.raw(ElementType.INT64, "s", new int[] {2}, -1, 3))
                    .node("Reshape", "x1", "x", "s")),
        front(
            "Reshape by the shape of the input",
            m ->
                m.initializer(Model.raw(ElementType.INT64, "0", new int[0], 0))
                    .initializer(Model.raw(ElementType.INT64, "rest", new int[] {1}, -1))
                    .initializer(Model.raw(ElementType.INT64, "axes", new int[] {1}, 0))
                    .node("Shape", "s", "x")
                    .node("Gather", "n", "s", "0")
                    .node("Unsqueeze", "u", "n", "axes")
                    .node("Concat", "t", Model.setting("axis", 0L), "u", "rest")
                    .node("Reshape", "x1", "x", "t")),
        front(
            "Sub and Add that cancel",
            m ->
                m.floats("m", new int[] {1, 3}, 0.5, 1.5, 2.5)
                    .node("Sub", "s", "x", "m")
                    .node("Add", "x1", "m", "s")),
        front(
            "Mul and Div that cancel",
            m ->
                m.floats("m", new int[] {3}, 0.5, 1.5, 2.5)
                    .node("Mul", "s", "m", "x")
                    .node("Div", "x1", "s", "m")),
        front(
            "a Sub from a constant, twice",
            m ->
                m.floats("m", new int[] {3}, 0.5, 1.5, 2.5)
                    .node("Sub", "s", "m", "x")
                    .node("Sub", "x1", "m", "s")),
        front(
            "a Scaler that does nothing",
            m -> m.domain("ai.onnx.ml", 1).node("ai.onnx.ml", "Scaler", "x1", none(), "x")));
  }

  private static double[] transposed(double[] w, int rows, int columns) {
    double[] t = new double[w.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        t[j * rows + i] = w[i * columns + j];
      }
    }
    return t;
  }

  private static Arguments layer(String name, UnaryOperator<Model> toZ1) {
    return arguments(
        name,
        Activation.RELU,
        Activation.IDENTITY,
        form(model -> last(toZ1.apply(model).node("Relu", "a1", "z1"), "y")));
  }

  private static List<Arguments> layers() {
    double[] half = Arrays.stream(W1).map(w -> w / 2).toArray();
    return List.of(
        layer(
            "Gemm without transB",
            m ->
                m.floats("V", new int[] {3, 4}, transposed(W1, 4, 3))
                    .node("Gemm", "z1", "x", "V", "b1")),
        layer(
            "Gemm with alpha and beta",
            m ->
                m.floats("V", new int[] {4, 3}, half)
                    .floats("c", new int[] {1, 4}, Arrays.stream(B1).map(b -> b * 4).toArray())
                    .node(
                        "",
                        "Gemm",
                        "z1",
                        new Message[] {
                          Model.setting("alpha", 2.0),
                          Model.setting("beta", 0.25),
                          Model.setting("transB", 1L)
                        },
                        "x",
                        "V",
                        "c")),
        layer(
            "MatMul and Add",
            m ->
                m.floats("V", new int[] {3, 4}, transposed(W1, 4, 3))
                    .node("MatMul", "p", "x", "V")
                    .node("Add", "z1", "b1", "p")),
        layer(
            "Transpose of the weights",
            m ->
                m.node("Transpose", "V", "W1")
                    .node("MatMul", "p", "x", "V")
                    .node("Add", "z1", "p", "b1")),
        layer(
            "Cast of double weights",
            m ->
                m.initializer(Model.raw(ElementType.DOUBLE, "D", new int[] {4, 3}, W1))
                    .node("Cast", "V", Model.setting("to", 1L), "D")
                    .node("Gemm", "z1", Model.setting("transB", 1L), "x", "V", "b1")),
        layer(
            "a Constant for the weights",
            m ->
                m.node(
                        "Constant",
                        "V",
                        Model.setting(
                            "value", Model.raw(ElementType.FLOAT, "v", new int[] {4, 3}, W1)))
                    .node("Gemm", "z1", Model.setting("transB", 1L), "x", "V", "b1")),
        layer(
            "BatchNormalization that undoes a factor of 2",
            m ->
                m.floats("V", new int[] {4, 3}, half)
                    .floats("g", new int[] {4}, 2, 2, 2, 2)
                    .floats("m", new int[] {4}, 0, 0, 0, 0)
                    .floats("v", new int[] {4}, 1, 1, 1, 1)
                    .node("Gemm", "p", Model.setting("transB", 1L), "x", "V")
                    .node(
                        "BatchNormalization",
                        "z1",
                        Model.setting("epsilon", 0.0),
                        "p",
                        "g",
                        "b1",
                        "m",
                        "v")));
  }
}
