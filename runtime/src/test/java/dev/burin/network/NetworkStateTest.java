package dev.burin.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.burin.Activation;
import dev.burin.Initializer;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.FloatKernels;
import dev.burin.kernel.FloatRules;
import dev.burin.kernel.FloatStep;
import dev.burin.kernel.FloatTwin;
import dev.burin.kernel.FloatWorkspace;
import dev.burin.machine.Readiness;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import dev.burin.shape.ParameterLayout;
import dev.burin.start.ColdStart;
import dev.burin.start.FloatTrials;
import dev.burin.start.WarmUpPolicy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights that are not set, and networks that two threads want at once. */
class NetworkStateTest {

  private static final NetworkShape SHAPE =
      NetworkShape.of(
          Loss.MEAN_SQUARED_ERROR,
          Precision.FLOAT,
          LayerShape.of(3, 1, Activation.IDENTITY).initializer(Initializer.ZEROS));

  private final float[] x = new float[9];
  private final float[] y = new float[3];
  private final float[] one = new float[3];

  /** Everything that reads or writes the weights of a network. */
  private List<ThrowingCallable> uses(FloatNetwork network) {
    FloatTraining training = new FloatTraining(network, 3, 1);
    FloatInference inference = new FloatInference(network, 2);
    return List.of(
        () -> network.output(one),
        () -> network.outputs(one),
        () -> network.outputs(one, new float[1]),
        () -> network.outputs(x, 3, y),
        () -> network.predict(one),
        () -> network.predict(x, 3, new int[3]),
        () -> network.outputFrom(network.acquire()),
        () -> network.outputsFrom(network.acquire()),
        () -> network.predictFrom(network.acquire(), "a,b,c"),
        () -> inference.outputs(x, 3, y),
        () -> training.gradient(x, y, 3),
        () -> training.propagate(x, y, 3),
        () -> training.cost(x, y, 3),
        () -> network.claim().close(),
        network::beginReading);
  }

  @Test
  void nothingIsDoneWithoutWeights() {
    FloatNetwork network = new FloatNetwork("Risk", SHAPE, new FloatTwin(SHAPE));
    assertThat(network.hasWeights()).isFalse();
    for (ThrowingCallable use : uses(network)) {
      assertThatIllegalStateException()
          .isThrownBy(use)
          .withMessage(
              "The network Risk 3-1 has no weights yet, all of its parameters are 0; call"
                  + " initialize(seed), load a weights file, or set them with"
                  + " parameter(at, value).");
    }
    DoubleNetwork doubles = Nets.doubles(1, Activation.IDENTITY, 1);
    assertThatIllegalStateException()
        .isThrownBy(() -> doubles.output(new double[1]))
        .withMessageStartingWith("The network Judge 1-1 has no weights yet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"initialize", "parameter", "parameters", "live", "bias"})
  void weightsAreSetInManyWays(String way) {
    FloatNetwork network = new FloatNetwork(SHAPE, new FloatTwin(SHAPE));
    LayerLayout layer = network.layout().layer(1);
    switch (way) {
      case "initialize" -> network.initialize(1);
      case "parameter" -> network.parameter(layer.weight(0, 0), 0);
      case "parameters" -> network.parameters(new float[network.layout().length()]);
      case "live" -> network.parameters()[layer.weight(0, 2)] = Float.MIN_VALUE;
      default -> network.parameters()[layer.bias(0)] = Float.NaN;
    }
    for (ThrowingCallable use : uses(network)) {
      if (!way.equals("bias")) {
        assertThatCode(use).doesNotThrowAnyException();
      }
    }
    assertThat(network.hasWeights()).isTrue();
  }

  @Test
  void allParametersAreSetAtOnceAndThePaddingStaysZero() {
    FloatNetwork network = Nets.floats(2, Activation.IDENTITY, 21);
    float[] values = new float[network.layout().length() + 5];
    Arrays.fill(values, 3);
    network.parameters(values);

    LayerLayout layer = network.layout().layer(1);
    assertThat(network.parameter(layer.weight(20, 1))).isEqualTo(3);
    assertThat(network.parameter(layer.bias(20))).isEqualTo(3);
    double sum = 0;
    for (int at = 0; at < network.layout().length(); at++) {
      sum += network.parameter(at);
    }
    assertThat(sum).isEqualTo(3 * 21 * 3);
  }

  @Test
  void whatOneThreadClaimsNoOtherMayUse() {
    FloatNetwork network = new FloatNetwork("Risk", SHAPE, new FloatTwin(SHAPE));
    network.initialize(1);
    try (Claim _ = network.claim();
        Claim _ = network.claim()) {
      for (ThrowingCallable use : uses(network)) {
        assertThatCode(use).doesNotThrowAnyException();
        assertThatIllegalStateException()
            .isThrownBy(() -> elsewhere(use))
            .withMessage(
                "The network Risk 3-1 is being trained or written by the thread \""
                    + Thread.currentThread().getName()
                    + "\"; wait until that is done, or give each thread a network of its own.");
      }
      for (ThrowingCallable write :
          List.<ThrowingCallable>of(
              () -> network.initialize(2),
              () -> network.parameter(12, 1),
              () -> network.parameters(network.parameters().clone()))) {
        assertThatIllegalStateException()
            .isThrownBy(() -> elsewhere(write))
            .withMessageContaining("is being trained or written");
      }
    }
    for (ThrowingCallable use : uses(network)) {
      assertThatCode(() -> elsewhere(use)).doesNotThrowAnyException();
    }
  }

  @Test
  void anAnswerThatAWriterOvertookIsRefused() {
    AtomicReference<ThrowingCallable> meanwhile = new AtomicReference<>(() -> {});
    FakeKernels kernels =
        new FakeKernels(SHAPE) {
          @Override
          public void forward(float[] p, float[] in, int at, int from, int to, FloatWorkspace ws) {
            super.forward(p, in, at, from, to, ws);
            // Once for each use: two writers at a time would be refused themselves.
            ThrowingCallable writer = meanwhile.getAndSet(() -> {});
            assertThatCode(() -> elsewhere(writer)).doesNotThrowAnyException();
          }
        };
    FloatNetwork network = new FloatNetwork(SHAPE, kernels, ready(kernels));
    network.initialize(1);
    for (ThrowingCallable use : uses(network).subList(0, 13)) {
      meanwhile.set(() -> {});
      assertThatCode(use).doesNotThrowAnyException();
      meanwhile.set(() -> network.initialize(2));
      assertThatIllegalStateException()
          .isThrownBy(use)
          .withMessageStartingWith("The network 3-1 was trained or loaded while it was read");
    }
  }

  @Test
  void aStepOfAnotherThreadBetweenTheHalvesOfAStepIsTold() throws Throwable {
    FloatNetwork network = new FloatNetwork(SHAPE, new FloatTwin(SHAPE));
    network.initialize(1);
    FloatTraining mine = new FloatTraining(network, 3, 1);
    FloatTraining other = new FloatTraining(network, 3, 1);
    FloatStep rule = (p, from, to, g, at) -> FloatRules.descend(p, from, to, g, at, -1);

    mine.propagate(x, y, 3);
    mine.step(rule);
    mine.propagate(x, y, 3);
    elsewhere(
        () -> {
          other.propagate(x, y, 3);
          other.step(rule);
        });
    assertThatIllegalStateException()
        .isThrownBy(() -> mine.step(rule))
        .withMessageContaining("was trained or loaded while it was read");
  }

  @Test
  void anObjectOfOneThreadIsNotSharedInSilence() {
    AtomicReference<ThrowingCallable> meanwhile = new AtomicReference<>(() -> {});
    FakeKernels kernels =
        new FakeKernels(SHAPE) {
          @Override
          public void forward(float[] p, float[] in, int at, int from, int to, FloatWorkspace ws) {
            assertThatIllegalStateException()
                .isThrownBy(() -> elsewhere(meanwhile.get()))
                .withMessageMatching(
                    "Another thread uses this Float(Training|Inference) now; make one for each"
                        + " thread\\.");
          }
        };
    FloatNetwork network = new FloatNetwork(SHAPE, kernels, ready(kernels));
    network.initialize(1);
    FloatTraining training = FloatTraining.onKernels(network, 3, 1);
    FloatInference inference = new FloatInference(network, 1);
    meanwhile.set(() -> training.cost(x, y, 3));
    training.gradient(x, y, 3);
    meanwhile.set(() -> inference.outputs(x, 3, y));
    inference.outputs(x, 3, y);
  }

  @Test
  void aClaimIsClosedByItsOwnThread() {
    FloatNetwork network = new FloatNetwork(SHAPE, new FloatTwin(SHAPE));
    network.initialize(1);
    Claim claim = network.claim();
    assertThatIllegalStateException()
        .isThrownBy(() -> elsewhere(claim::close))
        .withMessageContaining("is not claimed by this thread");
    claim.close();
    assertThatIllegalStateException().isThrownBy(claim::close);
  }

  private static ColdStart ready(FloatKernels kernels) {
    return new ColdStart(
        kernels.path(),
        Readiness.READY,
        new WarmUpPolicy(true, Duration.ofSeconds(1), Duration.ofDays(1), () -> Long.MAX_VALUE),
        new FloatTrials(ParameterLayout.of(SHAPE), kernels));
  }

  /** Does something on another thread, and throws here what it threw there. */
  private static void elsewhere(ThrowingCallable work) throws Throwable {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                work.call();
              } catch (Throwable e) {
                thrown.set(e);
              }
            });
    thread.start();
    thread.join();
    if (thrown.get() != null) {
      throw thrown.get();
    }
  }
}
