package dev.burin.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.FloatKernels;
import dev.burin.kernel.FloatTwin;
import dev.burin.kernel.FloatWorkspace;
import dev.burin.machine.Readiness;
import dev.burin.machine.SelfTestResult;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import dev.burin.shape.ParameterLayout;
import dev.burin.start.ColdStart;
import dev.burin.start.FloatTrials;
import dev.burin.start.Pass;
import dev.burin.start.WarmUpPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColdStartTest {

  private static final NetworkShape SHAPE =
      NetworkShape.of(
          Loss.HALF_MEAN_SQUARED_ERROR,
          Precision.FLOAT,
          LayerShape.of(9, 20, Activation.TANH),
          LayerShape.of(20, 7, Activation.SOFTPLUS));
  private static final WarmUpPolicy PATIENT = policy(Duration.ofMinutes(10), Long.MAX_VALUE);
  private static final WarmUpPolicy HASTY = policy(Duration.ZERO, Long.MAX_VALUE);
  private static final Duration LONG = Duration.ofMinutes(10);

  private static WarmUpPolicy policy(Duration limit, long room) {
    return new WarmUpPolicy(false, limit, Duration.ofDays(1), () -> room);
  }

  private static ColdStart start(FloatKernels kernels, Readiness first, WarmUpPolicy policy) {
    return new ColdStart(
        kernels.path(), first, policy, new FloatTrials(ParameterLayout.of(SHAPE), kernels));
  }

  private static FloatNetwork network(FloatKernels kernels, WarmUpPolicy policy) {
    FloatNetwork network = new FloatNetwork(SHAPE, kernels, start(kernels, Readiness.COLD, policy));
    network.initialize(7);
    return network;
  }

  private static float[] wanted(float[] x, int n) {
    FloatNetwork plain = new FloatNetwork(SHAPE, new FloatTwin(SHAPE));
    plain.initialize(7);
    float[] out = new float[n * 7];
    plain.outputs(x, n, out);
    return out;
  }

  private static float[] inputs(int n) {
    float[] x = new float[n * 9];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i % 17 - 8) / 4f;
    }
    return x;
  }

  @Test
  void nothingIsWarmedBeforeTheFirstCall() {
    FloatNetwork network = network(new FakeKernels(SHAPE), PATIENT);
    assertThat(network.readiness()).isEqualTo(Readiness.COLD);
    assertThat(network.path()).isEqualTo("plain");
    network.outputs(inputs(1));
    assertThat(network.readiness()).isEqualTo(Readiness.WARMING);
    assertThat(network.path()).isEqualTo("plain");
  }

  @Test
  void kernelsTakeOverOnceTheyAreAsFast() {
    FloatNetwork network = network(new FakeKernels(SHAPE), PATIENT);
    assertThat(network.warmUp(LONG)).isEqualTo("fake");
    assertThat(network.readiness()).isEqualTo(Readiness.READY);
    assertThat(network.state())
        .isEqualTo(
            "single samples: fake, compiled and equal to the plain loops;"
                + " batches: fake, compiled and equal to the plain loops;"
                + " training: plain, not called yet");
  }

  @Test
  void aLimitOfNothingReturnsAtOnceAndTheWorkGoesOn() {
    FloatNetwork network = network(new FakeKernels(SHAPE), PATIENT);
    assertThat(network.warmUp(Duration.ZERO)).isEqualTo("plain");
    assertThat(network.warmUp(Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo("fake");
  }

  @Test
  void anInterruptEndsTheWaitAndStaysSet() {
    FloatNetwork network = network(new FakeKernels(SHAPE), PATIENT);
    Thread.currentThread().interrupt();
    assertThat(network.warmUp(LONG)).isEqualTo("plain");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void slowKernelsAreGivenUpAndOneLineSaysSo() {
    try (LogLines log = new LogLines()) {
      FloatKernels slow =
          new FakeKernels(SHAPE) {
            @Override
            public void forward(
                float[] p, float[] x, int xAt, int from, int to, FloatWorkspace ws) {
              LockSupport.parkNanos(5_000_000);
              super.forward(p, x, xAt, from, to, ws);
            }
          };
      FloatNetwork network = network(slow, HASTY);
      assertThat(network.warmUp(LONG)).isEqualTo("plain");
      assertThat(network.readiness()).isEqualTo(Readiness.SLOW);
      assertThat(log.warnings()).hasSizeLessThan(2);
      assertThat(log.lines())
          .anySatisfy(
              line ->
                  assertThat(line)
                      .contains("are not fast yet", "tried again", "burin.simd=off")
                      .doesNotContain("in this JVM"));
      assertThat(network.outputs(inputs(1))).isEqualTo(wanted(inputs(1), 1));
    }
  }

  /** The lowest bit of one output, loss or derivative is wrong in each of the passes. */
  @ParameterizedTest
  @EnumSource(Pass.class)
  void oneWrongBitRefusesAllKernels(Pass wrong) {
    FloatKernels broken =
        new FakeKernels(SHAPE) {
          @Override
          public void forward(float[] p, float[] x, int xAt, int from, int to, FloatWorkspace ws) {
            super.forward(p, x, xAt, from, to, ws);
            boolean one = to - from == 1;
            if (wrong == (one ? Pass.ONE : Pass.MANY)) {
              int at = from * ws.layer(2).rowStride() + 3;
              ws.a[2][at] = Math.nextUp(ws.a[2][at]);
            }
          }

          @Override
          public void weightGradient(
              float[] x,
              int xAt,
              int rows,
              boolean fresh,
              float[] dp,
              FloatWorkspace ws,
              int part,
              int parts) {
            super.weightGradient(x, xAt, rows, fresh, dp, ws, part, parts);
            if (wrong == Pass.TRAINING) {
              dp[5] = Math.nextUp(dp[5]);
            }
          }
        };
    try (LogLines log = new LogLines()) {
      ColdStart start = start(broken, Readiness.COLD, PATIENT);
      FloatNetwork network = new FloatNetwork(SHAPE, broken, start);
      network.initialize(7);
      start.await(LONG, wrong);
      assertThat(network.readiness()).isEqualTo(Readiness.REFUSED);
      assertThat(log.warnings()).hasSize(1).first().asString().startsWith("REFUSED");
      float[] out = new float[5 * 7];
      network.outputs(inputs(5), 5, out);
      assertThat(out).isEqualTo(wanted(inputs(5), 5));
      assertThat(network.warmUp(LONG)).isEqualTo("plain");
    }
  }

  /** A batch of 20 is none of the race's, but the first of the self-test's. */
  private static final class WrongInBatchesOfTwenty extends FakeKernels {
    WrongInBatchesOfTwenty() {
      super(SHAPE);
    }

    @Override
    public void forward(float[] p, float[] x, int xAt, int from, int to, FloatWorkspace ws) {
      super.forward(p, x, xAt, from, to, ws);
      if (to - from == 20) {
        int at = (to - 1) * ws.layer(2).stride() + 6;
        ws.a[2][at] = Math.nextUp(ws.a[2][at]);
      }
    }
  }

  @Test
  void theSelfTestRefusesBeforeTheFirstAnswerOfKernels() {
    try (LogLines log = new LogLines()) {
      FloatNetwork network = network(new WrongInBatchesOfTwenty(), PATIENT);
      assertThat(network.warmUp(LONG)).isEqualTo("plain");
      assertThat(network.readiness()).isEqualTo(Readiness.REFUSED);
      assertThat(log.warnings())
          .singleElement()
          .asString()
          .startsWith("REFUSED")
          .contains("output 6 of layer 2 of sample 19");
    }
  }

  @Test
  void aSelfTestThatIsAskedForRefusesKernelsThatRunAlready() {
    FloatKernels wrong = new WrongInBatchesOfTwenty();
    try (LogLines log = new LogLines()) {
      FloatNetwork network =
          new FloatNetwork(SHAPE, wrong, start(wrong, Readiness.UNPROVEN, PATIENT));
      assertThat(network.selfTest())
          .extracting(SelfTestResult::passed)
          .containsExactly(true, false);
      assertThat(network.readiness()).isEqualTo(Readiness.REFUSED);
      assertThat(network.selfTest()).isEmpty();
      assertThat(log.warnings()).singleElement().asString().startsWith("REFUSED");
    }
  }

  @Test
  void soundKernelsPassTheSelfTestInEveryKindOfCall() {
    FloatKernels kernels = new FakeKernels(SHAPE);
    FloatNetwork network =
        new FloatNetwork(SHAPE, kernels, start(kernels, Readiness.UNPROVEN, PATIENT));
    assertThat(network.selfTest())
        .allMatch(SelfTestResult::passed)
        .extracting(SelfTestResult::calls)
        .containsExactly("single samples", "batches", "training");
  }

  @Test
  void kernelsThatFailAreLeftAloneAndNotCalledWrong() {
    FloatKernels failing =
        new FakeKernels(SHAPE) {
          @Override
          public void forward(float[] p, float[] x, int xAt, int from, int to, FloatWorkspace ws) {
            throw new NoClassDefFoundError("jdk/incubator/vector/FloatVector");
          }
        };
    try (LogLines log = new LogLines()) {
      FloatNetwork network = network(failing, PATIENT);
      assertThat(network.warmUp(LONG)).isEqualTo("plain");
      assertThat(log.warnings())
          .hasSize(2)
          .allMatch(line -> line.contains("NoClassDefFoundError"))
          .noneMatch(line -> line.contains("wrong") || line.contains("REFUSED"));
      assertThat(network.readiness()).isEqualTo(Readiness.FAILED);
      assertThat(network.outputs(inputs(1))).isEqualTo(wanted(inputs(1), 1));
    }
  }

  /** The exit of a JVM at the first allocation that fails cannot be taken back. */
  @Test
  void nothingIsTriedThatTakesMoreThanItsShareOfTheHeap() {
    FloatKernels untouchable =
        new FakeKernels(SHAPE) {
          @Override
          public void forward(float[] p, float[] x, int xAt, int from, int to, FloatWorkspace ws) {
            throw new AssertionError("tried");
          }
        };
    try (LogLines log = new LogLines()) {
      FloatNetwork network = network(untouchable, policy(LONG, 1_000));
      assertThat(network.warmUp(LONG)).isEqualTo("plain");
      assertThat(network.readiness()).isEqualTo(Readiness.UNTRIED);
      assertThat(network.outputs(inputs(1))).isEqualTo(wanted(inputs(1), 1));
      assertThat(log.lines()).anyMatch(line -> line.contains("0.0 MB to spare"));
    }
  }

  @Test
  void kernelsThatWereNotTriedAreTriedOnceThereIsMemory() {
    AtomicLong room = new AtomicLong();
    FloatKernels kernels = new FakeKernels(SHAPE);
    WarmUpPolicy growing = new WarmUpPolicy(false, LONG, Duration.ofNanos(1), room::get);
    ColdStart start = start(kernels, Readiness.COLD, growing);
    try (LogLines log = new LogLines()) {
      FloatNetwork network = new FloatNetwork(SHAPE, kernels, start);
      start.await(LONG, Pass.ONE);
      assertThat(network.readiness()).isEqualTo(Readiness.UNTRIED);
      room.set(Long.MAX_VALUE);
      // Nobody calls and nobody asks.
      while (network.readiness() != Readiness.READY) {
        LockSupport.parkNanos(1_000_000);
      }
      assertThat(log.warnings()).hasSizeLessThan(2);
    }
  }

  @Test
  void kernelsThatWereSlowAreTriedAgainAndTakeOver() {
    AtomicBoolean slow = new AtomicBoolean(true);
    FloatKernels kernels =
        new FakeKernels(SHAPE) {
          @Override
          public void forward(float[] p, float[] x, int xAt, int from, int to, FloatWorkspace ws) {
            if (slow.get()) {
              LockSupport.parkNanos(1_000_000);
            }
            super.forward(p, x, xAt, from, to, ws);
          }
        };
    WarmUpPolicy again =
        new WarmUpPolicy(false, Duration.ZERO, Duration.ofNanos(1), () -> Long.MAX_VALUE);
    ColdStart start = start(kernels, Readiness.COLD, again);
    try (LogLines log = new LogLines()) {
      FloatNetwork network = new FloatNetwork(SHAPE, kernels, start);
      start.await(LONG, Pass.ONE);
      assertThat(network.readiness()).isEqualTo(Readiness.SLOW);
      slow.set(false);
      while (network.readiness() != Readiness.READY) {
        LockSupport.parkNanos(1_000_000);
      }
      assertThat(log.warnings()).hasSizeLessThan(2);
    }
  }

  @Test
  void aLogThatThrowsChangesNothing() {
    Handler broken =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            throw new IllegalStateException("no disk");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger("dev.burin");
    try (LogLines log = new LogLines()) {
      assertThat(log.warnings()).isEmpty();
      logger.addHandler(broken);
      FloatNetwork network = network(new FakeKernels(SHAPE), PATIENT);
      assertThat(network.warmUp(LONG)).isEqualTo("fake");
    } finally {
      logger.removeHandler(broken);
    }
  }

  @Test
  void oneThreadServesAllNetworksOfAJvm() {
    List<FloatNetwork> networks = new ArrayList<>();
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    for (int i = 0; i < 20; i++) {
      FloatKernels kernels =
          new FakeKernels(SHAPE) {
            @Override
            public void forward(
                float[] p, float[] x, int xAt, int from, int to, FloatWorkspace ws) {
              threads.add(Thread.currentThread());
              super.forward(p, x, xAt, from, to, ws);
            }
          };
      FloatNetwork network = network(kernels, PATIENT);
      network.outputs(inputs(1));
      networks.add(network);
    }
    assertThat(
            Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("burin-warm-up")))
        .hasSize(1);
    networks.forEach(network -> network.warmUp(LONG));
    assertThat(networks).allMatch(network -> network.readiness() == Readiness.READY);
    assertThat(threads)
        .allMatch(thread -> thread.getName().equals("burin-warm-up"))
        .allMatch(thread -> thread.getContextClassLoader() == null);
  }

  /** Somebody waits for the second network, and nobody for the first, which does not get fast. */
  @Test
  void whoWaitsComesBeforeWhoDoesNot() throws InterruptedException {
    CountDownLatch tried = new CountDownLatch(1);
    AtomicBoolean slow = new AtomicBoolean(true);
    FloatKernels endless =
        new FakeKernels(SHAPE) {
          @Override
          public void forward(float[] p, float[] x, int xAt, int from, int to, FloatWorkspace ws) {
            if (slow.get()) {
              LockSupport.parkNanos(10_000_000);
            }
            super.forward(p, x, xAt, from, to, ws);
            tried.countDown();
          }
        };
    FloatNetwork first = network(endless, policy(Duration.ofDays(1), Long.MAX_VALUE));
    first.outputs(inputs(1));
    tried.await();
    FloatNetwork second = network(new FakeKernels(SHAPE), PATIENT);
    assertThat(second.warmUp(LONG)).isEqualTo("fake");
    assertThat(first.readiness()).isEqualTo(Readiness.WARMING);
    slow.set(false);
    assertThat(first.warmUp(LONG)).isEqualTo("fake");
  }

  @Test
  void kernelsThatRunAtOnceAreStillTestedWhenWarmedUp() {
    FloatKernels kernels = new FakeKernels(SHAPE);
    FloatNetwork network =
        new FloatNetwork(SHAPE, kernels, start(kernels, Readiness.UNPROVEN, PATIENT));
    assertThat(network.path()).isEqualTo("fake");
    assertThat(network.warmUp(LONG)).isEqualTo("fake");
    assertThat(network.readiness()).isEqualTo(Readiness.READY);
  }

  @Test
  void networksOfOneClassShareTheirStart() {
    FloatNetwork first = new FloatNetwork(SHAPE, new FakeKernels(SHAPE));
    FloatNetwork second = new FloatNetwork(SHAPE, new FakeKernels(SHAPE));
    first.warmUp(LONG);
    assertThat(second.readiness()).isEqualTo(first.readiness()).isNotEqualTo(Readiness.COLD);
  }

  @Test
  void theTwinNeedsNoWarmUp() {
    FloatNetwork network = new FloatNetwork(SHAPE, new FloatTwin(SHAPE));
    assertThat(network.warmUp(LONG)).isEqualTo("plain");
    assertThat(network.readiness()).isEqualTo(Readiness.PLAIN);
  }

  @Test
  void callersSeeEqualBitsWhileItChangesOver() throws InterruptedException, ExecutionException {
    FloatNetwork network = network(new FakeKernels(SHAPE), PATIENT);
    float[] x = inputs(33);
    float[] wanted = wanted(x, 33);
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      var callers =
          IntStream.range(0, 8)
              .mapToObj(
                  caller ->
                      threads.submit(
                          () -> {
                            float[] out = new float[33 * 7];
                            int after = 0;
                            while (after < 20) {
                              after += network.readiness() == Readiness.READY ? 1 : 0;
                              network.outputs(x, 33, out);
                              assertThat(out).isEqualTo(wanted);
                            }
                          }))
              .toList();
      network.warmUp(LONG);
      for (Future<?> caller : callers) {
        caller.get();
      }
    }
    assertThat(network.readiness()).isEqualTo(Readiness.READY);
  }
}
