package dev.burin.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.TestData;
import dev.burin.data.Frame;
import dev.burin.data.NumberColumn;
import dev.burin.data.TextColumn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void fieldsAreQuotedAndLinesEndInAnyWay(String end) throws IOException {
    Frame frame =
        read(
            Csv.withHeader(),
            "name, size \"\","
                + end
                + "\"a, \"\"b\"\"\", 1.5 ,x"
                + end
                + end
                + "\"c\nd\",-2e3,y"
                + end);
    assertThat(frame.names()).containsExactly("name", "size \"\"", "3");
    assertThat(((TextColumn) frame.column(1)).value(0)).isEqualTo("a, \"b\"");
    assertThat(((TextColumn) frame.column("name")).value(1)).isEqualTo("c\nd");
    assertThat(((NumberColumn) frame.column(2)).value(0)).isEqualTo(1.5);
    assertThat(((NumberColumn) frame.column(2)).value(1)).isEqualTo(-2000);
    assertThat(frame.rows()).isEqualTo(2);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstName() throws IOException {
    assertThat(read(Csv.withHeader(), "\uFEFFa,b\n1,2").names()).containsExactly("a", "b");
    assertThat(read(Csv.withoutHeader(), "\uFEFF1,2").column("1").text(0)).isEqualTo("1");
  }

  @Test
  void emptyCellsAndNamedTextsAreMissing() throws IOException {
    Frame frame = read(Csv.withHeader().missing("NA", "?"), "a,b\n,x\n1,NA\nNA,\n\"\",?\n3,y");
    assertThat(frame.column("a").missing()).isEqualTo(3);
    assertThat(frame.column("b").missing()).isEqualTo(3);
    assertThat(((NumberColumn) frame.column("a")).value(4)).isEqualTo(3);
    assertThat(((TextColumn) frame.column("b")).value(0)).isEqualTo("x");
  }

  @Test
  void decimalCommasTabsCommentsAndCharsetsAreSaid() throws IOException {
    Frame comma = read(Csv.withHeader().decimalComma(), "a;b\n1,5;-,25e1");
    assertThat(((NumberColumn) comma.column("a")).value(0)).isEqualTo(1.5);
    assertThat(((NumberColumn) comma.column("b")).value(0)).isEqualTo(-2.5);
    assertThat(read(Csv.withoutHeader().separator('\t'), "1\t2").columns()).hasSize(2);
    assertThat(read(Csv.withoutHeader().comment('#'), "# 1\n2\n#3\n4").rows()).isEqualTo(2);
    assertThat(read(Csv.withHeader().charset(ISO_8859_1), "\u00e9\n1", ISO_8859_1).names())
        .containsExactly("\u00e9");
  }

  @Test
  void columnsThatAreDeclaredTextsStayTexts() throws IOException {
    Frame frame = read(Csv.withHeader().text("zip", "none"), "zip,none\n01234,\n1e999,");
    assertThat(((TextColumn) frame.column("zip")).value(0)).isEqualTo("01234");
    assertThat(frame.column("none")).isInstanceOf(TextColumn.class);
  }

  @Test
  void theFilesOfCoursesAreRead() throws IOException {
    Path tabular = TestData.directory("tabular");
    Frame iris = Csv.withoutHeader().read(tabular.resolve("iris.csv"));
    assertThat(iris.rows()).isEqualTo(150);
    assertThat(iris.toString()).contains("\n5       text          0        3");
    Frame wine = Csv.withoutHeader().read(tabular.resolve("wine.csv"));
    assertThat(wine.rows()).isEqualTo(178);
    assertThat(wine.columns()).hasSize(14).allMatch(c -> c instanceof NumberColumn);
    Frame houses = Csv.withHeader().read(tabular.resolve("california-housing.csv"));
    assertThat(houses.rows()).isEqualTo(20_640);
    assertThat(houses.column("total_bedrooms").missing()).isEqualTo(207);
    assertThat(houses.column("ocean_proximity")).isInstanceOf(TextColumn.class);
    Frame digits = Csv.withoutHeader().comment('#').read(tabular.resolve("optdigits.tra"));
    assertThat(digits.columns()).hasSize(65);
  }

  @Test
  void filesAreReadAsStreamsAre() throws IOException {
    Path file = Files.writeString(directory.resolve("a.csv"), "a\n1\n2\n");
    assertThat(Csv.withHeader().read(file).rows()).isEqualTo(2);
  }

  static Frame read(Csv csv, String text) throws IOException {
    return read(csv, text, UTF_8);
  }

  static Frame read(Csv csv, String text, Charset charset) throws IOException {
    return csv.read(new ByteArrayInputStream(text.getBytes(charset)), "test");
  }
}
