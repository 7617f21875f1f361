package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
}
