package dev.burin.checks.newcomer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.csv.Csv;
import dev.burin.data.Encoding;
import dev.burin.data.Frame;
import dev.burin.data.Table;
import dev.burin.io.WeightsFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a CSV file to a saved network, and to a class name in another JVM, as the README has it. */
class NewcomerTest {

  @TempDir Path directory;

  @Test
  void aNetworkLearnsFromACsvFileAndAnotherJvmNamesClasses()
      throws IOException, InterruptedException {
    Path csv = Files.writeString(directory.resolve("flowers.csv"), flowers());
    Path weights = directory.resolve("flowers.safetensors");

    List<String> learned = run(Learn.class, csv.toString(), weights.toString());

    assertThat(learned).as("lines").anyMatch(line -> line.startsWith("150 rows, 5 columns"));
    String accuracy = learned.getLast().replace("accuracy ", "");
    assertThat(Double.parseDouble(accuracy)).isGreaterThan(0.9);
    assertThat(run(Ask.class, weights.toString(), "5.0", "3.4", "1.5", "0.2"))
        .endsWith("Iris-setosa");
    assertThat(run(Ask.class, weights.toString(), "6.6", "3", "5.5", "2.0"))
        .endsWith("Iris-virginica");
  }

  @Test
  void rowsHaveTheVeryNumbersOfTheTraining() throws IOException {
    Path csv = Files.writeString(directory.resolve("flowers.csv"), flowers());
    Frame frame = Csv.withoutHeader().read(csv);
    Encoding fitted = Encoding.classOf("5").fit(frame.split(0.8, 1).train());
    Path file = directory.resolve("weights");
    WeightsFile.save(file, new IrisNetwork(1), fitted.notes());

    Encoding encoding = Encoding.of(WeightsFile.loadWithNotes(file, new IrisNetwork()));

    Table features = fitted.features(frame);
    float[] wanted = new float[4];
    for (int i = 0; i < frame.rows(); i++) {
      Map<String, Object> row = new TreeMap<>();
      for (int j = 1; j <= 4; j++) {
        row.put("" + j, frame.column(j).text(i));
      }
      features.copyRow(i, wanted, 0);
      assertThat(encoding.floats(row)).isEqualTo(wanted);
    }
  }

  @Test
  void theReadmeShowsTheseProgramsAndTheyAreShort() throws IOException {
    String readme = Files.readString(Path.of("../README.md"));
    int lines = 0;
    for (String program : List.of("Iris", "Learn", "Ask")) {
      Path source = Path.of("src/test/java/dev/burin/checks/newcomer", program + ".java");
      String text = Files.readString(source).split("\n\n(?=@Network|final class)", 2)[1];
      assertThat(readme).contains(text);
      lines += program.equals("Iris") ? 0 : (int) statements(text);
    }
    assertThat(lines).isLessThanOrEqualTo(20);
  }

  /** Lines that end a statement: how the formatter breaks lines counts for nothing. */
  private static long statements(String text) {
    return text.lines().filter(line -> line.contains(";")).count();
  }

  private static List<String> run(Class<?> program, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--add-modules=jdk.incubator.vector",
            "-cp",
            System.getProperty("java.class.path", ".")));
    command.add(program.getName());
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).start();
    process.getErrorStream().transferTo(OutputStream.nullOutputStream());
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    return text.lines().toList();
  }

  /** Three kinds whose means and deviations are those of Fisher's flowers, roughly. */
  private static String flowers() {
    String[] kinds = {"Iris-setosa", "Iris-versicolor", "Iris-virginica"};
    double[][] mean = {{5.0, 3.4, 1.5, 0.2}, {5.9, 2.8, 4.3, 1.3}, {6.6, 3.0, 5.6, 2.0}};
    Random random = new Random(1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 150; i++) {
      for (int j = 0; j < 4; j++) {
        double size = mean[i / 50][j] + 0.25 * random.nextGaussian();
        text.append(String.format(Locale.ROOT, "%.2f,", size));
      }
      text.append(kinds[i / 50]).append('\n');
    }
    return text.toString();
  }
}
