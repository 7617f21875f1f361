package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.data.Dataset;
import dev.burin.data.Json;
import dev.burin.network.FloatNetwork;
import dev.burin.optimize.Sgd;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A history reads back to the numbers that it had. */
class HistoryTextTest {

  private static TrainingHistory history() {
    Dataset data = Samples.halves(50, 3, 1);
    FloatNetwork network = Samples.floats(3, 4, 1);
    return Trainer.builder()
        .optimizer(new Sgd(0.3))
        .batch(20)
        .epochs(4)
        .validation(
            Samples.halves(30, 3, 2), Metric.accuracy(), Metric.of("a,\"b\"\n", e -> 0.1 / 0))
        .build()
        .train(network, data);
  }

  @Test
  void asCsv() {
    TrainingHistory history = history();
    String[] lines = history.csv().split("\n(?=\\d)");
    assertThat(lines[0]).isEqualTo("epoch,update,cost,validation cost,accuracy,\"a,\"\"b\"\"\n\"");
    assertThat(lines).hasSize(5);
    for (int e = 0; e < 4; e++) {
      String[] cells = lines[e + 1].strip().split(",");
      assertThat(cells[0]).isEqualTo(Integer.toString(e));
      assertThat(cells[1]).isEqualTo(Integer.toString(3 * e));
      assertThat(Double.parseDouble(cells[2])).isEqualTo(history.cost(e));
      assertThat(Double.parseDouble(cells[3])).isEqualTo(history.validationCosts()[e]);
      assertThat(Double.parseDouble(cells[4])).isEqualTo(history.metric("accuracy")[e]);
      assertThat(Double.parseDouble(cells[5])).isInfinite();
    }
    assertThat(history.csv()).endsWith("Infinity\n");
  }

  @Test
  @SuppressWarnings({"unchecked", "NullAway"})
  void asJson() {
    TrainingHistory history = history();
    String text = history.json();
    Map<String, Object> read = (Map<String, Object>) Json.read(text.replace("\\\"", "'"));
    assertThat(read)
        .containsEntry("samples", 50.0)
        .containsEntry("batch", 20.0)
        .containsEntry("updates", 12.0)
        .containsEntry("ending", "COMPLETE")
        .containsEntry("restored epoch", null)
        .containsEntry("final cost", history.finalCost())
        .containsEntry("seconds", history.seconds());
    assertThat((List<Double>) read.get("cost")).containsExactly(box(history.costs()));
    assertThat((List<Double>) read.get("validation cost"))
        .containsExactly(box(history.validationCosts()));
    Map<String, List<Double>> metrics = (Map<String, List<Double>>) read.get("metrics");
    assertThat(metrics.get("accuracy")).containsExactly(box(history.metric("accuracy")));
    assertThat(metrics).containsKey("a,'b'\\u000a");
    assertThat(metrics.get("a,'b'\\u000a")).containsOnlyNulls().hasSize(4);
    assertThat(read.get("hints")).isEqualTo(history.hints());
  }

  private static Double[] box(double[] values) {
    return Arrays.stream(values).boxed().toArray(Double[]::new);
  }
}
