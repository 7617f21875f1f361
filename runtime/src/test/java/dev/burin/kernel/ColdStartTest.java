package dev.burin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Initializer;
import dev.burin.Loss;
import dev.burin.Precision;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColdStartTest {

  private static final NetworkShape SHAPE =
      NetworkShape.of(
          Loss.HALF_MEAN_SQUARED_ERROR,
          Precision.FLOAT,
          new LayerShape(9, 20, Activation.TANH, Initializer.GLOROT, 0.01),
          new LayerShape(20, 7, Activation.SOFTPLUS, Initializer.GLOROT, 0.01));
  private static final WarmUpPolicy PATIENT = new WarmUpPolicy(false, Duration.ofSeconds(30));
  private static final WarmUpPolicy HASTY = new WarmUpPolicy(false, Duration.ofMillis(100));

  private static ColdStart start(FloatKernels kernels, Readiness first, WarmUpPolicy policy) {
    return new ColdStart(
        kernels.path(),
        first,
        policy,
        pass -> new FloatTrial(ParameterLayout.of(SHAPE), kernels, pass));
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
    assertThat(network.warmUp()).isEqualTo("fake");
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
    assertThat(network.warmUp()).isEqualTo("plain");
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
      assertThat(network.warmUp()).isEqualTo("plain");
      assertThat(network.readiness()).isEqualTo(Readiness.SLOW);
      assertThat(log.warnings()).hasSize(1).first().asString().contains("burin.simd=off");
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
      start.await(Duration.ofSeconds(60), wrong);
      assertThat(network.readiness()).isEqualTo(Readiness.REFUSED);
      assertThat(log.warnings()).hasSize(1).first().asString().startsWith("REFUSED");
      float[] out = new float[5 * 7];
      network.outputs(inputs(5), 5, out);
      assertThat(out).isEqualTo(wanted(inputs(5), 5));
      assertThat(network.warmUp()).isEqualTo("plain");
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
      assertThat(network.warmUp()).isEqualTo("plain");
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
  void kernelsThatFailAreRefused() {
    FloatKernels failing =
        new FakeKernels(SHAPE) {
          @Override
          public void forward(float[] p, float[] x, int xAt, int from, int to, FloatWorkspace ws) {
            throw new NoClassDefFoundError("jdk/incubator/vector/FloatVector");
          }
        };
    try (LogLines log = new LogLines()) {
      FloatNetwork network = network(failing, PATIENT);
      assertThat(network.warmUp()).isEqualTo("plain");
      assertThat(log.warnings()).hasSize(1).first().asString().contains("NoClassDefFoundError");
      assertThat(network.outputs(inputs(1))).isEqualTo(wanted(inputs(1), 1));
    }
  }

  @Test
  void kernelsThatRunAtOnceAreStillTestedWhenWarmedUp() {
    FloatKernels kernels = new FakeKernels(SHAPE);
    FloatNetwork network =
        new FloatNetwork(SHAPE, kernels, start(kernels, Readiness.UNPROVEN, PATIENT));
    assertThat(network.path()).isEqualTo("fake");
    assertThat(network.warmUp()).isEqualTo("fake");
    assertThat(network.readiness()).isEqualTo(Readiness.READY);
  }

  @Test
  void networksOfOneClassShareTheirStart() {
    FloatNetwork first = new FloatNetwork(SHAPE, new FakeKernels(SHAPE));
    FloatNetwork second = new FloatNetwork(SHAPE, new FakeKernels(SHAPE));
    first.warmUp();
    assertThat(second.readiness()).isEqualTo(first.readiness()).isNotEqualTo(Readiness.COLD);
  }

  @Test
  void theTwinNeedsNoWarmUp() {
    FloatNetwork network = new FloatNetwork(SHAPE, new FloatTwin(SHAPE));
    assertThat(network.warmUp()).isEqualTo("plain");
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
      network.warmUp();
      for (Future<?> caller : callers) {
        caller.get();
      }
    }
    assertThat(network.readiness()).isEqualTo(Readiness.READY);
  }
}
