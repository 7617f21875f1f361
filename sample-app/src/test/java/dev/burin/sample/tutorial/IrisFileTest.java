package dev.burin.sample.tutorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.data.Dataset;
import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IrisFileTest {

  @TempDir private Path directory;

  @Test
  void readsLengthsAndSpecies() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("iris.csv"),
            "5.1,3.5,1.4,0.2,Iris-setosa\n5.9,3.0,5.1,1.8,Iris-virginica\n\n");
    Dataset flowers = IrisFile.read(file);
    assertThat(flowers.size()).isEqualTo(2);
    assertThat(flowers.features().value(1, 2)).isEqualTo(5.1);
    assertThat(flowers.targets().value(0, 0)).isEqualTo(1);
    assertThat(flowers.targets().value(1, 2)).isEqualTo(1);
    assertThat(flowers.targets().value(1, 0)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5.1,3.5,1.4,0.2,Iris-rosa | Line 1 is not four lengths and a species.",
        "5.1,3.5,1.4,Iris-setosa | Line 1 is not four lengths and a species.",
        "5.1,3.5,x,0.2,Iris-setosa | Line 1 has 'x' in the place of a length."
      })
  void refusesOtherLines(String line, String sentence) throws IOException {
    Path file = Files.writeString(directory.resolve("iris.csv"), line);
    assertThatThrownBy(() -> IrisFile.read(file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage(file + ": " + sentence);
  }
}
