package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

  private static final long SECOND = 1_000_000_000L;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.US_ASCII);
  private long now = 5;

  private String written() {
    return bytes.toString(StandardCharsets.US_ASCII).replace(System.lineSeparator(), "\n");
  }

  @Test
  void writesAPlainLineFromTimeToTime() {
    ConsoleProgress progress = new ConsoleProgress(out, false, () -> now);
    progress.started(new TrainingPlan(10, 10, 400));
    for (int i = 0; i < 400; i++) {
      progress.stepped(i, 0.5);
      now += SECOND / 10;
    }
    progress.ended();
    assertThat(written())
        .isEqualTo(
            """
            training  25 %  cost 0.5000  30 s left
            training  50 %  cost 0.5000  20 s left
            training  75 %  cost 0.5000  10 s left
            """);
  }

  private TrainingState measured(TrainingPlan plan) {
    TrainingState state = new TrainingState(plan);
    state.validationCost = 0.25;
    state.metrics = new LinkedHashMap<>();
    state.metrics.put("accuracy", 0.875);
    state.metrics.put("macro f1", 0.75);
    return state;
  }

  @Test
  void showsWhatWasMeasuredAfterTheLastEpochBesideTheCost() {
    TrainingPlan plan = new TrainingPlan(10, 10, 4);
    ConsoleProgress lines = new ConsoleProgress(out, false, () -> now);
    lines.started(plan);
    lines.measured(new TrainingState(plan));
    now += 10 * SECOND;
    lines.stepped(1, 0.5);
    lines.measured(measured(plan));
    now += 10 * SECOND;
    lines.stepped(2, 0.5);
    assertThat(written())
        .isEqualTo(
            """
            training  25 %  cost 0.5000  30 s left
            training  50 %  cost 0.5000  validation 0.2500  accuracy 0.8750  macro f1 0.7500  20 s left
            """);
    bytes.reset();
    ConsoleProgress line = new ConsoleProgress(out, true, () -> now);
    line.started(plan);
    line.resumed(measured(plan));
    line.stepped(2, 0.5);
    assertThat(written())
        .isEqualTo("\rtraining  50 %  cost 0.5000  validation 0.2500  accuracy 0.8750");
  }

  @Test
  void redrawsOneLineAndRemovesIt() {
    ConsoleProgress progress = new ConsoleProgress(out, true, () -> now);
    progress.started(new TrainingPlan(10, 10, 4));
    progress.stepped(0, 0.25);
    now += SECOND / 100;
    progress.stepped(1, 0.25);
    now += 100 * SECOND;
    progress.stepped(2, 0.125);
    String first = "\rtraining [........................]   0 %  cost 0.2500";
    String second = "\rtraining [============............]  50 %  cost 0.1250  1:40 min left";
    assertThat(written()).isEqualTo(first + second);
    progress.ended();
    assertThat(written()).isEqualTo(first + second + "\r" + " ".repeat(second.length() - 1) + "\r");
  }

  @Test
  void aShorterLineLeavesNothingOfALongerOne() {
    ConsoleProgress progress = new ConsoleProgress(out, true, () -> now);
    progress.started(new TrainingPlan(10, 10, 100));
    progress.stepped(0, 1234);
    now += SECOND;
    progress.stepped(50, 1);
    now += SECOND;
    progress.stepped(99, 1);
    String[] drawn = written().split("\r");
    assertThat(drawn[3]).hasSizeGreaterThanOrEqualTo(drawn[2].length());
    assertThat(drawn[3].strip()).endsWith("0 s left");
  }

  @Test
  void aLineOfTextTakesThePlaceOfTheRedrawnOne() {
    ConsoleProgress progress = new ConsoleProgress(out, true, () -> now);
    progress.started(new TrainingPlan(10, 10, 4));
    progress.stepped(0, 0.25);
    int drawn = written().length() - 1;
    progress.line("cost 0 0.25");
    assertThat(written()).endsWith("\r" + " ".repeat(drawn) + "\rcost 0 0.25\n");
  }

  @Test
  void saysNothingOfTheTimeLeftBeforeItMeansSomething() {
    ConsoleProgress progress = new ConsoleProgress(out, true, () -> now);
    progress.started(new TrainingPlan(10, 10, 1000));
    for (int i = 0; i < 20; i++) {
      progress.stepped(i, 0.5);
      now += SECOND / 10;
    }
    assertThat(written()).doesNotContain("left");
    progress.stepped(20, 0.5);
    assertThat(written()).endsWith("1:38 min left");
  }

  @Test
  void aLongTrainingIsEstimatedAfterSomeSeconds() {
    ConsoleProgress progress = new ConsoleProgress(out, true, () -> now);
    progress.started(new TrainingPlan(10, 10, 1_000_000));
    now += 9 * SECOND;
    progress.stepped(9, 0.5);
    assertThat(written()).doesNotContain("left");
    now += SECOND;
    progress.stepped(10, 0.5);
    assertThat(written()).contains("left");
  }

  /** Before the kernels are compiled steps are slow: the estimate forgets them. */
  @Test
  void theTimeLeftFollowsFromTheLastSteps() {
    ConsoleProgress progress = new ConsoleProgress(out, false, () -> now);
    progress.started(new TrainingPlan(10, 10, 1000));
    int step = 0;
    for (; step < 100; step++) {
      now += SECOND / 10;
      progress.stepped(step + 1, 0.5);
    }
    for (; step < 600; step++) {
      now += SECOND / 20;
      progress.stepped(step + 1, 0.5);
    }
    List<String> lines = written().lines().toList();
    assertThat(lines.getFirst()).endsWith("1:30 min left");
    assertThat(lines.getLast()).startsWith("training  50 %").endsWith("25 s left");
  }

  @Test
  void saysWhereItWrites() {
    assertThat(new ConsoleProgress(out, true)).hasToString("ConsoleProgress[one line]");
    assertThat(new ConsoleProgress(out, false)).hasToString("ConsoleProgress[a line every 10 s]");
  }
}
