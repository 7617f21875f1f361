package dev.burin.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.DoubleTwin;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Networks of doubles read memory as those of floats do, and widen what is narrower. */
class DoubleReadingTest {

  private static final NetworkShape SHAPE =
      NetworkShape.of(
          Loss.MEAN_SQUARED_ERROR, Precision.DOUBLE, LayerShape.of(3, 2, Activation.TANH));

  @ParameterizedTest
  @EnumSource(InputType.class)
  void theBitsAreThoseOfAnArray(InputType type) {
    DoubleNetwork network = new DoubleNetwork("Read", SHAPE, new DoubleTwin(SHAPE));
    network.initialize(7);
    network.inputScaling(InputScaling.of(new double[] {33.3}, new double[] {78.6}));
    double[] x = new double[3 * 500];
    ByteBuffer bytes = ByteBuffer.allocateDirect(8 * x.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < x.length; i++) {
      double value = Math.sin(i);
      switch (type) {
        case DOUBLE -> bytes.putDouble(value);
        case FLOAT -> bytes.putFloat((float) value);
        case HALF -> bytes.putShort(Float.floatToFloat16((float) value));
        case UNSIGNED_BYTE -> bytes.put((byte) i);
      }
      x[i] =
          switch (type) {
            case DOUBLE -> value;
            case FLOAT -> (float) value;
            case HALF -> Float.float16ToFloat(Float.floatToFloat16((float) value));
            case UNSIGNED_BYTE -> ((i & 255) - 33.3) / 78.6;
          };
    }
    double[] expected = new double[2 * 500];
    network.outputs(x, 500, expected);
    double[] out = new double[expected.length];
    network.reading(type).outputs(bytes, 0, 500, out, 0);
    assertThat(out).isEqualTo(expected);
  }
}
