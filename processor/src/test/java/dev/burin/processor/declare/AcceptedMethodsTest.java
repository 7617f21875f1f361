package dev.burin.processor.declare;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.burin.Precision;
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

/** What the methods of a right declaration become. */
class AcceptedMethodsTest {

  private static final RecordModel FLOWER =
      new RecordModel(
          new TypeReference("garden", List.of("Flower")),
          List.of(
              new ComponentModel("a", ComponentType.FLOAT),
              new ComponentModel("b", ComponentType.INT)));

  private static List<MethodModel> methods(String annotation, String body, String more) {
    return methods(annotation, body, more, "");
  }

  private static List<MethodModel> methods(
      String annotation, String body, String more, String parents) {
    String text =
        "package garden;\n"
            + Compiling.IMPORTS
            + annotation
            + "interface Five"
            + parents
            + " {\n"
            + body
            + "\n}\n"
            + more;
    return Accepted.model("garden.Five", text).methods();
  }

  private static MethodModel method(String name, MethodKind kind, String... parameters) {
    return new MethodModel(name, kind, List.of(parameters), false);
  }

  @Test
  void arrayFormsOfSeveralOutputs() {
    assertThat(
            methods(
                Accepted.IRIS,
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
                Accepted.COIN.replace(")", ", precision = DOUBLE)"),
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
                Accepted.COIN,
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
            Accepted.COIN.replace("{2, 1}", "{7, 1}"),
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
                Accepted.COIN,
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
                Accepted.COIN,
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
        Accepted.model(
            "garden.Five",
            "package garden;\n"
                + Compiling.IMPORTS
                + Accepted.IRIS.replace("{4", "{2")
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
  void functionsOfTheJdkAreUnderstood() {
    NetworkModel model =
        Accepted.model(
            "Five",
            Compiling.IMPORTS
                + Accepted.COIN.replace(")", ", precision = DOUBLE)")
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
  void anEnumMayAnswerForAnArray() {
    EnumModel side =
        new EnumModel(new TypeReference("garden", List.of("Side")), List.of("HEADS", "TAILS"));

    assertThat(
            methods(
                Accepted.COIN,
                "Side side(float... x); Side other(float[] x);",
                "enum Side { HEADS, TAILS }"))
        .containsExactly(
            new MethodModel("side", new MethodKind.ArrayToEnum(side), List.of("x"), true),
            method("other", new MethodKind.ArrayToEnum(side), "x"));
  }

  @Test
  void typesOfEqualNamesAreTwoTypes() {
    Compiling compiling = new Compiling();
    String body =
        """
        interface Five extends Parent<south.Reading> {
          float risk(north.Reading r);
          float risk(Outer.Reading r);
          north.Side side(north.Reading r);
          south.Side side(south.Reading r);
          Outer.Side side(Outer.Reading r);
          float hashCode(Outer.Reading r);
        }
        class Outer {
          record Reading(float t, float p) {}
          enum Side { A, B }
        }
        interface Parent<R> { float risk(R r); }
        """;
    Compilation done =
        compiling.compile(
            "garden.Five",
            "package garden;\n" + Compiling.IMPORTS + Accepted.COIN + body,
            "north.Reading",
            "package north; public record Reading(float t, float p) {}",
            "south.Reading",
            "package south; public record Reading(float t, float p) {}",
            "north.Side",
            "package north; public enum Side { A, B }",
            "south.Side",
            "package south; public enum Side { A, B }");

    assertThat(done.errors()).isEmpty();
    assertThat(compiling.models().getFirst().methods())
        .extracting(each -> each.signature(Precision.FLOAT))
        .containsExactly(
            "float risk(north.Reading r)",
            "float risk(garden.Outer.Reading r)",
            "north.Side side(north.Reading r)",
            "south.Side side(south.Reading r)",
            "garden.Outer.Side side(garden.Outer.Reading r)",
            "float hashCode(garden.Outer.Reading r)",
            "float risk(south.Reading r)");
  }

  @Test
  void aTypeOfTheAuthorsCalledObjectIsNoObject() {
    Compilation done =
        new Compiling()
            .compile(
                "garden.Five",
                "package garden;\n"
                    + Compiling.IMPORTS
                    + Accepted.COIN
                    + "interface Five { boolean equals(Object other); record Object(int a) {} }");

    assertThat(done.errors()).hasSize(1);
    assertThat(done.errors().getFirst().getMessage(null))
        .startsWith("[BurinMethodUnknown] boolean equals(Object other)");
  }

  @Test
  void oneMethodImplementsAllThatAreEqualAndHasTheNarrowestResult() {
    NetworkModel model =
        Accepted.model(
            "garden.Five",
            "package garden;\n"
                + Compiling.IMPORTS
                + Accepted.COIN
                + """
                interface Five extends Wide<Flower>, Narrow, Wider {}
                interface Wide<R> { Object side(R r); }
                interface Narrow { Side side(Flower f); }
                interface Wider { Enum<Side> side(Flower g); }
                record Flower(float a, int b) {}
                enum Side { HEADS, TAILS }
                """);

    EnumModel side =
        new EnumModel(new TypeReference("garden", List.of("Side")), List.of("HEADS", "TAILS"));
    assertThat(model.methods())
        .containsExactly(method("side", new MethodKind.RecordToEnum(FLOWER, side), "f"));
  }

  @Test
  void aDefaultNetworkThatIsAbstractAgainIsNoObstacle() {
    assertThat(
            methods(
                Accepted.COIN,
                "@Override dev.burin.network.FloatNetwork network();",
                "interface Shown { default dev.burin.network.NeuralNetwork network() {"
                    + " throw new IllegalStateException(); } }",
                " extends Shown"))
        .isEmpty();
  }

  @Test
  void anInterfaceMayBeEngravedByItself() {
    for (String network : List.of("FloatNetwork", "NeuralNetwork")) {
      String text =
          "package garden;\n"
              + Compiling.IMPORTS
              + Accepted.COIN
              + "interface Five extends Base<dev.burin.network.%s> {}\n"
              + "interface Base<N extends dev.burin.network.NeuralNetwork>"
              + " extends dev.burin.network.Engraved<N> {}";

      NetworkModel model = Accepted.model("garden.Five", text.replace("%s", network));

      assertThat(model.head().engraved()).isTrue();
      assertThat(model.methods()).isEmpty();
    }
  }

  @Test
  void anInterfaceMayShowItsNetwork() {
    assertThat(
            methods(
                Accepted.COIN,
                "dev.burin.network.NeuralNetwork network();",
                "interface Base extends dev.burin.network.Engraved<dev.burin.network.FloatNetwork>"
                    + " {}"))
        .isEmpty();
  }
}
