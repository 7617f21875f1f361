package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.data.Dataset;
import dev.burin.kernel.FloatNetwork;
import dev.burin.kernel.FloatTraining;
import dev.burin.optimize.AdaGrad;
import dev.burin.optimize.Adam;
import dev.burin.optimize.AdamW;
import dev.burin.optimize.Clip;
import dev.burin.optimize.FloatUpdate;
import dev.burin.optimize.Momentum;
import dev.burin.optimize.Nesterov;
import dev.burin.optimize.Optimizer;
import dev.burin.optimize.RmsProp;
import dev.burin.optimize.Schedule;
import dev.burin.optimize.Sgd;
import dev.burin.optimize.UpdatePlan;
import dev.burin.optimize.WeightDecay;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Parameters that move a tile at a time and all at once end with the same bits. */
class RangesTest {

  static Stream<Arguments> rulesAndBatches() {
    return Stream.<Optimizer>of(
            new Sgd(0.5),
            new Momentum(0.5, 0.9),
            Momentum.keras(0.5, 0.9),
            new Nesterov(0.1, 0.9),
            new AdaGrad(0.1),
            new RmsProp(0.01).asCentered().withMomentum(0.5),
            new Adam(0.01),
            new AdamW(new Adam(0.01).withAmsgrad(), WeightDecay.decoupled(0.1)))
        .flatMap(
            rule ->
                Stream.of(
                        WeightDecay.NONE,
                        WeightDecay.l1l2(1e-3, 1e-2),
                        WeightDecay.decoupled(0.1).withBiases())
                    .flatMap(
                        decay ->
                            IntStream.of(3, 128, 129, 300)
                                .mapToObj(batch -> Arguments.of(rule, decay, batch))));
  }

  @ParameterizedTest
  @MethodSource("rulesAndBatches")
  void rangesAndWholeGradientsLeadToTheSameBits(Optimizer rule, WeightDecay decay, int batch) {
    Dataset data = Samples.halves(300, 4, 1);
    FloatNetwork ranges = Samples.floats(4, 33, 1);
    Trainer.builder()
        .optimizer(rule)
        .weightDecay(decay)
        .batch(batch)
        .iterations(7)
        .order(Order.ofData())
        .threads(3)
        .build()
        .train(ranges, data);

    FloatNetwork whole = Samples.floats(4, 33, 1);
    FloatUpdate update =
        new FloatUpdate(
            new UpdatePlan(rule, decay, Clip.NONE, Schedule.constant()), whole.layout());
    FloatTraining training = new FloatTraining(whole, batch, 1);
    int[] order = IntStream.range(0, 300).toArray();
    float[] x = new float[batch * 4];
    float[] y = new float[batch];
    int at = 0;
    for (int step = 0; step < 7; step++) {
      int n = Math.min(batch, 300 - at);
      data.copy(order, at, n, x, y);
      training.gradient(x, y, n);
      update.begin(step, 0, whole.parameters(), training.gradient());
      training.step(update.weights(), update.biases());
      at = (at + n) % 300;
    }

    assertThat(ranges.parameters()).isEqualTo(whole.parameters());
  }
}
