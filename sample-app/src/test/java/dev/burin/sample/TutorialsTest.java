package dev.burin.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A short form of each tutorial. Where two numbers are compared to the last digit they are our own:
 * they are the same on every machine.
 */
class TutorialsTest {

  @TempDir private Path directory;

  private static Result tutorial(Path data, String args) {
    return Result.of(("tutorial " + args + " --data " + data).split(" "));
  }

  @Test
  void theFirstCostsOfAnn() {
    Path data = TestData.with("mnist");
    Result result = tutorial(data, "ann --iterations 2 --out " + directory);
    assertThat(result.code()).isZero();
    assertThat(result.first("cost 0")).isCloseTo(0.7043777294167167, within(1e-14));
    assertThat(result.lines())
        .contains("cost 0 0.7043777294167175", "cost 2 0.6805561617160644")
        .contains("train right 5868 of 11272", "test right 983 of 1866");
    assertThat(result.first("test accuracy")).isCloseTo(983 / 1866.0, within(1e-12));
    assertThat(directory.resolve("tutorial-ann.png")).isNotEmptyFile();
  }

  /** The cost after two updates is that of the same listing in NumPy. */
  @Test
  void theFirstCostsOfAnnDeep() {
    Path data = TestData.with("mnist");
    Result result = tutorial(data, "ann-deep --iterations 2 --out " + directory);
    assertThat(result.code()).isZero();
    assertThat(result.first("cost 0")).isCloseTo(0.6941917096801075, within(1e-14));
    assertThat(result.first("cost 2")).isCloseTo(0.6922853974641426, within(1e-14));
  }

  @Test
  void theFirstEpochOfTheBook() {
    Path data = TestData.with("mnist", "nielsen");
    Result result = tutorial(data, "nielsen --epochs 1");
    assertThat(result.code()).isZero();
    assertThat(result.lines())
        .contains("hits 1 9270", "hits equal 1 of 1 epochs", "cost 5000 0.8780950890837471");
    assertThat(result.first("cost distance")).isLessThan(1e-12);
  }

  @Test
  void theFirstEpochInFloatIsAsGood() {
    Path data = TestData.with("mnist", "nielsen");
    Result result = tutorial(data, "nielsen --epochs 1 --float");
    assertThat(result.first("hits 1")).isCloseTo(9270, within(30.0));
    assertThat(result.first("cost distance")).isLessThan(1e-5);
  }

  @Test
  void theFirstEpochOfThePerceptron() {
    Path data = TestData.with("mnist");
    Result result = tutorial(data, "mlp --epochs 1");
    assertThat(result.code()).isZero();
    assertThat(result.lines())
        .contains(
            "cost 0 0.07707143795512458",
            "hits 1 9349",
            "cost 6000 0.05316982654117347",
            "test accuracy 0.9349")
        .contains("    1  [30][784]  [30]  [10][30]  [10][30]   [10][30]");
  }

  @Test
  void flowersAfterEverySample() {
    Path data = TestData.with("tabular");
    Result result = tutorial(data, "mlp --iris --per-sample --epochs 2");
    assertThat(result.code()).isZero();
    assertThat(result.lines())
        .contains("    2  [3][8]  [3]  [1][3]  [1][3]  [1][3]")
        .contains("cost 0 0.3299658439197491", "hits 2 21", "cost 240 0.2067069222704683");

    Result inFloat = tutorial(data, "mlp --iris --per-sample --float");
    assertThat(inFloat.first("train accuracy")).isGreaterThan(0.95);
    assertThat(inFloat.first("test accuracy")).isGreaterThan(0.9);
  }

  @Test
  void theFirstCostsOfCatsAndTheGradientOfTheLastLayer() {
    Path data = TestData.with("catvnoncat");
    Result result = tutorial(data, "cats --iterations 3 --layer 2");
    assertThat(result.code()).isZero();
    assertThat(result.lines()).contains("cost 0 0.6930497356599884", "train right 134 of 209");
    assertThat(result.first("gradient distance")).isLessThan(1e-9);

    Result table = tutorial(data, "cats --iterations 1 --seeds 2 --float");
    assertThat(table.lines()).hasSize(3);
    assertThat(table.lines().get(1)).matches(" +1 +0\\.69304\\d+ .*");
  }

  @ParameterizedTest
  @CsvSource({
    "ann, train-images-idx3-ubyte",
    "ann-deep, train-images-idx3-ubyte",
    "mlp, train-images-idx3-ubyte",
    "mlp --iris, UCI Machine Learning Repository",
    "cats, datasets/train_catvnoncat.h5",
    "nielsen, github.com/mnielsen/neural-networks-and-deep-learning",
    "keras, train-images-idx3-ubyte"
  })
  void saysInOneLineWhatToDownloadAndWhereToPutIt(String name, String what) throws IOException {
    Path empty = Files.createDirectory(directory.resolve("empty"));
    String args = name.startsWith("ann") ? name + " --out " + directory : name;
    Result result = tutorial(empty, args);
    assertThat(result.code()).isEqualTo(1);
    List<String> complaints =
        result.err().lines().filter(line -> line.startsWith("sample-app: ")).toList();
    assertThat(result.err()).doesNotContain("\tat ");
    assertThat(complaints).hasSize(1);
    assertThat(complaints.getFirst())
        .startsWith("sample-app: " + empty)
        .contains(what)
        .containsIgnoringCase("download");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'The name of a tutorial is missing: ann, ann-deep, mlp, cats, nielsen, keras.'",
    "nielsen --epochs 31, '--epochs is 31, but 1 to 30 epochs were published.'",
    "nielsen --epochs 0, '--epochs is 0, but 1 to 30 epochs were published.'",
    "cats --layer 3, '--layer is 3, but the layers are 1 and 2.'",
    "ann --iterations 0, 'The number of iterations is 0, not 1 or more.'",
    "ann --threads 0, 'The number of threads is 0; give 1 to 1024'",
    "mlp --learning-rate -1, 'The learning rate must be positive and finite, not -1.0'",
    "mlp --epochs 0, 'The number of epochs is 0, not 1 or more.'",
    "keras --epochs 0, 'The number of epochs is 0, not 1 or more.'",
    "cats --seeds -1, '--seeds is -1, not 0 or more.'",
    "cats --seed -1, 'The seed is -1, but RandomState takes 0 to 4294967295.'"
  })
  void aWrongCommandLineIsRefusedInOneLine(String args, String expected) {
    Result result = Result.of(("tutorial " + args).strip().split(" "));
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.lines()).isEmpty();
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).contains(expected).contains("--help'.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann", "ann-deep", "mlp", "cats", "nielsen", "keras"})
  void everyTutorialHelps(String name) {
    Result result = Result.of("tutorial", name, "--help");
    assertThat(result.code()).isZero();
    assertThat(result.lines().getFirst()).startsWith("Usage: sample-app tutorial " + name);
    assertThat(result.lines()).anyMatch(line -> line.contains("--data"));
  }
}
