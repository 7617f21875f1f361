package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.data.Dataset;
import dev.burin.kernel.FloatNetwork;
import dev.burin.kernel.FloatTwin;
import dev.burin.kernel.LayerShape;
import dev.burin.kernel.NetworkShape;
import dev.burin.optimize.Sgd;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Who may use a network while it is trained, and which networks can be. */
class ClaimedNetworkTest {

  private final Dataset data = Samples.halves(40, 3, 1);
  private final FloatNetwork network = network();

  private static FloatNetwork network() {
    NetworkShape shape =
        NetworkShape.of(
            Loss.BINARY_CROSS_ENTROPY, Precision.FLOAT, LayerShape.of(3, 1, Activation.SIGMOID));
    return new FloatNetwork(shape, new FloatTwin(shape));
  }

  private static Trainer trainer(TrainingListener... listeners) {
    return Trainer.builder()
        .optimizer(new Sgd(0.1))
        .batch(8)
        .epochs(2)
        .threads(2)
        .listeners(listeners)
        .build();
  }

  /** A listener that does something at each record. */
  private static TrainingListener recording(Runnable work) {
    return new TrainingListener() {
      @Override
      public void recorded(int iteration, double cost) {
        work.run();
      }
    };
  }

  @Test
  void aNetworkWithoutWeightsIsNotTrained() {
    assertThatIllegalStateException()
        .isThrownBy(() -> trainer().train(network, data))
        .withMessageStartingWith("The network 3-1 has no weights yet");
    network.initialize(1);
    trainer().train(network, data);
  }

  @Test
  void anotherThreadNeitherTrainsNorAsksMeanwhile() {
    network.initialize(1);
    List<Throwable> thrown = new ArrayList<>();
    trainer(
            recording(
                () -> {
                  thrown.add(elsewhere(() -> trainer().train(network, data)));
                  thrown.add(elsewhere(() -> network.output(new float[3])));
                  thrown.add(elsewhere(() -> Evaluation.of(network, data)));
                  thrown.add(elsewhere(() -> Evaluation.cost(network, data)));
                }))
        .train(network, data);
    assertThat(thrown)
        .hasSize(8)
        .allSatisfy(
            each ->
                assertThat(each)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("The network 3-1 is being trained or written by"));
    assertThat(elsewhere(() -> network.output(new float[3]))).isNull();
  }

  @Test
  void listenersEvaluateAndNoBitDependsOnIt() {
    network.initialize(1);
    List<Double> costs = new ArrayList<>();
    trainer(recording(() -> costs.add(Evaluation.cost(network, data)))).train(network, data);
    FloatNetwork alone = network();
    alone.initialize(1);
    trainer().train(alone, data);

    assertThat(costs).hasSize(2);
    assertThat(network.parameters()).isEqualTo(alone.parameters());
  }

  @Test
  void aTrainingThatFailsGivesTheNetworkBack() {
    network.initialize(1);
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                trainer(
                        recording(
                            () -> {
                              throw new IllegalStateException("enough");
                            }))
                    .train(network, data))
        .withMessage("enough");
    assertThat(elsewhere(() -> trainer().train(network, data))).isNull();
  }

  /** What another thread throws that does something, or null. */
  private static Throwable elsewhere(Runnable work) {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread = new Thread(work);
    thread.setUncaughtExceptionHandler((t, e) -> thrown.set(e));
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return thrown.get();
  }
}
