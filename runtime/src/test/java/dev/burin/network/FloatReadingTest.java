package dev.burin.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.FloatTwin;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Samples that lie in memory have the answers of an array of the same numbers, bit for bit. */
class FloatReadingTest {

  private static final int IN = 5;
  private static final int OUT = 3;
  private static final int AT = 3;

  private static final NetworkShape SHAPE =
      NetworkShape.of(
          Loss.MEAN_SQUARED_ERROR,
          Precision.FLOAT,
          LayerShape.of(IN, 7, Activation.TANH),
          LayerShape.of(7, OUT, Activation.SIGMOID));

  private final FloatNetwork network = new FloatNetwork("Read", SHAPE, new FloatTwin(SHAPE));

  FloatReadingTest() {
    network.initialize(1);
    network.inputScaling(InputScaling.over(255));
  }

  /** The bytes of some samples, and the inputs that they stand for. */
  private record Given(byte[] bytes, float[] x) {}

  private static Given given(InputType type, int n) {
    Random random = new Random(n);
    float[] x = new float[n * IN];
    ByteBuffer bytes =
        ByteBuffer.allocate(AT + x.length * type.bytes() + 2).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(AT);
    for (int i = 0; i < x.length; i++) {
      double value = random.nextDouble() - 0.5;
      int b = random.nextInt(256);
      x[i] =
          switch (type) {
            case DOUBLE, FLOAT -> (float) value;
            case HALF -> Float.float16ToFloat(Float.floatToFloat16((float) value));
            case UNSIGNED_BYTE -> b / 255f;
          };
      switch (type) {
        case DOUBLE -> bytes.putDouble(value);
        case FLOAT -> bytes.putFloat(x[i]);
        case HALF -> bytes.putShort(Float.floatToFloat16(x[i]));
        case UNSIGNED_BYTE -> bytes.put((byte) b);
      }
    }
    return new Given(bytes.array(), x);
  }

  @ParameterizedTest
  @EnumSource(InputType.class)
  void theBitsAreThoseOfAnArray(InputType type) {
    FloatReading reading = network.reading(type);
    assertThat(reading.type()).isEqualTo(type);
    for (int n : new int[] {0, 1, 2, 20, 400}) {
      Given given = given(type, n);
      float[] expected = new float[n * OUT + 2];
      network.outputs(given.x, 0, n, expected, 1);
      for (float[] out : answers(reading, given.bytes, n)) {
        assertThat(out).as("%s, %d rows", type, n).isEqualTo(expected);
      }
    }
  }

  /** Answers from each kind of memory. */
  private static List<float[]> answers(FloatReading reading, byte[] bytes, int n) {
    ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(bytes).position(2);
    List<float[]> all = new ArrayList<>();
    for (ByteBuffer buffer :
        new ByteBuffer[] {
          ByteBuffer.wrap(bytes),
          direct,
          direct.asReadOnlyBuffer(),
          direct.duplicate().flip().clear()
        }) {
      float[] out = new float[n * OUT + 2];
      int position = buffer.position();
      reading.outputs(buffer, AT, n, out, 1);
      assertThat(buffer.position()).isEqualTo(position);
      all.add(out);
    }
    float[] out = new float[n * OUT + 2];
    reading.outputs(bytes, AT, n, out, 1);
    all.add(out);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment heap = MemorySegment.ofArray(bytes);
      for (MemorySegment segment :
          new MemorySegment[] {
            heap, heap.asReadOnly(), arena.allocate(bytes.length).copyFrom(heap)
          }) {
        float[] more = new float[n * OUT + 2];
        reading.outputs(segment, AT, n, more, 1);
        all.add(more);
      }
    }
    return all;
  }

  @Test
  void halvesAreWidenedWithoutLoss() {
    FloatReading reading = network.reading(InputType.HALF);
    float[] out = new float[OUT];
    for (int bits = 0; bits < 1 << 16; bits += 7) {
      ByteBuffer x = ByteBuffer.allocate(2 * IN).order(ByteOrder.LITTLE_ENDIAN);
      float[] same = new float[IN];
      for (int i = 0; i < IN; i++) {
        x.putShort(2 * i, (short) (bits + i));
        same[i] = Float.float16ToFloat((short) (bits + i));
      }
      reading.outputs(x, 0, 1, out, 0);
      assertThat(out).isEqualTo(network.outputs(same));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FLOAT, 0, 3, 'holds 40 bytes from byte 0 on, but 3 samples of 5 inputs, each a float, have"
        + " 60'",
    "FLOAT, 1, 2, 'holds 39 bytes from byte 1 on, but 2 samples'",
    "FLOAT, 41, 0, 'holds 0 bytes from byte 41 on'",
    "HALF, -1, 1, 'begin at byte -1 of the memory of inputs, not 0 or more'",
    "UNSIGNED_BYTE, 0, -2, 'number of samples is -2, not 0 or more'",
    "DOUBLE, 0, 2147483647, 'each a double, have 85899345880'",
  })
  void whereThereIsNoRoomOneSentenceSaysSo(InputType type, int at, int n, String message) {
    FloatReading reading = network.reading(type);
    float[] out = new float[12];
    assertThatThrownBy(() -> reading.outputs(new byte[40], at, n, out, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
    assertThatThrownBy(() -> reading.outputs(ByteBuffer.allocate(50).limit(40), at, n, out, 0))
        .hasMessageContaining(message);
    MemorySegment segment = MemorySegment.ofArray(new int[10]);
    assertThatThrownBy(() -> reading.outputs(segment, at, n, out, 0)).hasMessageContaining(message);
    assertThat(out).containsOnly(0);
  }

  @Test
  void outputsNeedRoomToo() {
    FloatReading reading = network.reading(InputType.FLOAT);
    assertThatThrownBy(() -> reading.outputs(new byte[40], 0, 2, new float[6], 1))
        .hasMessageContaining("The array of outputs holds 6 elements");
    assertThatThrownBy(() -> reading.outputs((byte[]) null, 0, 2, new float[6], 0))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("The memory of the samples is null");
  }

  @Test
  void aSegmentThatIsClosedIsNotRead() {
    MemorySegment closed;
    try (Arena arena = Arena.ofConfined()) {
      closed = arena.allocate(40);
    }
    FloatReading reading = network.reading(InputType.FLOAT);
    assertThatThrownBy(() -> reading.outputs(closed, 0, 2, new float[6], 0))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void bytesNeedAScaling() {
    FloatNetwork bare = new FloatNetwork("Bare", SHAPE, network.kernels());
    bare.initialize(1);
    assertThatThrownBy(
            () -> bare.reading(InputType.UNSIGNED_BYTE).outputs(new byte[5], 0, 1, new float[3], 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("inputScaling(InputScaling.over(255))");
    assertThatThrownBy(() -> bare.inputScaling(InputScaling.of(new double[2], new double[] {1, 2})))
        .hasMessage("The scaling is for 2 columns, but the network has 5 inputs.");
  }

  @Test
  void anotherNetworkScalesAsThisOne() {
    assertThat(network.another().inputScaling()).isEqualTo(InputScaling.over(255));
    assertThat(network.with(network.parameters()).inputScaling()).isNotNull();
  }

  @Test
  void eachColumnHasItsOwnScaling() {
    double[] shift = {0, 1.5, -3, 127.4, 255};
    double[] divisor = {1, 255, 0.1, -7, 1e-3};
    network.inputScaling(InputScaling.of(shift, divisor));
    byte[] bytes = new byte[3 * IN];
    new Random(4).nextBytes(bytes);
    float[] x = new float[bytes.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) (((bytes[i] & 255) - shift[i % IN]) / divisor[i % IN]);
    }
    float[] out = new float[3 * OUT];
    network.reading(InputType.UNSIGNED_BYTE).outputs(bytes, 0, 3, out, 0);
    float[] expected = new float[3 * OUT];
    network.outputs(x, 3, expected);
    assertThat(Arrays.equals(out, expected)).isTrue();
  }
}
