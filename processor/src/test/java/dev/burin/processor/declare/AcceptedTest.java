package dev.burin.processor.declare;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.burin.Activation;
import dev.burin.Initializer;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.LayerShape;
import dev.burin.kernel.NetworkShape;
import dev.burin.processor.Compiling;
import dev.burin.processor.model.ComponentModel;
import dev.burin.processor.model.ComponentType;
import dev.burin.processor.model.EnumModel;
import dev.burin.processor.model.MethodKind;
import dev.burin.processor.model.MethodModel;
import dev.burin.processor.model.NetworkModel;
import dev.burin.processor.model.RecordModel;
import dev.burin.processor.model.TypeReference;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a right declaration becomes. */
class AcceptedTest {

  private static final String IRIS =
      "@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)\n";
  private static final String COIN =
      "@Network(layers = {2, 1}, activations = SIGMOID, loss = BINARY_CROSS_ENTROPY)\n";

  private static final RecordModel FLOWER =
      new RecordModel(
          new TypeReference("garden", List.of("Flower")),
          List.of(
              new ComponentModel("a", ComponentType.FLOAT),
              new ComponentModel("b", ComponentType.INT)));

  private static NetworkModel model(String name, String text) {
    Compiling compiling = new Compiling();
    Compilation done = compiling.compile(name, text);
    assertThat(done.errors()).isEmpty();
    assertThat(compiling.models()).hasSize(1);
    return compiling.models().getFirst();
  }

  private static List<MethodModel> methods(String annotation, String body, String more) {
    String text =
        "package garden;\n"
            + Compiling.IMPORTS
            + annotation
            + "interface Five {\n"
            + body
            + "\n}\n"
            + more;
    return model("garden.Five", text).methods();
  }

  private static MethodModel method(String name, MethodKind kind, String... parameters) {
    return new MethodModel(name, kind, List.of(parameters), false);
  }

  @Test
  void shapeHoldsWhatTheAnnotationSays() {
    NetworkModel model =
        model(
            "garden.FiveOrEight",
            "package garden;\n"
                + Compiling.IMPORTS
                + """
                @Network(
                    layers = {784, 30, 196, 1},
                    activations = {RELU, TANH, SIGMOID},
                    loss = BINARY_CROSS_ENTROPY,
                    initializers = {NORMAL, LECUN, ZEROS},
                    scale = 0.25,
                    precision = DOUBLE)
                public interface FiveOrEight {}
                """);

    assertThat(model)
        .isEqualTo(
            new NetworkModel(
                "garden",
                "FiveOrEight",
                "FiveOrEightNetwork",
                true,
                true,
                NetworkShape.of(
                    Loss.BINARY_CROSS_ENTROPY,
                    Precision.DOUBLE,
                    new LayerShape(784, 30, Activation.RELU, Initializer.NORMAL, 0.25),
                    new LayerShape(30, 196, Activation.TANH, Initializer.LECUN, 0.25),
                    new LayerShape(196, 1, Activation.SIGMOID, Initializer.ZEROS, 0.25)),
                List.of()));
  }

  @Test
  void initializersDefaultByActivation() {
    NetworkModel model =
        model(
            "Five",
            Compiling.IMPORTS
                + "@Network(layers = {4, 3, 2}, activations = {GELU, TANH},"
                + " loss = MEAN_SQUARED_ERROR) interface Five {}");

    assertThat(model.shape().layers())
        .extracting(LayerShape::initializer)
        .containsExactly(Initializer.HE, Initializer.GLOROT);
    assertThat(model.precision()).isEqualTo(Precision.FLOAT);
  }

  @Test
  void oneInitializerHoldsForAllLayers() {
    NetworkModel model =
        model(
            "Five",
            Compiling.IMPORTS
                + "@Network(layers = {4, 3, 2}, activations = {GELU, TANH},"
                + " loss = MEAN_SQUARED_ERROR, initializers = LECUN) interface Five {}");

    assertThat(model.shape().layers())
        .extracting(LayerShape::initializer)
        .containsExactly(Initializer.LECUN, Initializer.LECUN);
  }

  @Test
  void arrayFormsOfSeveralOutputs() {
    assertThat(
            methods(
                IRIS,
                """
                float[] fresh(float[] x);
                void into(float[] x, float[] out);
                void batch(float[] x, int n, float[] out);
                int best(float[] x);
                void bests(float[] x, int n, int[] out);
                """,
                ""))
        .containsExactly(
            method("fresh", MethodKind.Arrays.ONE_TO_ARRAY, "x"),
            method("into", MethodKind.Arrays.ONE_TO_CALLER_ARRAY, "x", "out"),
            method("batch", MethodKind.Arrays.MANY_TO_CALLER_ARRAY, "x", "n", "out"),
            method("best", MethodKind.Arrays.ONE_TO_CLASS, "x"),
            method("bests", MethodKind.Arrays.MANY_TO_CLASSES, "x", "n", "out"));
  }

  @Test
  void arrayFormsOfOneOutputInDouble() {
    assertThat(
            methods(
                COIN.replace(")", ", precision = DOUBLE)"),
                "double one(double[] x); double[] fresh(double[] x);",
                ""))
        .containsExactly(
            method("one", MethodKind.Arrays.ONE_TO_NUMBER, "x"),
            method("fresh", MethodKind.Arrays.ONE_TO_ARRAY, "x"));
  }

  @Test
  void recordForms() {
    EnumModel side =
        new EnumModel(new TypeReference("garden", List.of("Side")), List.of("HEADS", "TAILS"));

    assertThat(
            methods(
                COIN,
                "float number(Flower f); float[] array(Flower f); Side side(Flower f);",
                "record Flower(float a, int b) {} enum Side { HEADS, TAILS }"))
        .containsExactly(
            method("number", new MethodKind.RecordToNumber(FLOWER), "f"),
            method("array", new MethodKind.RecordToArray(FLOWER), "f"),
            method("side", new MethodKind.RecordToEnum(FLOWER, side), "f"));
  }

  @Test
  void everyNumericComponentIsAnInput() {
    List<MethodModel> methods =
        methods(
            COIN.replace("{2, 1}", "{7, 1}"),
            "float number(All all);",
            "record All(byte a, short b, int c, long d, float e, double f, boolean g) {}");

    assertThat(methods)
        .singleElement()
        .extracting(MethodModel::kind)
        .isInstanceOfSatisfying(
            MethodKind.RecordToNumber.class,
            kind ->
                assertThat(kind.input().components())
                    .extracting(ComponentModel::type)
                    .containsExactly(ComponentType.values()));
  }

  @Test
  void twoConstantsAndTwoOutputsNeedNoProbability() {
    assertThat(
            methods(
                "@Network(layers = {2, 2}, activations = TANH, loss = MEAN_SQUARED_ERROR)\n",
                "Side side(Flower f);",
                "record Flower(float a, int b) {} enum Side { HEADS, TAILS }"))
        .hasSize(1);
  }

  @Test
  void typeAnnotationsAndThreeDotsAndThrowsChangeNothing() {
    assertThat(
            methods(
                COIN,
                "@N float one(@N float... x) throws java.io.IOException;",
                "@java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE)"
                    + " @interface N {}"))
        .containsExactly(
            new MethodModel("one", MethodKind.Arrays.ONE_TO_NUMBER, List.of("x"), true));
  }

  @Test
  void methodsOfTheAuthorsOwnAreLeftAlone() {
    assertThat(
            methods(
                COIN,
                """
                default boolean heads(float[] x) { return one(x) < 0.5f; }
                static int answer() { return 42; }
                private static String network() { return ""; }
                boolean equals(Object other);
                int hashCode();
                String toString();
                float one(float[] x);
                """,
                ""))
        .containsExactly(method("one", MethodKind.Arrays.ONE_TO_NUMBER, "x"));
  }

  @Test
  void inheritedMethodsAreResolved() {
    NetworkModel model =
        model(
            "garden.Five",
            "package garden;\n"
                + Compiling.IMPORTS
                + IRIS.replace("{4", "{2")
                + """
                interface Five extends Half<Flower>, Plain, Again {
                  int best(float[] pixels);
                }
                interface Classifier<R, E> { E classify(R input); E other(R input); }
                interface Half<Q> extends Classifier<Q, Side> {
                  default Side other(Q input) { return classify(input); }
                }
                interface Plain { int best(float[] x); float[] outputs(float[] x); }
                interface Again { float[] outputs(float[] y); }
                record Flower(float a, int b) {}
                enum Side { A, B, C }
                """);

    EnumModel side =
        new EnumModel(new TypeReference("garden", List.of("Side")), List.of("A", "B", "C"));
    assertThat(model.methods())
        .containsExactly(
            method("best", MethodKind.Arrays.ONE_TO_CLASS, "pixels"),
            method("classify", new MethodKind.RecordToEnum(FLOWER, side), "input"),
            method("outputs", MethodKind.Arrays.ONE_TO_ARRAY, "x"));
  }

  @Test
  void namesOfNestedTypes() {
    NetworkModel model =
        model(
            "deep.er.Outer",
            "package deep.er;\n"
                + Compiling.IMPORTS
                + "public class Outer { protected interface In$ide { "
                + COIN
                + " interface Größe { Side side(Flower f); }"
                + " record Flower(float a, float b) {} enum Side { A, B } } }");

    assertThat(model.packageName()).isEqualTo("deep.er");
    assertThat(model.interfaceName()).isEqualTo("Outer.In$ide.Größe");
    assertThat(model.className()).isEqualTo("Outer_In$ide_GrößeNetwork");
    assertThat(model.qualifiedClassName()).isEqualTo("deep.er.Outer_In$ide_GrößeNetwork");
    assertThat(model.isPublic()).isFalse();
    assertThat(model.methods().getFirst().kind().result(Precision.FLOAT))
        .isEqualTo("deep.er.Outer.In$ide.Side");
  }

  @Test
  void unnamedPackage() {
    NetworkModel model = model("Five", Compiling.IMPORTS + COIN + "interface Five {}");

    assertThat(model.packageName()).isEmpty();
    assertThat(model.qualifiedInterfaceName()).isEqualTo("Five");
    assertThat(model.qualifiedClassName()).isEqualTo("FiveNetwork");
  }

  @Test
  void functionsOfTheJdkAreUnderstood() {
    NetworkModel model =
        model(
            "Five",
            Compiling.IMPORTS
                + COIN.replace(")", ", precision = DOUBLE)")
                + "interface Five extends java.util.function.ToDoubleFunction<double[]>,"
                + " java.util.function.UnaryOperator<double[]> {}");

    assertThat(model.methods())
        .extracting(MethodModel::name)
        .containsExactly("applyAsDouble", "apply");
    assertThat(model.methods())
        .extracting(MethodModel::kind)
        .containsExactly(MethodKind.Arrays.ONE_TO_NUMBER, MethodKind.Arrays.ONE_TO_ARRAY);
  }

  @Test
  void anInterfaceMayShowItsNetwork() {
    assertThat(
            methods(
                COIN,
                "dev.burin.kernel.NeuralNetwork network();",
                "interface Base extends dev.burin.kernel.Engraved<dev.burin.kernel.FloatNetwork>"
                    + " {}"))
        .isEmpty();
  }

  @Test
  void sealedInterfaceMayPermitItsGeneratedClass() {
    NetworkModel model =
        model(
            "garden.Five",
            "package garden;\n"
                + Compiling.IMPORTS
                + COIN
                + "sealed interface Five permits FiveNetwork {}");

    assertThat(model.className()).isEqualTo("FiveNetwork");
  }

  @Test
  void theWidestNetworkThatFitsOneArray() {
    NetworkModel model =
        model(
            "Five",
            Compiling.IMPORTS
                + "@Network(layers = {2147483637, 1}, activations = SIGMOID,"
                + " loss = BINARY_CROSS_ENTROPY) interface Five {}");

    assertThat(model.shape().parameters()).isEqualTo(2_147_483_638L);
  }
}
