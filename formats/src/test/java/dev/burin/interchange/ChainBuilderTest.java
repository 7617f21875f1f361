package dev.burin.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.file.MalformedFileException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainBuilderTest {

  private static ChainBuilder oneLayer(Activation activation) throws MalformedFileException {
    ChainBuilder builder = new ChainBuilder("file", 2);
    builder.dense("fc", "fc", 2, new double[] {1, 2, 3, 4}, new double[] {5, 6});
    builder.activation("act", activation, activation.defaultSlope());
    return builder;
  }

  private static void refused(ThrowingCallable call, String sentence) {
    assertThatExceptionOfType(MalformedFileException.class)
        .isThrownBy(call)
        .withMessageContaining(sentence);
  }

  @Test
  void theLossGoesWithTheHead() throws MalformedFileException {
    assertThat(oneLayer(Activation.SOFTMAX).chain(Precision.FLOAT, null).loss())
        .isEqualTo(Loss.CROSS_ENTROPY);
    assertThat(oneLayer(Activation.SIGMOID).chain(Precision.FLOAT, null).loss())
        .isEqualTo(Loss.BINARY_CROSS_ENTROPY);
    assertThat(oneLayer(Activation.RELU).chain(Precision.FLOAT, Loss.CROSS_ENTROPY).loss())
        .isEqualTo(Loss.MEAN_SQUARED_ERROR);
    assertThat(
            oneLayer(Activation.RELU).chain(Precision.FLOAT, Loss.HALF_MEAN_SQUARED_ERROR).loss())
        .isEqualTo(Loss.HALF_MEAN_SQUARED_ERROR);
  }

  @Test
  void aFactorBehindTheLastActivationBecomesADiagonalLayer() throws MalformedFileException {
    ChainBuilder builder = oneLayer(Activation.TANH);
    builder.affine("range", new double[] {10, 20}, new double[] {1, 2});
    Chain chain = builder.chain(Precision.FLOAT, null);
    assertThat(chain.layers()).hasSize(2);
    assertThat(chain.layers().getLast().weights()).containsExactly(10, 0, 0, 20);
    assertThat(chain.layers().getLast().bias()).containsExactly(1, 2);
    assertThat(builder.folded()).containsExactly("range into a layer of its own, 2, the last");
  }

  @Test
  void aWideOneIsRefused() throws MalformedFileException {
    ChainBuilder builder = new ChainBuilder("file", 1);
    builder.dense("fc", "fc", 257, new double[257], new double[257]);
    builder.activation("act", Activation.RELU, 0);
    builder.affine("range", new double[257], new double[257]);
    refused(() -> builder.chain(Precision.FLOAT, null), "file: range: it scales 257 outputs");
  }

  @Test
  void nothingComesAfterSoftmax() throws MalformedFileException {
    ChainBuilder builder = oneLayer(Activation.SOFTMAX);
    refused(
        () -> builder.dense("fc2", "w", 1, new double[2], new double[1]),
        "file: fc2: it comes after act; expected Softmax at the end");
    refused(() -> builder.affine("mul", new double[2], new double[2]), "mul: it comes after act");
    refused(() -> builder.activation("relu", Activation.RELU, 0), "relu: it comes after act");
  }

  @Test
  void eachActivationHasALayerOfItsOwn() throws MalformedFileException {
    ChainBuilder builder = oneLayer(Activation.TANH);
    refused(() -> builder.activation("relu", Activation.RELU, 0), "relu: it comes after act");
    refused(
        () -> new ChainBuilder("file", 2).activation("relu", Activation.RELU, 0),
        "relu: no layer stands before it");
    refused(
        () -> new ChainBuilder("file", 2).chain(Precision.FLOAT, null),
        "file: there is no dense layer");
  }

  @Test
  void numbersThatAreNoneAreRefused() {
    ChainBuilder builder = new ChainBuilder("file", 1);
    refused(
        () -> builder.dense("fc", "w", 2, new double[] {0, Double.NaN}, new double[2]),
        "file: fc: w has NaN at index 1");
    refused(
        () -> builder.affine("mul", new double[] {Double.POSITIVE_INFINITY}, new double[1]),
        "file: mul: its factor has Infinity at index 0");
  }

  @Test
  void aSlopeOutOfRangeIsRefused() throws MalformedFileException {
    ChainBuilder builder = new ChainBuilder("file", 1);
    builder.dense("fc", "w", 1, new double[1], new double[1]);
    refused(
        () -> builder.activation("elu", Activation.ELU, -1), "file: elu: alpha, the slope of ELU");
  }

  @Test
  void sixtyFourLayersAreTheMost() throws MalformedFileException {
    ChainBuilder builder = new ChainBuilder("file", 1);
    for (int l = 0; l < Chain.MOST_LAYERS; l++) {
      builder.dense("fc", "w", 1, new double[1], new double[1]);
    }
    refused(
        () -> builder.dense("fc", "w", 1, new double[1], new double[1]),
        "file: fc: it is layer 65; expected at most 64");
  }

  @Test
  void aWeightThatNoFloatHoldsIsRefused() throws MalformedFileException {
    ChainBuilder builder = new ChainBuilder("file", 1);
    builder.dense("fc", "w", 1, new double[] {1e39}, new double[1]);
    Chain chain = builder.chain(Precision.FLOAT, null);
    refused(() -> ChainNetwork.of("file", chain), "file: w: a weight or bias is 1.0E39");
  }

  @ParameterizedTest
  @CsvSource({
    "app, 1st, no name of a Java type",
    "app, 'A B', no name of a Java type",
    "app, class, no name of a Java type",
    "app, var, no name of a Java type",
    "app, '', no name of a Java type",
    "app, 'A{', no name of a Java type",
    "app, Network, give another",
    "a..b, Digits, is no Java name",
    "a.int, Digits, is no Java name",
    "a/b, Digits, is no Java name",
    "..', Digits, is no Java name"
  })
  void aNameThatIsNoneIsRefused(String packageName, String name, String sentence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TypeName(packageName, name))
        .withMessageContaining(sentence);
  }
}
