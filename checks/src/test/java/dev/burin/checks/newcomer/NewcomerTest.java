package dev.burin.checks.newcomer;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.burin.checks.start.Folder;
import dev.burin.csv.Csv;
import dev.burin.data.Encoding;
import dev.burin.data.Frame;
import dev.burin.data.Table;
import dev.burin.machine.Lanes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a CSV file to a saved network, and to a class name in another JVM, as the README has it. */
class NewcomerTest {

  private static final Path EXAMPLE = Folder.ROOT.resolve("examples/classification");
  private static final Folder FOLDER =
      new Folder(EXAMPLE, List.of(Lanes.class, Csv.class, CsvReader.class));

  @TempDir Path directory;

  @Test
  void aNetworkLearnsFromACsvFileAndAnotherJvmNamesClasses()
      throws IOException, InterruptedException {
    FOLDER.compile(directory);
    Files.copy(EXAMPLE.resolve("flowers.csv"), directory.resolve("flowers.csv"));

    List<String> learned = FOLDER.run(directory, directory, "app.Learn");

    assertThat(learned).anyMatch(line -> line.matches(".*accuracy (0\\.9|1\\.0).*"));
    Files.delete(directory.resolve("flowers.csv"));
    assertThat(FOLDER.run(directory, directory, "app.Ask", "5.0", "3.4", "1.5", "0.2"))
        .containsExactly("setosa");
    assertThat(FOLDER.run(directory, directory, "app.Ask", "6.6", "3", "5.5", "2.0"))
        .containsExactly("virginica");
  }

  @Test
  void rowsHaveTheVeryNumbersOfTheTraining() throws IOException {
    Frame frame = Csv.withHeader().read(EXAMPLE.resolve("flowers.csv"));
    Encoding fitted = Encoding.classOf("kind").split(frame, 0.8, 1).encoding();

    Encoding encoding = Encoding.of(fitted.notes());

    Table features = fitted.features(frame);
    float[] wanted = new float[4];
    for (int i = 0; i < frame.rows(); i++) {
      Map<String, Object> row = new TreeMap<>();
      List<String> cells = new ArrayList<>();
      for (int j = 1; j <= 4; j++) {
        cells.add(frame.column(j).text(i));
        row.put(frame.names().get(j - 1), cells.getLast());
      }
      features.copyRow(i, wanted, 0);
      assertThat(encoding.floats(row)).isEqualTo(wanted);
      assertThat(encoding.floats(cells)).isEqualTo(wanted);
    }
  }

  @Test
  void theReadmeShowsTheseProgramsAndTheyAreShort() throws IOException {
    String readme = Files.readString(Folder.ROOT.resolve("README.md"));
    long lines = 0;
    for (String program : List.of("Flowers", "Learn", "Ask")) {
      String text = FOLDER.source(program).split("\n\n(?=@Network|final class)", 2)[1];
      assertThat(readme).contains("```java\n" + text + "```\n");
      lines += program.equals("Flowers") ? 0 : text.lines().count();
    }
    // Every line but the package and the imports, that of a lone brace too.
    assertThat(lines).isLessThanOrEqualTo(20);
  }
}
