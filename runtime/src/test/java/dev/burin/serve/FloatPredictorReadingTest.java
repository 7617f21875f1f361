package dev.burin.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.network.FloatNetwork;
import dev.burin.network.InputScaling;
import dev.burin.network.InputType;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Samples that lie in memory are answered as arrays are, in every mode. */
class FloatPredictorReadingTest {

  private static FloatNetwork scaled(long seed, double divisor) {
    FloatNetwork network = Networks.seeded(seed);
    network.inputScaling(InputScaling.over(divisor));
    return network;
  }

  /** {@code [5]} as floats over a divisor. */
  private static float[] over(byte[] bytes, float divisor) {
    float[] x = new float[5];
    for (int i = 0; i < 5; i++) {
      x[i] = (bytes[i] & 255) / divisor;
    }
    return x;
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void everyKindOfMemoryIsAnswered(Mode mode) {
    FloatNetwork network = scaled(3, 255);
    byte[] bytes = {1, -1, 100, -100, 0};
    float[] expected = network.outputs(over(bytes, 255));
    try (FloatPredictor predictor = FloatPredictor.of(network).mode(mode).build();
        Arena arena = Arena.ofConfined()) {
      FloatPredictorReading reading = predictor.reading(InputType.UNSIGNED_BYTE);
      MemorySegment segment =
          arena.allocate(7).asSlice(1, 5).copyFrom(MemorySegment.ofArray(bytes));
      float[] out = new float[3];
      reading.predict(segment, 0, out, 0);
      assertThat(out).isEqualTo(expected);
      float[] buffered = new float[4];
      reading.predict(ByteBuffer.wrap(bytes), 0, buffered, 1);
      assertThat(Arrays.copyOfRange(buffered, 1, 4)).isEqualTo(expected);
      float[] many = new float[6];
      reading.predict(Arrays.copyOf(bytes, 10), 0, 2, many, 0);
      assertThat(many).startsWith(expected).endsWith(network.outputs(new float[5]));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"DIRECT", "BATCHING"})
  void eachAnswerIsOfTheScalingOfItsOwnWeights(Mode mode) throws Exception {
    FloatNetwork[] networks = {scaled(1, 255), scaled(2, 16)};
    FloatServed<Plain> served = FloatServed.of(new Plain(networks[0]), Plain::new);
    AtomicBoolean over = new AtomicBoolean();
    try (FloatPredictor predictor = FloatPredictor.serving(served).mode(mode).build();
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> wrong = new ArrayList<>();
      for (int client = 0; client < 16; client++) {
        int seed = client;
        wrong.add(clients.submit(() -> wrong(predictor, networks, seed, over)));
      }
      for (int swap = 0; swap < 200; swap++) {
        assertThat(served.swap(networks[swap & 1]).accepted()).isTrue();
        Thread.sleep(1);
      }
      over.set(true);
      for (Future<Integer> each : wrong) {
        assertThat(each.get()).isZero();
      }
    }
  }

  /** A segment of this thread alone, which no other may read. */
  private static int wrong(
      FloatPredictor predictor, FloatNetwork[] networks, int seed, AtomicBoolean over) {
    byte[] bytes = new byte[5];
    new Random(seed).nextBytes(bytes);
    float[] first = networks[0].outputs(over(bytes, 255));
    float[] second = networks[1].outputs(over(bytes, 16));
    FloatPredictorReading reading = predictor.reading(InputType.UNSIGNED_BYTE);
    int wrong = 0;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment x = arena.allocate(5).copyFrom(MemorySegment.ofArray(bytes));
      float[] out = new float[3];
      while (!over.get()) {
        reading.predict(x, 0, out, 0);
        wrong += Arrays.equals(out, first) || Arrays.equals(out, second) ? 0 : 1;
        Thread.yield();
      }
    }
    return wrong;
  }

  @Test
  void whatIsWrongConcernsItsCallerAlone() {
    FloatNetwork network = Networks.seeded(3);
    try (FloatPredictor predictor = FloatPredictor.of(network).mode(Mode.BATCHING).build()) {
      FloatPredictorReading bytes = predictor.reading(InputType.UNSIGNED_BYTE);
      FloatPredictorReading halves = predictor.reading(InputType.HALF);
      float[] out = new float[3];
      assertThatThrownBy(() -> bytes.predict(new byte[5], 0, out, 0))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("no scaling was saved with its weights");
      assertThatThrownBy(() -> halves.predict(new byte[9], 0, out, 0))
          .hasMessageContaining("holds 9 bytes from byte 0 on, but 1 samples of 5 inputs");
      MemorySegment closed;
      try (Arena arena = Arena.ofConfined()) {
        closed = arena.allocate(10);
      }
      assertThatThrownBy(() -> halves.predict(closed, 0, out, 0))
          .isInstanceOf(IllegalStateException.class);
      assertThat(predictor.waiting()).isZero();
      halves.predict(new byte[10], 0, out, 0);
      assertThat(out).isEqualTo(network.outputs(new float[5]));
    }
  }

  @Test
  void timeAndEndHoldForThemToo() {
    FloatPredictor predictor = FloatPredictor.of(Networks.seeded(3)).build();
    FloatPredictorReading halves = predictor.reading(InputType.HALF);
    assertThatThrownBy(() -> halves.predict(new byte[10], 0, new float[3], 0, -1))
        .hasMessageContaining("the time that was given was over");
    predictor.close();
    assertThatThrownBy(() -> halves.predict(new byte[10], 0, 1, new float[3], 0))
        .isInstanceOf(RefusedException.class);
  }
}
