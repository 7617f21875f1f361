package dev.burin.processor.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.burin.Activation;
import dev.burin.Initializer;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.DoubleKernels;
import dev.burin.processor.model.MethodKind.ArrayToEnum;
import dev.burin.processor.model.MethodKind.Arrays;
import dev.burin.processor.model.MethodKind.RecordToArray;
import dev.burin.processor.model.MethodKind.RecordToEnum;
import dev.burin.processor.model.MethodKind.RecordToNumber;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkModelTest {

  private static final ClassHead HEAD = new ClassHead(false, false, false, List.of());

  private static final NetworkShape IRIS =
      NetworkShape.of(Loss.CROSS_ENTROPY, Precision.FLOAT, LayerShape.of(2, 3, Activation.SOFTMAX));
  private static final NetworkShape COIN =
      NetworkShape.of(
          Loss.BINARY_CROSS_ENTROPY,
          Precision.FLOAT,
          LayerShape.of(2, 5, Activation.RELU).initializer(Initializer.NORMAL).scale(0.5),
          LayerShape.of(5, 1, Activation.SIGMOID));
  private static final NetworkShape TANH =
      NetworkShape.of(
          Loss.MEAN_SQUARED_ERROR, Precision.FLOAT, LayerShape.of(2, 1, Activation.TANH));

  private static RecordModel input(int components) {
    List<ComponentModel> list =
        IntStream.range(0, components)
            .mapToObj(i -> new ComponentModel("c" + i, ComponentType.FLOAT))
            .toList();
    return new RecordModel(new TypeReference("garden", List.of("Flower")), list);
  }

  private static EnumModel answer(int constants) {
    List<String> list = IntStream.range(0, constants).mapToObj(i -> "E" + i).toList();
    return new EnumModel(new TypeReference("garden", List.of("Species")), list);
  }

  private static MethodModel method(MethodKind kind) {
    List<String> names = List.of("x", "n", "out");
    return new MethodModel(
        "name", kind, names.subList(0, kind.parameterTypes(Precision.FLOAT).size()), false);
  }

  private static NetworkModel model(NetworkShape shape, MethodKind... kinds) {
    List<MethodModel> methods =
        java.util.Arrays.stream(kinds).map(NetworkModelTest::method).toList();
    return new NetworkModel("garden", "A.B", "A_BNetwork", HEAD, shape, methods);
  }

  private static void refuses(NetworkShape shape, MethodKind kind) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model(shape, kind))
        .withMessageContaining("does not fit");
  }

  @Test
  void methodsThatFitAreTaken() {
    NetworkModel iris =
        model(
            IRIS,
            Arrays.ONE_TO_CLASS,
            Arrays.MANY_TO_CLASSES,
            new RecordToArray(input(2)),
            new RecordToEnum(input(2), answer(3)),
            new ArrayToEnum(answer(3)));
    NetworkModel coin =
        model(
            COIN,
            Arrays.ONE_TO_NUMBER,
            new RecordToNumber(input(2)),
            new RecordToEnum(input(2), answer(2)),
            new ArrayToEnum(answer(2)));

    assertThat(iris.methods()).hasSize(5);
    assertThat(coin.methods()).hasSize(4);
  }

  @Test
  void methodsThatDoNotFitAreRefused() {
    refuses(IRIS, Arrays.ONE_TO_NUMBER);
    refuses(IRIS, new RecordToNumber(input(2)));
    refuses(IRIS, new RecordToArray(input(3)));
    refuses(IRIS, new RecordToEnum(input(2), answer(2)));
    refuses(IRIS, new ArrayToEnum(answer(2)));
    refuses(COIN, new ArrayToEnum(answer(3)));
    refuses(TANH, new ArrayToEnum(answer(2)));
    refuses(IRIS, new RecordToEnum(input(1), answer(3)));
    refuses(COIN, Arrays.ONE_TO_CLASS);
    refuses(COIN, Arrays.MANY_TO_CLASSES);
    refuses(COIN, new RecordToEnum(input(2), answer(1)));
    refuses(COIN, new RecordToNumber(input(1)));
    refuses(TANH, new RecordToEnum(input(2), answer(2)));
  }

  @Test
  void depthIsBounded() {
    List<LayerShape> layers =
        new ArrayList<>(
            Collections.nCopies(NetworkModel.MOST_LAYERS, LayerShape.of(1, 1, Activation.TANH)));
    assertThat(model(NetworkShape.of(Loss.MEAN_SQUARED_ERROR, Precision.FLOAT, layers)).shape())
        .isNotNull();

    layers.add(LayerShape.of(1, 1, Activation.TANH));

    NetworkShape deeper = NetworkShape.of(Loss.MEAN_SQUARED_ERROR, Precision.FLOAT, layers);
    assertThatIllegalArgumentException().isThrownBy(() -> model(deeper));
  }

  @Test
  void sizeIsBounded() {
    // One output is stored without padding: the weights and one bias, after the origin.
    int widest = NetworkModel.LONGEST_ARRAY - DoubleKernels.ORIGIN - 1;

    assertThat(NetworkModel.fitsOneArray(single(widest))).isTrue();
    assertThat(NetworkModel.fitsOneArray(single(widest + 1))).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> model(single(widest + 1)));
  }

  private static NetworkShape single(int inputs) {
    return NetworkShape.of(
        Loss.MEAN_SQUARED_ERROR, Precision.DOUBLE, LayerShape.of(inputs, 1, Activation.TANH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "a b", "1a", "a;", "a\"", "*/", "a\\u002a", "a.b.", "a-b", "a\n"})
  void onlyIdentifiersReachASource(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ComponentModel(name, ComponentType.INT));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new EnumModel(new TypeReference("garden", List.of("E")), List.of("A", name)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TypeReference("garden", List.of("Outer", name)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MethodModel(name, Arrays.ONE_TO_NUMBER, List.of("x"), false));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MethodModel("name", Arrays.ONE_TO_NUMBER, List.of(name), false));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new NetworkModel("garden", "A." + name, "ANetwork", HEAD, IRIS, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NetworkModel("garden", "A", name, HEAD, IRIS, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NetworkModel("g." + name, "A", "ANetwork", HEAD, IRIS, List.of()));
  }

  @Test
  void parametersMatchTheKind() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MethodModel("f", Arrays.ONE_TO_NUMBER, List.of("x", "y"), false));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new MethodModel("f", Arrays.ONE_TO_CALLER_ARRAY, List.of("x", "x"), false));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MethodModel("f", new RecordToArray(input(2)), List.of("x"), true));
  }

  @Test
  void printsItselfForPeople() {
    NetworkModel model =
        model(COIN, Arrays.MANY_TO_CALLER_ARRAY, new RecordToEnum(input(2), answer(2)));

    assertThat(model.toString())
        .isEqualTo(
            """
            garden.A.B -> A_BNetwork
              2-5-1 FLOAT, 21 parameters, loss BINARY_CROSS_ENTROPY
              layer 1: 2 -> 5 RELU, weights NORMAL(0.5)
              layer 2: 5 -> 1 SIGMOID, weights GLOROT
              void name(float[] x, int n, float[] out): n samples to the caller's array
              garden.Species name(garden.Flower x): one record garden.Flower(float c0, float c1) \
            to one of garden.Species {E0, E1}
            """);
  }

  @Test
  void namesWithoutAPackage() {
    NetworkModel model =
        new NetworkModel("", "Outer.Iris", "Outer_IrisNetwork", HEAD, IRIS, List.of());

    assertThat(model.qualifiedInterfaceName()).isEqualTo("Outer.Iris");
    assertThat(model.qualifiedClassName()).isEqualTo("Outer_IrisNetwork");
    assertThat(NetworkModel.className("Outer.Iris")).isEqualTo("Outer_IrisNetwork");
    assertThat(new TypeReference("", List.of("A", "B"))).hasToString("A.B");
  }
}
