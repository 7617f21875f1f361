package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.data.Dataset;
import dev.burin.data.FloatTable;
import dev.burin.kernel.DoubleNetwork;
import dev.burin.kernel.DoubleTwin;
import dev.burin.kernel.FloatNetwork;
import dev.burin.kernel.FloatTwin;
import dev.burin.kernel.LayerShape;
import dev.burin.kernel.NetworkShape;
import dev.burin.kernel.NeuralNetwork;
import dev.burin.optimize.Momentum;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A training ends with equal bits on whatever threads it is begun, and whoever helps. */
@Timeout(300)
class TrainerThreadsTest {

  private static final int SAMPLES = 300;

  private static NeuralNetwork network(Precision precision) {
    NetworkShape shape =
        NetworkShape.of(
            Loss.HALF_MEAN_SQUARED_ERROR,
            precision,
            LayerShape.of(7, 20, Activation.TANH),
            LayerShape.of(20, 2, Activation.IDENTITY));
    NeuralNetwork network =
        switch (precision) {
          case FLOAT -> new FloatNetwork(shape, new FloatTwin(shape));
          case DOUBLE -> new DoubleNetwork(shape, new DoubleTwin(shape));
        };
    network.initialize(1);
    return network;
  }

  private static Dataset data() {
    float[] x = new float[SAMPLES * 7];
    float[] y = new float[SAMPLES * 2];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i % 29 - 14) / 14f;
    }
    for (int i = 0; i < y.length; i++) {
      y[i] = (i % 5 - 2) / 2f;
    }
    return new Dataset(new FloatTable(SAMPLES, 7, x), new FloatTable(SAMPLES, 2, y));
  }

  private static double cost(Precision precision, int threads, Executor executor) {
    return Trainer.builder()
        .optimizer(new Momentum(0.1, 0.9))
        .batch(150)
        .epochs(3)
        .threads(threads)
        .executor(executor)
        .build()
        .train(network(precision), data())
        .finalCost();
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void everyExecutorGivesTheSameBits(Precision precision) throws Exception {
    double alone = cost(precision, 1, Runnable::run);
    Executor refusing =
        task -> {
          throw new RejectedExecutionException();
        };
    assertThat(cost(precision, 3, refusing)).isEqualTo(alone);
    for (ExecutorService pool :
        List.of(
            Executors.newFixedThreadPool(2),
            Executors.newVirtualThreadPerTaskExecutor(),
            new ForkJoinPool(2),
            Executors.newWorkStealingPool(2))) {
      try (pool) {
        assertThat(cost(precision, 3, pool)).isEqualTo(alone);
        assertThat(pool.submit(() -> cost(precision, 3, pool)).get()).isEqualTo(alone);
        assertThat(pool.submit(() -> cost(precision, 3, ForkJoinPool.commonPool())).get())
            .isEqualTo(alone);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void aCommonPoolThatIsBusyIsNotWaitedFor(Precision precision) throws Exception {
    double alone = cost(precision, 1, Runnable::run);
    CountDownLatch never = new CountDownLatch(1);
    ForkJoinPool common = ForkJoinPool.commonPool();
    for (int i = 0; i < 8 * common.getParallelism(); i++) {
      common.execute(
          () -> {
            try {
              never.await();
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
          });
    }
    try (ForkJoinPool callers = new ForkJoinPool(2)) {
      assertThat(callers.submit(() -> cost(precision, 4, common)).get()).isEqualTo(alone);
      assertThat(cost(precision, 4, common)).isEqualTo(alone);
    } finally {
      never.countDown();
    }
  }

  @Test
  void noExecutorIsRefused() {
    assertThatThrownBy(() -> Trainer.builder().executor(nothing()))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("The executor is null; give one, or none for the common pool.");
  }

  @SuppressWarnings("NullAway")
  private static Executor nothing() {
    return null;
  }
}
