package dev.burin.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.burin.Activation;
import dev.burin.Initializer;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.Chunks;
import dev.burin.kernel.FloatKernels;
import dev.burin.kernel.FloatStep;
import dev.burin.kernel.FloatWorkspace;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import dev.burin.shape.ParameterLayout;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two halves of a training step. */
class FloatTrainingTest {

  private static final NetworkShape SHAPE =
      NetworkShape.of(
          Loss.MEAN_SQUARED_ERROR,
          Precision.FLOAT,
          LayerShape.of(9, 37, Activation.TANH),
          LayerShape.of(37, 6, Activation.RELU).initializer(Initializer.GLOROT),
          LayerShape.of(6, 2, Activation.SIGMOID));

  private final FloatNetwork network = new FloatNetwork(SHAPE, new FakeKernels(SHAPE));
  private final float[] x = new float[300 * 9];
  private final float[] y = new float[300 * 2];

  FloatTrainingTest() {
    network.initialize(3);
    for (int i = 0; i < x.length; i++) {
      x[i] = (i % 23 - 11) / 11f;
    }
    for (int i = 0; i < y.length; i++) {
      y[i] = i % 2;
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "128, 1", "128, 4", "129, 1", "300, 3"})
  void everyParameterIsMovedOnceAlongItsGradient(int n, int threads) {
    FloatTraining training = new FloatTraining(network, n, threads);
    double cost = training.gradient(x, y, n);
    float[] wanted = Arrays.copyOf(training.gradient(), network.layout().length());
    AtomicIntegerArray moves = new AtomicIntegerArray(network.layout().length());
    float[] along = new float[network.layout().length()];

    assertThat(training.propagate(x, y, n)).isCloseTo(cost, within(0.0));
    training.step(
        (p, from, to, g, at) -> {
          for (int i = from; i < to; i++) {
            moves.incrementAndGet(i);
            along[i] = g[at + i - from];
          }
        });

    assertThat(along).isEqualTo(wanted);
    for (LayerLayout layer : network.layout().layers()) {
      for (int i = layer.weights(); i < layer.end(); i++) {
        assertThat(moves.get(i)).as("moves of parameter " + i).isEqualTo(1);
      }
    }
  }

  /** Room for less than a shard must not cut the chains of a longer batch. */
  @ParameterizedTest
  @CsvSource({"1, 2", "1, 128", "10, 129", "127, 300", "128, 300"})
  void batchesLongerThanTheRoomGetTheSameBits(int room, int n) {
    FloatTraining wide = new FloatTraining(network, n, 1);
    FloatTraining narrow = new FloatTraining(network, room, 2);

    assertThat(narrow.gradient(x, y, n)).isEqualTo(wide.gradient(x, y, n));
    assertThat(narrow.gradient()).isEqualTo(wide.gradient());
    assertThat(narrow.propagate(x, y, n)).isEqualTo(wide.cost(x, y, n));
  }

  @Test
  void batchesThatNoArrayHoldsAreRefusedWithTheLargest() {
    NetworkShape shape =
        NetworkShape.of(
            Loss.MEAN_SQUARED_ERROR,
            Precision.FLOAT,
            LayerShape.of(1, 20_000_000, Activation.RELU),
            LayerShape.of(20_000_000, 1, Activation.IDENTITY));
    ParameterLayout layout = ParameterLayout.of(shape);
    assertThatThrownBy(() -> FloatWorkspace.forTraining(layout, 128))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "A layer of 20000000 neurons does not go through 128 samples at a time: an array of"
                + " Java holds 107 of them; use batches of that size or smaller.");
  }

  /** The task of a pool used to end without a word when it could not keep what it had met. */
  @Test
  void aFullHeapOfAWorkerEndsTheStepAndTheNextOneIsSound() {
    OutOfMemoryError full = new OutOfMemoryError("full heap");
    CountDownLatch both = new CountDownLatch(2);
    Thread caller = Thread.currentThread();
    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      FloatTraining training = new FloatTraining(network, 300, 2, pool);
      training.propagate(x, y, 300);
      assertThatThrownBy(
              () ->
                  training.step(
                      (p, from, to, g, at) -> {
                        both.countDown();
                        while (both.getCount() > 0) {
                          Thread.onSpinWait();
                        }
                        if (Thread.currentThread() != caller) {
                          throw full;
                        }
                      }))
          .isSameAs(full);
      double cost = training.propagate(x, y, 300);
      training.step((p, from, to, g, at) -> {});
      assertThat(cost).isEqualTo(new FloatTraining(network, 300, 1).cost(x, y, 300));
    }
  }

  @Test
  void stepsWithoutSamplesAreRefused() {
    FloatTraining training = new FloatTraining(network, 10, 1);
    FloatStep rule = (p, from, to, g, at) -> {};

    assertThatThrownBy(() -> training.step(rule))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("No samples were propagated since the last step; call propagate first.");
    training.propagate(x, y, 10);
    training.step(rule);
    assertThatThrownBy(() -> training.step(rule)).isInstanceOf(IllegalStateException.class);
    training.propagate(x, y, 10);
    training.cost(x, y, 10);
    assertThatThrownBy(() -> training.step(rule)).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1_000_000})
  void noThreadsAndTooManyAreRefused(int threads) {
    assertThatThrownBy(() -> new FloatTraining(network, 10, threads))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The number of threads is " + threads + "; give 1 to 1024.");
  }

  @Test
  void chunksAreWholeShardsAndNoLongerThanTheBatch() {
    ParameterLayout layout = network.layout();

    assertThat(Chunks.trainingRows(layout, 10_000, 1)).isEqualTo(FloatKernels.SHARD);
    assertThat(Chunks.trainingRows(layout, 10_000, 2)).isEqualTo(8 * FloatKernels.SHARD);
    assertThat(Chunks.trainingRows(layout, 300, 2)).isEqualTo(3 * FloatKernels.SHARD);
    assertThat(Chunks.trainingRows(layout, 128, 64)).isEqualTo(FloatKernels.SHARD);
    assertThat(Chunks.trainingRows(layout, 127, 64)).isEqualTo(127);
    assertThat(Chunks.trainingRows(layout, 1, 1)).isEqualTo(1);
  }
}
