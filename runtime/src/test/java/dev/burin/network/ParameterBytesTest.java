package dev.burin.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.DoubleTwin;
import dev.burin.kernel.FloatTwin;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters as bytes, read out of panels and put into them, against one at a time. */
class ParameterBytesTest {

  private static NeuralNetwork network(Precision precision, int in, int hidden, int out) {
    NetworkShape shape =
        NetworkShape.of(
            Loss.MEAN_SQUARED_ERROR,
            precision,
            LayerShape.of(in, hidden, Activation.TANH),
            LayerShape.of(hidden, out, Activation.IDENTITY));
    return switch (precision) {
      case FLOAT -> new FloatNetwork(shape, new FloatTwin(shape));
      case DOUBLE -> new DoubleNetwork(shape, new DoubleTwin(shape));
    };
  }

  private static byte[] oneAtATime(NeuralNetwork network) {
    int size = network.shape().precision().bytes();
    ByteBuffer bytes =
        ByteBuffer.allocate((int) network.shape().parameters() * size)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (LayerLayout layer : network.layout().layers()) {
      layer
          .dense()
          .forEach(
              at -> {
                switch (network.shape().precision()) {
                  case FLOAT -> bytes.putFloat((float) network.parameter(at));
                  case DOUBLE -> bytes.putDouble(network.parameter(at));
                }
              });
    }
    return bytes.array();
  }

  private static byte[] atOnce(NeuralNetwork network) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ParameterBytes bytes = new ParameterBytes(network);
    ParameterBytes.Taker<RuntimeException> taker =
        part -> all.write(part.array(), part.arrayOffset() + part.position(), part.remaining());
    for (LayerLayout layer : network.layout().layers()) {
      bytes.weights(layer, taker);
      bytes.biases(layer, taker);
    }
    return all.toByteArray();
  }

  /** Rows that end within a tile, panels of every width, narrow last layers, long rows. */
  @ParameterizedTest
  @CsvSource({
    "FLOAT, 5, 37, 3", "DOUBLE, 5, 37, 3", "FLOAT, 300, 70, 1", "DOUBLE, 300, 70, 1",
    "FLOAT, 128, 32, 33", "DOUBLE, 129, 16, 17", "FLOAT, 1, 8, 4", "FLOAT, 20000, 41, 5",
    "DOUBLE, 70000, 9, 2", "FLOAT, 140000, 3, 1",
  })
  void theyAreThoseOfEachParameter(Precision precision, int in, int hidden, int out) {
    NeuralNetwork network = network(precision, in, hidden, out);
    network.initialize(1);
    byte[] bytes = oneAtATime(network);
    assertThat(atOnce(network)).isEqualTo(bytes);

    NeuralNetwork again = network.another();
    again.fill((Filling<RuntimeException>) to -> putRows(again, bytes, to));
    assertThat(oneAtATime(again)).isEqualTo(bytes);
    for (int at = 0; at < network.layout().length(); at++) {
      assertThat(again.parameter(at)).isEqualTo(network.parameter(at));
    }
  }

  private static void putRows(NeuralNetwork network, byte[] bytes, ParameterSink to) {
    ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int size = network.shape().precision().bytes();
    for (LayerLayout layer : network.layout().layers()) {
      for (int j = 0; j < layer.out(); ) {
        int rows = layer.endOfPanel(j) - j;
        assertThat(put(layer, j, rows, slice(all, rows * layer.in() * size), to)).isEqualTo(-1);
        j += rows;
      }
      ByteBuffer b = slice(all, layer.out() * size);
      assertThat(to.putRows(layer.bias(0), 1, 1, b, 1, layer.out())).isEqualTo(-1);
    }
  }

  private static int put(LayerLayout layer, int j, int rows, ByteBuffer numbers, ParameterSink to) {
    return to.putRows(
        layer.weight(j, 0), layer.outputStep(), layer.inputStep(j), numbers, rows, layer.in());
  }

  private static ByteBuffer slice(ByteBuffer all, int length) {
    ByteBuffer slice = all.slice(all.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    all.position(all.position() + length);
    return slice;
  }

  @ParameterizedTest
  @CsvSource({"NaN, 0", "Infinity, 17", "-Infinity, 3999", "NaN, 2513"})
  void aNumberThatIsNotFiniteIsFound(float wrong, int at) {
    NeuralNetwork network = network(Precision.FLOAT, 200, 20, 2);
    ByteBuffer numbers = ByteBuffer.allocate(4000 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    numbers.putFloat(at * Float.BYTES, wrong);
    int[] found = {0};
    network.fill(
        (Filling<RuntimeException>)
            to -> found[0] = put(network.layout().layer(1), 0, 20, numbers, to));
    assertThat(found[0]).isEqualTo(at);
  }

  @Test
  void outputsThatTheLayerDoesNotHaveAreRefused() {
    NeuralNetwork network = network(Precision.FLOAT, 2, 3, 1);
    ByteBuffer room = ByteBuffer.allocate(1000);
    LayerLayout layer = network.layout().layer(1);
    assertThatThrownBy(() -> network.weights(layer, 2, 2, room))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
