package dev.burin.optimize.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.burin.Precision;
import dev.burin.kernel.DoubleTwin;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.NetworkShape;
import dev.burin.train.Order;
import dev.burin.train.ReduceOnPlateau;
import dev.burin.train.Trainer;
import dev.burin.train.TrainerBuilder;
import dev.burin.train.TrainingListener;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every run of other libraries that names a rule of ours ends where it did there. */
class TracesTest {

  /** Of a parameter or a loss: |a - b| / max(1, |b|). */
  private static final double SAME = 1e-12;

  /** Of a float network beside the double one over ten updates, which are small. */
  private static final double NARROW = 2e-5;

  private static final List<Integer> STEPS = List.of(1, 2, 5, 10, 50, 200);

  /** What a training showed: its losses, and its parameters after some updates. */
  private static final class Shown implements TrainingListener {
    private final NeuralNetwork network;
    private final double[] losses = new double[Traces.UPDATES];
    private final Map<Integer, double[]> parameters = new TreeMap<>();

    Shown(NeuralNetwork network) {
      this.network = network;
    }

    @Override
    public void stepped(int iteration, double cost) {
      losses[iteration] = cost;
      keep(iteration);
    }

    void keep(int iteration) {
      if (STEPS.contains(iteration)) {
        parameters.put(iteration, dense(network));
      }
    }
  }

  private static double[] dense(NeuralNetwork network) {
    return network.layout().layers().stream()
        .flatMapToDouble(layer -> places(layer).mapToDouble(network::parameter))
        .toArray();
  }

  private static IntStream places(LayerLayout layer) {
    return IntStream.concat(
        IntStream.range(0, layer.out() * layer.in())
            .map(i -> layer.weight(i / layer.in(), i % layer.in())),
        IntStream.range(0, layer.out()).map(layer::bias));
  }

  private static NeuralNetwork network(Traces traces, String net, Precision precision) {
    NetworkShape shape = Traces.shape(net, precision);
    NeuralNetwork network =
        switch (precision) {
          case FLOAT -> new FloatNetwork(shape, new FloatTwin(shape));
          case DOUBLE -> new DoubleNetwork(shape, new DoubleTwin(shape));
        };
    network.initialize(1);
    double[] start = traces.parameters(net, "start", 0);
    int[] places = network.layout().layers().stream().flatMapToInt(TracesTest::places).toArray();
    for (int i = 0; i < places.length; i++) {
      network.parameter(places[i], start[i]);
    }
    return network;
  }

  private static Shown train(
      Traces traces, Run run, Precision precision, int updates, int threads) {
    NeuralNetwork network = network(traces, run.net(), precision);
    Shown shown = new Shown(network);
    ReduceOnPlateau plateau = run.plateau();
    TrainerBuilder builder = Trainer.builder();
    if (plateau != null) {
      builder.reduceOnPlateau(plateau);
    }
    builder
        .optimizer(run.optimizer())
        .weightDecay(run.decay())
        .clip(run.clip())
        .schedule(run.schedules())
        .batch(Traces.BATCH)
        .order(Order.ofData())
        .iterations(updates)
        .threads(threads)
        .listeners(shown)
        .build()
        .train(network, traces.data(run.net()));
    shown.keep(updates);
    return shown;
  }

  @Test
  void parametersAndLossesAreThoseOfTheTraces() {
    Traces traces = new Traces();
    int compared = 0;
    for (Run run : traces.runs()) {
      Shown shown = train(traces, run, Precision.DOUBLE, Traces.UPDATES, 1);
      double[] losses = traces.column(run.net(), "loss", run.name());
      same(run + ", losses", shown.losses, losses);
      for (int step : STEPS) {
        double[] expected = traces.parameters(run.net(), run.name(), step);
        assertThat(expected).as(run + " " + step).isNotNull();
        same(run + ", parameters after " + step, shown.parameters.get(step), expected);
        compared++;
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(6 * 160);
  }

  @Test
  void floatsFollowTheDoublesForTenUpdates() {
    Traces traces = new Traces();
    for (Run run : traces.runs()) {
      double[] narrow = train(traces, run, Precision.FLOAT, 10, 1).parameters.get(10);
      double[] wide = traces.parameters(run.net(), run.name(), 10);
      assertThat(narrow).as(run.toString()).containsExactly(wide, within(NARROW));
    }
  }

  @Test
  void fourThreadsGiveTheBitsOfOne() {
    Traces traces = new Traces();
    for (Run run : traces.runs()) {
      for (Precision precision : Precision.values()) {
        assertThat(train(traces, run, precision, 10, 4).parameters.get(10))
            .as(run.toString())
            .isEqualTo(train(traces, run, precision, 10, 1).parameters.get(10));
      }
    }
  }

  @Test
  void schedulesGiveTheLearningRatesOfTheTraces() {
    Traces traces = new Traces();
    int scheduled = 0;
    for (Run run : traces.runs()) {
      if (run.isScheduled()) {
        double[] rates = traces.column(run.net(), "rates", run.name());
        double[] ours = new double[rates.length];
        for (int t = 0; t < rates.length; t++) {
          ours[t] = run.optimizer().learningRate() * run.schedules().factor(t, 0);
        }
        same(run + ", rates", ours, rates);
        scheduled++;
      }
    }
    assertThat(scheduled).isGreaterThanOrEqualTo(30);
  }

  private static void same(String what, double[] ours, double[] theirs) {
    assertThat(ours).as(what).hasSameSizeAs(theirs);
    for (int i = 0; i < ours.length; i++) {
      double apart = Math.abs(ours[i] - theirs[i]) / Math.max(1, Math.abs(theirs[i]));
      assertThat(apart).as("%s, number %s", what, i).isLessThanOrEqualTo(SAME);
    }
  }
}
