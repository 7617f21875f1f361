package dev.burin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.Activation;
import dev.burin.Precision;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Networks over other parameters, as a service makes them that changes its weights. */
class AnotherNetworkTest {

  private final FloatNetwork first = Nets.scaling(Nets.floats(3, Activation.IDENTITY, 3), 2);

  @Test
  void itAnswersWithItsOwnParametersAndLeavesTheFirstAlone() {
    float[] values = first.parameters().clone();
    values[first.layout().layer(1).weight(0, 0)] = 7;

    FloatNetwork second = first.with(values);

    assertThat(second.outputs(new float[] {1, 1, 1})).containsExactly(7, 2, 2);
    assertThat(first.outputs(new float[] {1, 1, 1})).containsExactly(2, 2, 2);
    values[first.layout().layer(1).weight(0, 0)] = 9;
    assertThat(second.outputs(new float[] {1, 1, 1})).containsExactly(7, 2, 2);
    second.initialize(5);
    assertThat(first.outputs(new float[] {1, 1, 1})).containsExactly(2, 2, 2);
  }

  @Test
  void itSharesKernelsAndWorkspacesAndIsCalledAsTheFirst() {
    FloatNetwork second = first.with(first.parameters());

    assertThat(second.kernels()).isSameAs(first.kernels());
    assertThat(second.layout()).isSameAs(first.layout());
    assertThat(second.trainingKernels()).isSameAs(first.trainingKernels());
    assertThat(second).hasToString(first.toString());
    FloatWorkspace lent = first.acquire();
    first.release(lent);
    assertThat(second.acquire()).isSameAs(lent);
  }

  @Test
  void itsWeightsAreNotSetAndItsClaimsAreItsOwn() {
    FloatNetwork second = first.another();

    assertThat(second.hasWeights()).isFalse();
    assertThatThrownBy(() -> second.outputs(new float[3]))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("The network Judge 3-3 has no weights yet");
    second.initialize(1);
    try (Claim _ = second.claim()) {
      assertThat(Thread.currentThread()).isNotNull();
      Thread.ofVirtual().start(() -> first.outputs(new float[3])).join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    assertThat(first.hasWeights()).isTrue();
  }

  @Test
  void tooFewParametersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> first.with(new float[3]))
        .withMessageContaining("The array of parameters holds 3 elements");
  }

  @Test
  void doubleNetworksHaveItToo() {
    DoubleNetwork doubles = Nets.scaling(Nets.doubles(3, Activation.IDENTITY, 3), 2);
    DoubleNetwork second = doubles.with(doubles.parameters());
    second.initialize(3);
    assertThat(doubles.outputs(new double[] {1, 1, 1})).containsExactly(2, 2, 2);
  }

  @Test
  void aDroppedNetworkIsFreedWhileTheOthersLive() throws InterruptedException {
    NetworkShape shape = Nets.shape(Precision.FLOAT, 512, Activation.IDENTITY, 512);
    FloatNetwork live = new FloatNetwork(shape, new FloatTwin(shape));
    live.initialize(1);
    List<WeakReference<float[]>> dropped = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      FloatNetwork next = live.with(live.parameters());
      next.outputs(new float[512]);
      next.outputs(new float[512 * 40], 40, new float[512 * 40]);
      dropped.add(new WeakReference<>(live.parameters()));
      live = next;
    }
    for (int i = 0; i < 50 && dropped.stream().anyMatch(p -> p.get() != null); i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(dropped).allMatch(p -> p.get() == null);
    assertThat(live.outputs(new float[512])).hasSize(512);
  }

  /** Every answer is wholly of the network that was asked, while others come and go. */
  @Test
  void threadsUseOldAndNewNetworksAtOnce() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    FloatNetwork[] live = {first};
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int t = 0; t < 3; t++) {
        answers.add(threads.submit(() -> wrongAnswers(live, over)));
      }
      for (int scale = 3; scale < 500; scale++) {
        FloatNetwork next = first.another();
        float[] values = new float[first.parameters().length];
        for (int j = 0; j < 3; j++) {
          values[first.layout().layer(1).weight(j, j)] = scale;
        }
        next.parameters(values);
        synchronized (live) {
          live[0] = next;
        }
      }
      over.set(true);
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isZero();
      }
    }
  }

  private static int wrongAnswers(FloatNetwork[] live, AtomicBoolean over) {
    int wrong = 0;
    while (!over.get()) {
      FloatNetwork network;
      synchronized (live) {
        network = live[0];
      }
      float scale = network.parameters()[network.layout().layer(1).weight(0, 0)];
      float[] out = network.outputs(new float[] {1, 2, 3});
      wrong += out[0] == scale && out[1] == 2 * scale && out[2] == 3 * scale ? 0 : 1;
    }
    return wrong;
  }
}
