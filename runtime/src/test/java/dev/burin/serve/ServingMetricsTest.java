package dev.burin.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.machine.Readiness;
import dev.burin.network.FloatNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who listens hears what happened, and can do no harm. */
class ServingMetricsTest {

  private final FloatNetwork network = Networks.seeded(3);
  private final float[] out = new float[30];

  /** Writes down what it hears. */
  private static final class Heard implements ServingMetrics {
    final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void computed(int rows, long nanos) {
      lines.add(nanos < 0 ? "before it began" : rows + " rows");
    }

    @Override
    public void sampled(long nanos) {
      lines.add("sampled");
    }

    @Override
    public void refused(Refusal reason) {
      lines.add("refused " + reason);
    }

    @Override
    public void swapped(Swap swap, long nanos) {
      lines.add("swap " + swap.accepted());
    }

    @Override
    public void changedOver(Readiness readiness, String path) {
      lines.add(readiness + " on " + path);
    }
  }

  @Test
  void batchesRefusalsAndStatesAreTold() {
    Heard heard = new Heard();
    FloatPredictor predictor =
        FloatPredictor.of(network).mode(Mode.BATCHING).metrics(heard).build();
    predictor.predict(new float[5], 0, out, 0);
    predictor.predict(new float[50], 0, 10, out, 0);
    assertThatThrownBy(() -> predictor.predict(new float[5], 0, out, 0, 0))
        .isInstanceOf(RefusedException.class);
    predictor.close();
    assertThatThrownBy(() -> predictor.tryPredict(new float[5], 0, out, 0))
        .isInstanceOf(RefusedException.class);
    assertThat(heard.lines)
        .containsExactly("1 rows", "PLAIN on plain", "10 rows", "refused LATE", "refused CLOSED");
  }

  @Test
  void swapsAreTold() {
    Heard heard = new Heard();
    FloatServed<Plain> served = FloatServed.of(new Plain(network), Plain::new).metrics(heard);
    served.rollback();
    served.swap(Networks.seeded(4));
    assertThat(heard.lines).containsExactly("swap false", "swap true");
  }

  @Test
  void whatListenersThrowConcernsNobody() {
    ServingMetrics bad =
        new ServingMetrics() {
          @Override
          public void computed(int rows, long nanos) {
            throw new IllegalStateException("bad");
          }

          @Override
          public void refused(Refusal reason) {
            throw new IllegalStateException("bad");
          }

          @Override
          public void changedOver(Readiness readiness, String path) {
            throw new IllegalStateException("bad");
          }
        };
    FloatPredictor predictor = FloatPredictor.of(network).mode(Mode.BATCHING).metrics(bad).build();
    predictor.predict(new float[5], 0, out, 0);
    predictor.close();
    assertThatThrownBy(() -> predictor.predict(new float[5], 0, out, 0))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void theFlightRecorderHasAnEventOfEach(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("served.jfr");
    ServingMetrics both = ServingMetrics.all(new FlightRecorderMetrics(), new Heard());
    try (Recording recording = new Recording()) {
      recording.start();
      FloatServed<Plain> served = FloatServed.of(new Plain(network), Plain::new).metrics(both);
      served.swap(Networks.seeded(4));
      FloatPredictor predictor = FloatPredictor.serving(served).metrics(both).build();
      for (int i = 0; i < 6_400; i++) {
        predictor.predict(new float[5], 0, out, 0);
      }
      predictor.predict(new float[50], 0, 10, out, 0);
      predictor.close();
      assertThatThrownBy(() -> predictor.predict(new float[5], 0, out, 0))
          .isInstanceOf(RefusedException.class);
      recording.stop();
      recording.dump(file);
    }
    assertThat(Files.size(file)).isPositive();
    List<RecordedEvent> events = RecordingFile.readAllEvents(file);
    assertThat(events)
        .extracting(e -> e.getEventType().getName())
        .contains(
            "dev.burin.Batch",
            "dev.burin.Sample",
            "dev.burin.Refusal",
            "dev.burin.Swap",
            "dev.burin.ChangeOver");
    assertThat(events.stream().filter(e -> e.getEventType().getName().equals("dev.burin.Batch")))
        .singleElement()
        .satisfies(e -> assertThat(e.getInt("rows")).isEqualTo(10))
        .satisfies(e -> assertThat(e.getDuration("time")).isPositive());
  }
}
