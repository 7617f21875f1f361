package dev.burin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.sample.serve.Metrics;
import dev.burin.sample.serve.Model;
import dev.burin.sample.serve.Request;
import dev.burin.sample.serve.Service;
import dev.burin.sample.table.ServedTable;
import dev.burin.serve.FloatPredictor;
import dev.burin.serve.FloatServed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableCommandsTest {

  @TempDir private Path directory;

  @Test
  void classesAreLearnedAndAnsweredFromTheSavedFileAlone() throws IOException {
    Path csv = write("flowers.csv", flowers(",", false));
    Result trained = train(csv, "--target", "5", "--folds", "3");
    assertThat(trained.code()).as(trained.err()).isZero();
    assertThat(trained.out())
        .contains("fields separated by commas, no names of columns")
        .contains("150 rows, 5 columns")
        .contains("the class in column \"5\"");
    assertThat(trained.number("test accuracy")).isGreaterThan(0.9);
    assertThat(trained.number("validation accuracy")).isGreaterThan(0.9);
    assertThat(trained.number("train accuracy")).isGreaterThan(0.9);
    assertThat(trained.number("folds accuracy")).isGreaterThan(0.9);
    assertThat(train(csv, "--target", "5", "--folds", "3").lines())
        .filteredOn(line -> line.contains("accuracy"))
        .isEqualTo(trained.lines().stream().filter(line -> line.contains("accuracy")).toList());

    Path rows = write("rows.csv", "5.0,3.4,1.5,0.2\n6.6,3,5.6,2.0\n");
    assertThat(predict(rows).lines()).containsExactly("setosa", "virginica");
    Path whole = write("whole.csv", "5.0,3.4,1.5,0.2,\n6.6,3,5.6,2.0,x\n");
    assertThat(predict(whole).lines()).containsExactly("setosa", "virginica");
    assertThat(ask("[{\"1\":5.0,\"2\":3.4,\"3\":1.5,\"4\":0.2}]"))
        .endsWith("\"answers\":[\"setosa\"]}");
    assertThat(ask("{\"1\":6.6,\"2\":3,\"3\":5.6,\"4\":2.0}"))
        .endsWith("\"answer\":\"virginica\"}");
    assertThat(ask("{\"1\":6.6,\"2\":3,\"3\":\"x\",\"4\":2.0}"))
        .contains("Row 0: Column \\\"3\\\" is \\\"x\\\", which is no number");
  }

  /** What a server answers that has the weights. */
  private String ask(String body) throws IOException {
    Path weights = directory.resolve("table.safetensors");
    assertThat(ServedTable.is(weights)).isTrue();
    FloatServed<?> served = ServedTable.load(weights);
    Model model = new Model("table", served, FloatPredictor.serving(served).build());
    Service service = new Service(model, new Metrics(), null, 10_000);
    Request request = new Request(_ -> null, body.getBytes(StandardCharsets.UTF_8));
    byte[] answer = service.endpoint("POST", "/predict").answer(request).body();
    return new String(answer, StandardCharsets.UTF_8);
  }

  @Test
  void aTrainingGoesOnFromItsCheckpointsAsIfItHadNeverStopped() throws IOException {
    Path csv = write("flowers.csv", flowers(",", false));
    String folder = directory.resolve("kept").toString();
    Path weights = directory.resolve("table.safetensors");
    assertThat(train(csv, "--target", "5", "--epochs", "12").code()).isZero();
    byte[] whole = Files.readAllBytes(weights);
    Result first = train(csv, "--target", "5", "--epochs", "5", "--checkpoints", folder);
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out()).doesNotContain("goes on");
    assertThat(Files.readAllBytes(weights)).isNotEqualTo(whole);

    Result second = train(csv, "--target", "5", "--epochs", "12", "--checkpoints", folder);

    assertThat(second.code()).as(second.err()).isZero();
    assertThat(second.out()).contains("The training goes on after 20 updates, from " + folder);
    assertThat(Files.readAllBytes(weights)).isEqualTo(whole);
    Result other = train(csv, "--target", "5", "--batch", "8", "--checkpoints", folder);
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.err()).contains("batch");
  }

  @Test
  void aRowThatCannotBeAnsweredIsRefusedWithLineAndColumn() throws IOException {
    Path csv = write("flowers.csv", flowers(";", true));
    assertThat(train(csv, "--target", "kind", "--epochs", "5").code()).isZero();
    refused(
        "sl;sw;pl;pw\n5;3;1;1\n5;x;1;1\n", "line 3: Column \"sw\" is \"x\", which is no number");
    refused("sl;sw;pl;pw\n5;3;;1\n", "line 2: Column \"pl\" is missing; fill it");
    refused("sl;sw;pl;pw\n5;3;1\n", "line 2, column 4: the row has 3 fields; expected 4");
    refused("sl;sw;pw\n5;3;1\n", "line 2: The row has no \"pl\"");
    assertThat(predict(write("r.csv", "pw;pl;sw;sl\n0,2;1,5;3,4;5\n")).lines()).hasSize(1);
  }

  @Test
  void valuesAreLearnedAndAnsweredInTheirOwnUnits() throws IOException {
    StringBuilder text = new StringBuilder("a,b,c,d,e,f,g,where,price\n");
    Random random = new Random(3);
    for (int i = 0; i < 400; i++) {
      double sum = 0;
      for (int j = 0; j < 7; j++) {
        double x = random.nextGaussian();
        sum += j * x;
        text.append(i == 7 && j == 2 ? "" : Lines.format("%.3f", x)).append(',');
      }
      text.append(i % 2 == 0 ? "sea," : i == 5 ? "," : i == 9 ? "moon," : "land,");
      text.append(Lines.format("%.2f\n", 1000 + 50 * sum + (i % 2 == 0 ? 300 : 0)));
    }
    Path csv = write("prices.csv", text.toString());
    Result refused = train(csv, "--target", "price");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err())
        .contains("The encoded table has 10 numbers in a row and a value to tell")
        .contains(
            "@Network(layers = {10, 64, 64, 1}, activations = {RELU, RELU, IDENTITY},"
                + " loss = HALF_MEAN_SQUARED_ERROR) interface Value10");

    Result trained = train(csv, "--target", "price", "--without", "a,where");
    assertThat(trained.code()).isEqualTo(1);
    trained =
        train(
            write("p.csv", text.toString().replace("moon", "sea")),
            "--target",
            "price",
            "--without",
            "a");
    assertThat(trained.code()).as(trained.err()).isZero();
    assertThat(trained.number("test r2")).isGreaterThan(0.8);
    Result answers = predict(write("rows.csv", "a,b,c,d,e,f,g,where\n,0,0,0,0,0,0,land\n"));
    assertThat(Double.parseDouble(answers.lines().getFirst())).isBetween(800.0, 1200.0);
  }

  private void refused(String rows, String sentence) throws IOException {
    Result result = predict(write("rows.csv", rows));
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines().toList().getLast())
        .startsWith("sample-app: ")
        .contains("rows.csv: " + sentence);
  }

  private Result train(Path csv, String... more) {
    return Result.of(with(more, "train-csv", csv.toString(), "--out", directory.toString()));
  }

  private Result predict(Path rows) {
    String weights = directory.resolve("table.safetensors").toString();
    return Result.of("predict-csv", rows.toString(), "--weights", weights);
  }

  private static String[] with(String[] more, String... first) {
    return Stream.concat(Arrays.stream(first), Arrays.stream(more)).toArray(String[]::new);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  /** Three kinds whose means are those of Fisher's flowers, roughly. */
  private static String flowers(String separator, boolean header) {
    List<String> kinds = List.of("setosa", "versicolor", "virginica");
    double[][] mean = {{5.0, 3.4, 1.5, 0.2}, {5.9, 2.8, 4.3, 1.3}, {6.6, 3.0, 5.6, 2.0}};
    Random random = new Random(1);
    StringBuilder text = new StringBuilder(header ? "sl;sw;pl;pw;kind\n" : "");
    for (int i = 0; i < 150; i++) {
      for (int j = 0; j < 4; j++) {
        double size = mean[i / 50][j] + 0.25 * random.nextGaussian();
        text.append(
            String.format(header ? Locale.GERMANY : Locale.ROOT, "%.2f%s", size, separator));
      }
      text.append(kinds.get(i / 50)).append('\n');
    }
    return text.toString();
  }
}
