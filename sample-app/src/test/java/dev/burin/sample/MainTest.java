package dev.burin.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  @TempDir private Path directory;

  private static Result run(String... args) {
    return Result.of(args);
  }

  private String weights() {
    return directory.resolve(Output.WEIGHTS).toString();
  }

  private Result train(String... more) {
    String[] args = new String[more.length + 3];
    args[0] = "train";
    args[1] = "--out";
    args[2] = directory.toString();
    System.arraycopy(more, 0, args, 3, more.length);
    return run(args);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "train",
        "predict",
        "storage",
        "serve",
        "check",
        "doctor",
        "train-csv",
        "predict-csv",
        "import",
        "export",
        "stub",
        "tutorial"
      })
  void everyCommandHelps(String command) {
    Result result = command.isEmpty() ? run("--help") : run(command, "--help");
    assertThat(result.code()).isZero();
    assertThat(result.out()).startsWith("Usage: sample-app").contains("--help");
    assertThat(result.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'A command is missing: train, predict, storage, serve, check, doctor, train-csv,"
        + " predict-csv, import, export, stub or tutorial.'",
    "dance, 'Unmatched argument at index 0: ''dance''.'",
    "train --bogus, 'Unknown option: ''--bogus''.'",
    "train --iterations x, 'Invalid value for option ''--iterations'': ''x'' is not an int.'",
    "train --iterations 0, 'The number of iterations is 0, not 1 or more.'",
    "train --learning-rate -1, 'The learning rate must be positive and finite, not -1.0'",
    "train --momentum 1, 'The momentum must be at least 0 and below 1, not 1.0'",
    "train --batch -5, 'The batch is -5 samples'",
    "train --threads 0, 'The number of threads is 0; give 1 to 1024'",
    "check --samples 0, '--samples is 0, not 1 or more.'",
    "check --directions -1, '--directions is -1, not 1 or more.'",
    "predict --index 1 --image x, 'mutually exclusive'",
    "serve --port 70000, '--port is 70000, not 0 to 65535.'",
    "serve --max-body 0, 'A limit of the server is below 1'"
  })
  void aWrongCommandLineIsRefusedInOneLine(String args, String expected) {
    Result result = args.isEmpty() ? run() : run(args.split(" "));
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).contains(expected).contains("--help'.");
  }

  @Test
  void outputThatIsLostIsAFailure() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(new FullDevice(), true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
      assertThat(Main.run("--help")).isEqualTo(1);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(errBytes.toString(StandardCharsets.UTF_8).lines())
        .singleElement(STRING)
        .startsWith("sample-app: The output could not be written to its end");
  }

  private static final class FullDevice extends OutputStream {

    @Override
    public void write(int b) throws IOException {
      throw new IOException("No space left on device");
    }
  }

  @Test
  void aMeanOverAnEpochStandsBesideTheUpdatesMadeAtItsEnd() {
    Result result = train("--iterations", "300");
    assertThat(result.code()).isZero();
    assertThat(result.lines())
        .filteredOn(line -> line.startsWith("cost "))
        .extracting(line -> line.split(" ")[1])
        .containsExactly("100", "200", "300");
  }

  @Test
  void aTrainingThatEndsWithOneAnswerToAllSaysSo() {
    Result result = train("--iterations", "300", "--learning-rate", "1000");
    assertThat(result.code()).isZero();
    assertThat(result.lines())
        .anyMatch(line -> line.contains("Try a smaller learning rate than 1000"));
  }

  @Test
  void aMissingFileIsNamedInOneLine() {
    String nowhere = directory.resolve("nowhere").toString();
    for (Result result :
        List.of(
            run("predict", "--weights", nowhere),
            run("serve", "--weights", nowhere),
            run("check", "--weights", nowhere),
            train("--mnist", nowhere))) {
      assertThat(result.code()).isEqualTo(1);
      assertThat(result.err().lines()).hasSize(1);
      assertThat(result.err()).startsWith("sample-app: ").contains(nowhere);
    }
    assertThat(train("--mnist", nowhere).err()).contains("train-images-idx3-ubyte");
  }

  @Test
  void aDirectoryThatCannotBeMadeIsFoundBeforeTheWork() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "kept");
    Result result = run("train", "--out", file.resolve("below").toString());
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("cannot be made");
  }

  @Test
  void aTrainingThatDivergesSavesNothing() {
    Result result = train("--iterations", "50", "--learning-rate", "1e38", "--momentum", "0");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("Try a smaller learning rate.");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aShortTrainingPrintsTheLinesThatScriptsRead() {
    Result result = train("--iterations", "20", "--batch", "0", "--seed", "3");
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    List<String> lines = result.lines();
    assertThat(lines.stream().filter(line -> line.startsWith("cost ")))
        .hasSize(11)
        .allMatch(line -> line.matches("cost \\d+ \\d+\\.\\d{6,}"));
    assertThat(lines).filteredOn(line -> line.startsWith("cost 0 ")).hasSize(1);
    assertThat(lines).filteredOn(line -> line.startsWith("cost 20 ")).hasSize(1);
    for (String form :
        List.of(
            "path [a-z0-9]+",
            "train accuracy [01]\\.\\d{4}",
            "test accuracy [01]\\.\\d{4}",
            "samples/s \\d+",
            "gradient distance \\d\\.\\de[-+]\\d\\d layer 1",
            "gradient distance \\d\\.\\de[-+]\\d\\d layer 2",
            "kernel distance \\d\\.\\de[-+]\\d\\d layer 2")) {
      assertThat(lines).filteredOn(line -> line.matches(form)).as(form).hasSize(1);
    }
    assertThat(result.out()).contains(weights()).contains("says ").contains("[196][784]");
    assertThat(lines).allMatch(line -> line.length() <= 120);
  }

  @Test
  void whatWasTrainedCanBeAskedAndChecked() throws IOException {
    assertThat(train("--iterations", "60").code()).isZero();
    BufferedImage curve = ImageIO.read(directory.resolve("cost.png").toFile());
    assertThat(curve.getWidth()).isEqualTo(900);
    assertThat(curve.getHeight()).isEqualTo(560);

    Result answer = run("predict", "--weights", weights(), "--index", "1");
    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .contains("says 8, is 8")
        .containsPattern("probability of 8 0\\.\\d{4}");

    Result none = run("predict", "--weights", weights(), "--index", "500");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("numbered 0 to 499");

    Result check = run("check", "--weights", weights(), "--samples", "4", "--directions", "2");
    assertThat(check.code()).isZero();
    assertThat(check.out()).containsPattern("gradient distance \\S+ layer 2");
  }

  @Test
  void aPictureCanBeAsked() throws IOException {
    assertThat(train("--iterations", "100").code()).isZero();
    byte[] five = new DrawnDigits(99).five();
    BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, 28, 28, five);
    Path file = directory.resolve("five.png");
    ImageIO.write(image, "png", file.toFile());
    Result answer = run("predict", "--weights", weights(), "--image", file.toString());
    assertThat(answer.code()).isZero();
    assertThat(answer.lines()).contains("says 5");
  }

  @Test
  void smallerWeightsAreMeasured() {
    assertThat(train("--iterations", "100").code()).isZero();
    Result result = run("storage", "--weights", weights());

    assertThat(result.code()).isZero();
    assertThat(result.lines()).hasSize(5);
    assertThat(result.lines().get(1)).startsWith("SAME").contains("0.0e+00");
    assertThat(result.lines().get(4)).startsWith("INT8");
    assertThat(run("storage", "--weights", directory.resolve("none").toString()).err())
        .contains("there is no such file");
  }

  @Test
  void weightsOfNothingAreRefused() throws IOException {
    Path file = Files.writeString(directory.resolve("w"), "no weights");
    Result result = run("predict", "--weights", file.toString());
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).contains(file.toString());
  }

  @Test
  void theDefaultTrainingLearnsTheDrawnDigits() {
    Result result = train();
    assertThat(result.code()).isZero();
    double accuracy =
        result.lines().stream()
            .filter(line -> line.startsWith("test accuracy "))
            .mapToDouble(line -> Double.parseDouble(line.substring(14)))
            .sum();
    assertThat(accuracy).isBetween(0.97, 1.0);
  }
}
