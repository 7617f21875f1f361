package dev.burin.checks.start;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.burin.csv.Csv;
import dev.burin.machine.Lanes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples compile by themselves, without a warning, and learn what they are to learn. */
class ExamplesTest {

  private static final Path EXAMPLES = Folder.ROOT.resolve("examples");

  @TempDir private Path directory;

  @Test
  void aValueIsLearnedFromATableAndComesBackInAnotherJvm() throws Exception {
    Folder folder = folder("regression", Csv.class, CsvReader.class);
    Files.copy(EXAMPLES.resolve("regression/flats.csv"), directory.resolve("flats.csv"));
    folder.compile(directory);
    assertThat(number(folder.run(directory, directory, "app.Learn"))).isGreaterThan(0.9);
    List<String> rent =
        folder.run(directory, directory, "app.Ask", "river", "70", "3", "2", "1990", "yes");
    assertThat(Integer.parseInt(rent.getFirst())).isBetween(1000, 1500);
  }

  @Test
  void picturesAreToldApart() throws Exception {
    Folder folder = folder("pictures");
    folder.compile(directory);
    assertThat(number(folder.run(directory, directory, "app.Learn"))).isGreaterThan(0.95);
    assertThat(directory.resolve("shapes.safetensors")).isRegularFile();
  }

  @Test
  void aRecordGoesInAndAConstantOfAnEnumComesOut() throws Exception {
    Folder folder = folder("records");
    folder.compile(directory);
    List<String> lines = folder.run(directory, directory, "app.Learn");
    assertThat(number(lines.subList(0, 1))).isGreaterThan(0.95);
    assertThat(lines.getLast()).isEqualTo("PEAR");
  }

  @Test
  void weightsThatAreThereAreProvedWhileCompilingAndLoadedByTheClass() throws Exception {
    Folder folder = folder("weights");
    folder.compile(directory);
    Path resource = Files.createDirectories(directory.resolve("app")).resolve("moons.safetensors");
    Files.copy(EXAMPLES.resolve("weights/src/main/resources/app/moons.safetensors"), resource);
    assertThat(folder.run(directory, directory, "app.Ask", "0", "1")).containsExactly("0.000");
    assertThat(folder.run(directory, directory, "app.Ask", "1", "-0.5")).containsExactly("1.000");

    Path again = directory.resolve("again.safetensors");
    assertThat(folder.run(directory, directory, "app.Learn", again.toString()).getLast())
        .contains("accuracy 1.0000");
    assertThat(again).hasSameBinaryContentAs(resource);
  }

  private static Folder folder(String name, Class<?>... more) {
    List<Class<?>> libraries =
        Stream.concat(Stream.of(Lanes.class), Arrays.stream(more))
            .<Class<?>>map(type -> type)
            .toList();
    return new Folder(EXAMPLES.resolve(name), libraries);
  }

  /** The number at the end of the last line. */
  private static double number(List<String> lines) {
    return Double.parseDouble(lines.getLast().split(" ")[1]);
  }
}
