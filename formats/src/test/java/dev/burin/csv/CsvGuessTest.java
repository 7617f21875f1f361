package dev.burin.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvGuessTest {

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "a,b|1,2|3,4 ! , ! . ! true",
        "5.1,3.5,setosa|4.9,3.0,setosa ! , ! . ! false",
        "a;b|1,5;2|3;4,25 ! ; ! , ! true",
        "a;b|1.5;2|3;4.25 ! ; ! . ! true",
        "1,5;x|2,5;y ! ; ! , ! false",
        "kind,colour|apple,red|pear,green ! , ! . ! true",
        "apple,red|pear,green|apple,red ! , ! . ! false",
        "\"a, or b\";c|\"1\";2 ! ; ! . ! true",
        "x|1|2 ! , ! . ! true",
        "\uFEFFa,b|,2|3, ! , ! . ! true",
        ",a,b|0,1,2 ! , ! . ! true",
      })
  void settingsFitTheFirstLines(String lines, char separator, char point, boolean header)
      throws IOException {
    Csv csv = Csv.guess(file(lines.replace('|', '\n')));
    assertThat(csv.separator()).isEqualTo(separator);
    assertThat(csv.decimalPoint()).isEqualTo(point);
    assertThat(csv.header()).isEqualTo(header);
    assertThat(csv.comment()).isEqualTo((char) 0);
  }

  @Test
  void tabsBarsAndCommentsAreFoundToo() throws IOException {
    assertThat(Csv.guess(file("a\tb c\n1\t2\n")).separator()).isEqualTo('\t');
    assertThat(Csv.guess(file("1|2\n3|4\n")).separator()).isEqualTo('|');
    Csv csv = Csv.guess(file("# the last is the class, and so on\n1,2\n"));
    assertThat(csv.comment()).isEqualTo('#');
    assertThat(csv.read(file("# the last is the class, and so on\n1,2\n")).rows()).isEqualTo(1);
  }

  @Test
  void aFileWithoutRowsIsRefused() throws IOException {
    Path empty = file("# nothing\n\n");
    assertThatThrownBy(() -> Csv.guess(empty))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("there is no row; expected a table");
  }

  @Test
  void rowsComeOneByOneWithTheirLines() throws IOException {
    List<CsvRow> rows = new ArrayList<>();
    Csv csv = Csv.withHeader().decimalComma().missing("?");
    csv.forEach(file("a;b\n1,5;\"x\ny\"\n\n?;3,,\n"), rows::add);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).line()).isEqualTo(2);
    assertThat(rows.get(0).cells()).containsEntry("a", 1.5).containsEntry("b", "x\ny");
    assertThat(rows.get(1).line()).isEqualTo(5);
    assertThat(rows.get(1).cells()).containsEntry("a", null).containsEntry("b", "3,,");

    List<CsvRow> before = new ArrayList<>();
    assertThatThrownBy(() -> Csv.withoutHeader().forEach(file("1,2\n1,2,3\n"), before::add))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("line 2, column 3: the row has 3 fields; expected 2");
    assertThat(before).hasSize(1);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("table.csv"), text);
  }
}
