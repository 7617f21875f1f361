package dev.burin.processor.declare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Initializer;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.processor.Compiling;
import dev.burin.processor.model.ClassHead;
import dev.burin.processor.model.NetworkModel;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a right declaration becomes: its shape and its names. */
class AcceptedTest {

  @Test
  void shapeHoldsWhatTheAnnotationSays() {
    NetworkModel model =
        Accepted.model(
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
                new ClassHead(true, true, false, List.of()),
                NetworkShape.of(
                    Loss.BINARY_CROSS_ENTROPY,
                    Precision.DOUBLE,
                    LayerShape.of(784, 30, Activation.RELU)
                        .initializer(Initializer.NORMAL)
                        .scale(0.25),
                    LayerShape.of(30, 196, Activation.TANH).initializer(Initializer.LECUN),
                    LayerShape.of(196, 1, Activation.SIGMOID).initializer(Initializer.ZEROS)),
                List.of()));
  }

  @Test
  void dropoutIsOfTheInputsOfEachLayer() {
    NetworkModel model =
        Accepted.model(
            "Five",
            Compiling.IMPORTS
                + "@Network(layers = {4, 3, 2}, activations = {RELU, TANH},"
                + " loss = MEAN_SQUARED_ERROR, dropout = {0, 0.5}) interface Five {}");

    assertThat(model.shape().layers()).extracting(LayerShape::dropout).containsExactly(0.0, 0.5);
  }

  @Test
  void initializersDefaultByActivation() {
    NetworkModel model =
        Accepted.model(
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
        Accepted.model(
            "Five",
            Compiling.IMPORTS
                + "@Network(layers = {4, 3, 2}, activations = {GELU, TANH},"
                + " loss = MEAN_SQUARED_ERROR, initializers = LECUN) interface Five {}");

    assertThat(model.shape().layers())
        .extracting(LayerShape::initializer)
        .containsExactly(Initializer.LECUN, Initializer.LECUN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "''; 0.01, 1.0, 0.0, 0.01",
        "slopes = 0.3,; 0.3, 0.3, 0.0, 0.3",
        "'slopes = {0.2, 2, 1e-6},'; 0.2, 2.0, 0.0, 1.0E-6"
      })
  void slopesGoToTheLayersThatTakeOne(String slopes, String wanted) {
    NetworkModel model =
        Accepted.model(
            "Five",
            Compiling.IMPORTS
                + "@Network(layers = {4, 3, 3, 3, 2},"
                + " activations = {LEAKY_RELU, ELU, RELU, LEAKY_RELU}, "
                + slopes
                + " loss = MEAN_SQUARED_ERROR) interface Five {}");

    assertThat(model.shape().layers())
        .extracting(layer -> String.valueOf(layer.slope()))
        .containsExactly(wanted.split(", "));
  }

  @Test
  void namesOfNestedTypes() {
    NetworkModel model =
        Accepted.model(
            "deep.er.Outer",
            "package deep.er;\n"
                + Compiling.IMPORTS
                + "public class Outer { protected interface In$ide { "
                + Accepted.COIN
                + " interface Größe { Side side(Flower f); }"
                + " record Flower(float a, float b) {} enum Side { A, B } } }");

    assertThat(model.packageName()).isEqualTo("deep.er");
    assertThat(model.interfaceName()).isEqualTo("Outer.In$ide.Größe");
    assertThat(model.className()).isEqualTo("Outer_In$ide_GrößeNetwork");
    assertThat(model.qualifiedClassName()).isEqualTo("deep.er.Outer_In$ide_GrößeNetwork");
    assertThat(model.head().isPublic()).isFalse();
    assertThat(model.methods().getFirst().kind().result(Precision.FLOAT))
        .isEqualTo("deep.er.Outer.In$ide.Side");
  }

  @Test
  void unnamedPackage() {
    NetworkModel model =
        Accepted.model("Five", Compiling.IMPORTS + Accepted.COIN + "interface Five {}");

    assertThat(model.packageName()).isEmpty();
    assertThat(model.qualifiedInterfaceName()).isEqualTo("Five");
    assertThat(model.qualifiedClassName()).isEqualTo("FiveNetwork");
  }

  @Test
  void sealedInterfaceMayPermitItsGeneratedClass() {
    NetworkModel model =
        Accepted.model(
            "garden.Five",
            "package garden;\n"
                + Compiling.IMPORTS
                + Accepted.COIN
                + "sealed interface Five permits FiveNetwork {}");

    assertThat(model.className()).isEqualTo("FiveNetwork");
  }

  @Test
  void theWidestNetworkThatFitsOneArray() {
    NetworkModel model =
        Accepted.model(
            "Five",
            Compiling.IMPORTS
                + "@Network(layers = {2147483626, 1}, activations = SIGMOID,"
                + " loss = BINARY_CROSS_ENTROPY) interface Five {}");

    assertThat(model.shape().parameters()).isEqualTo(2_147_483_627L);
  }
}
