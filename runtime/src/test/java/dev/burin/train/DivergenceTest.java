package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.burin.data.Dataset;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import dev.burin.optimize.DoubleRule;
import dev.burin.optimize.DoubleSlots;
import dev.burin.optimize.FloatRule;
import dev.burin.optimize.FloatSlots;
import dev.burin.optimize.Optimizer;
import dev.burin.optimize.ParameterKind;
import dev.burin.optimize.Sgd;
import dev.burin.optimize.Slot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept when a cost is no longer finite, and which reason is told. */
class DivergenceTest {

  /** Descends for some steps and makes all parameters infinite a little later. */
  private static final class Exploding implements Optimizer, TrainingListener {

    private final int from;
    private final boolean inRanges;
    private final List<double[]> seen = new ArrayList<>();
    private final List<Double> epochs = new ArrayList<>();
    private final NeuralNetwork network;
    private double factor = 1;

    Exploding(NeuralNetwork network, int from, boolean inRanges) {
      this.network = network;
      this.from = from;
      this.inRanges = inRanges;
    }

    @Override
    public void stepped(int iteration, double cost) {
      seen.add(parameters(network));
      factor = iteration < from ? 1 : 1e20;
    }

    @Override
    public void recorded(int iteration, double cost) {
      epochs.add(cost);
    }

    private final class Floats implements FloatRule {
      @Override
      public void begin(long update, double learningRate, double momentum) {}

      @Override
      public void move(ParameterKind kind, float[] p, float[] g, int from, int to) {
        moveTile(kind, p, from, to, g, from);
      }

      @Override
      public boolean moveTile(ParameterKind kind, float[] p, int from, int to, float[] g, int at) {
        if (at != from && !inRanges) {
          return false;
        }
        for (int i = from; i < to; i++) {
          p[i] = (float) ((p[i] - 0.3 * g[at + i - from]) * factor);
        }
        return true;
      }
    }

    private final class Doubles implements DoubleRule {
      @Override
      public void begin(long update, double learningRate, double momentum) {}

      @Override
      public void move(ParameterKind kind, double[] p, double[] g, int from, int to) {
        for (int i = from; i < to; i++) {
          p[i] = (p[i] - 0.3 * g[i]) * factor;
        }
      }
    }

    @Override
    public double learningRate() {
      return Double.NaN;
    }

    @Override
    public List<Slot> slots() {
      return List.of();
    }

    @Override
    public FloatRule forFloat(FloatSlots slots) {
      return new Floats();
    }

    @Override
    public DoubleRule forDouble(DoubleSlots slots) {
      return new Doubles();
    }
  }

  private static double[] parameters(NeuralNetwork network) {
    double[] p = new double[network.layout().length()];
    for (int i = 0; i < p.length; i++) {
      p[i] = network.parameter(i);
    }
    return p;
  }

  private static TrainingDivergedException diverges(
      TrainerBuilder trainer, NeuralNetwork network, Dataset data) {
    return catchThrowableOfType(
        TrainingDivergedException.class, () -> trainer.build().train(network, data));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theParametersOfTheLowestCostAreKeptInFullBatches(boolean inRanges) {
    Dataset data = Samples.halves(40, 4, 1);
    for (NeuralNetwork network : List.of(Samples.floats(4, 5, 1), Samples.doubles(4, 5, 1))) {
      Exploding rule = new Exploding(network, 12, inRanges);
      TrainingDivergedException e =
          diverges(
              Trainer.builder().optimizer(rule).iterations(500).listeners(rule), network, data);
      // The cost falls until the explosion: twelve updates led to the lowest.
      assertThat(e.keptIteration()).isEqualTo(12);
      assertThat(e.iteration()).isGreaterThan(12);
      assertThat(e).hasMessageContaining("its best parameters again, those after 12 updates.");
      assertThat(parameters(network)).containsExactly(rule.seen.get(12));
      assertThat(Evaluation.cost(network, data)).isEqualTo(rule.epochs.get(12));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ofMiniBatchesTheEndOfTheBestEpochIsKept(boolean inRanges) {
    Dataset data = Samples.halves(40, 4, 1);
    for (NeuralNetwork network : List.of(Samples.floats(4, 5, 1), Samples.doubles(4, 5, 1))) {
      double first = Evaluation.cost(network, data);
      Exploding rule = new Exploding(network, 21, inRanges);
      TrainingDivergedException e =
          diverges(
              Trainer.builder().optimizer(rule).batch(10).epochs(500).listeners(rule),
              network,
              data);
      // Four batches an epoch: epoch 5 explodes in its middle, and the last batch of epoch 4 is
      // number 19.
      assertThat(e.keptIteration()).isEqualTo(19);
      assertThat(parameters(network)).containsExactly(rule.seen.get(19));
      assertThat(Evaluation.cost(network, data)).isLessThan(first);
    }
  }

  @Test
  void whereNoEpochWasBetterTheFirstParametersAreKept() {
    Dataset data = Samples.of(1, new float[] {1, 2, 3, 4}, 1, new float[] {1, 2, 3, 4});
    for (int batch : new int[] {0, 1, 2}) {
      FloatNetwork network = Samples.line();
      network.initialize(3);
      double[] before = parameters(network);
      TrainingDivergedException e =
          diverges(
              Trainer.builder().optimizer(new Sgd(0.9)).batch(batch).epochs(1000), network, data);
      assertThat(e.keptIteration()).isZero();
      assertThat(e).hasMessageContaining("those before the first update.");
      assertThat(parameters(network)).containsExactly(before);
    }
  }

  @Test
  void unscaledFeaturesAreNamedAndNotTheLearningRate() {
    float[] x = new float[60];
    for (int i = 0; i < 20; i++) {
      x[3 * i] = i / 20f;
      x[3 * i + 1] = 1000 + 500 * i;
      x[3 * i + 2] = -i / 20f;
    }
    Dataset data = Samples.of(3, x, 1, new float[20]);
    FloatNetwork network = Samples.linear(3);
    TrainingDivergedException e =
        diverges(Trainer.builder().optimizer(new Sgd(0.1)).iterations(1000), network, data);
    assertThat(e)
        .hasMessageEndingWith(
            "Scale the features, as Scaling.standard does: column 1 runs from 1000.0 to 10500.0.")
        .hasMessageNotContaining("learning rate");
  }

  @Test
  void theLearningRateIsNamedWithTheLengthOfItsStep() {
    Dataset data = Samples.of(1, new float[] {-1, 0, 1, 2}, 1, new float[] {-1, 1, 3, 5});
    FloatNetwork network = Samples.linear(1);
    TrainingDivergedException e =
        diverges(Trainer.builder().optimizer(new Sgd(50)).iterations(1000), network, data);
    assertThat(e)
        .hasMessageContaining("At the learning rate 50.0 a step from there is ")
        .hasMessageEndingWith("Try a smaller learning rate.");
    Exploding unknown = new Exploding(network, 1, false);
    network.initialize(1);
    assertThat(
            diverges(
                Trainer.builder().optimizer(unknown).iterations(99).listeners(unknown),
                network,
                data))
        .hasMessageContaining("The gradient is ")
        .hasMessageEndingWith("Try a smaller learning rate.");
  }

  @Test
  void targetsWeightsAndDecayAreLookedAtToo() {
    float[] one = {-1, 0, 1, 2};
    Dataset dear = Samples.of(1, one, 1, new float[] {2e5f, 3e5f, 4e5f, 5e5f});
    // Far above 2 over the curvature of 1.5, and below the rate that is blamed by itself.
    TrainerBuilder trainer = Trainer.builder().optimizer(new Sgd(1)).iterations(2000);
    Dataset steep = Samples.of(1, new float[] {-3, 3, 3, 3}, 1, new float[] {-1, 1, 3, 5});
    assertThat(diverges(trainer, Samples.linear(1), new Dataset(steep.features(), dear.targets())))
        .hasMessageEndingWith(
            "Scale the targets, as Scaling.standard does: column 0 runs from 200000.0 to"
                + " 500000.0.");

    FloatNetwork heavy = Samples.linear(1);
    heavy.parameter(heavy.layout().layer(1).weight(0, 0), 1e6);
    assertThat(diverges(trainer, heavy, steep))
        .hasMessageContaining("The weight [0][0] of layer 1 is 1000000.0, too large to begin with");

    assertThat(
            diverges(
                trainer.optimizer(new Sgd(0.1)).weightDecay(30),
                Samples.linear(1),
                Samples.of(1, one, 1, one)))
        .hasMessageEndingWith("choose a smaller weight decay.");
  }

  @Test
  void sumsThatOverflowAtOnceNameTheColumn() {
    Dataset data = Samples.of(2, new float[] {1, 3e38f, 1, -3e38f}, 1, new float[] {0, 1});
    FloatNetwork network = Samples.linear(2);
    network.parameter(network.layout().layer(1).weight(0, 1), 100);
    TrainingDivergedException e =
        diverges(Trainer.builder().optimizer(new Sgd(0.1)).iterations(5), network, data);
    assertThat(e.iteration()).isZero();
    assertThat(e)
        .hasMessageStartingWith("The cost is ")
        .hasMessageContaining(" before the first update. Its sums overflow: scale the features, of")
        .hasMessageContaining("column 1 runs from -3.0");
  }
}
