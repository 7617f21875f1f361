package dev.burin.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.file.MalformedFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvRefusalsTest {

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,b/1,2/3 | line 3, column 2: the row has 1 fields; expected 2 as in the first row",
        "a,b/1,2/3,4,5 | line 3, column 3: the row has 3 fields; expected 2 as in the first row",
        "a,a/1,2 | line 1, column 2: the name \"a\" stands here for the second time",
        "2,/1,2 | line 1, column 2: the name \"2\" stands here for the second time",
        "a/1/1e999 | line 3, column 1 (\"a\"): '1e999' is beyond the range of double",
        "a/1/x | 'x' is no number, while '1' before it is one; expected numbers only",
        "a/x/1 | '1' is a number, while 'x' before it is none; expected numbers only",
        "a/1/NaN | 'NaN' is no number",
        "a/1/0x1p3 | '0x1p3' is no number",
        "a/1/1f | '1f' is no number",
        "a/1/1.2.3 | '1.2.3' is no number",
        "a/\u0661\u0662 | '\\u0661\\u0662' has digits of another script; expected 0 to 9.",
        "a | there is no row after the names of the columns; expected one at least.",
        "a/\"1 | line 1 or after: ",
        "a/\"1\"2 | line 1 or after: "
      })
  void saysLineAndColumn(String text, String sentence) {
    assertThatThrownBy(() -> CsvTest.read(Csv.withHeader(), text.replace('/', '\n')))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith("test: ")
        .hasMessageContaining(sentence);
  }

  @Test
  void thePlaceIsThereForPrograms() {
    assertThatThrownBy(() -> CsvTest.read(Csv.withHeader(), "a,b\n\"x\ny\",1\nz,q"))
        .isInstanceOfSatisfying(
            MalformedFileException.class,
            e -> {
              assertThat(e.file()).isEqualTo("test");
              assertThat(e.place()).isEqualTo("line 4, column 2 (\"b\")");
              assertThat(e.found()).startsWith("'q' is no number");
              assertThat(e.expected()).contains("text(\"b\")");
            });
  }

  @Test
  void limitsHoldBeforeAnythingIsKept() throws IOException {
    Path file = Files.writeString(directory.resolve("a.csv"), "a\n1\n2\n");
    assertThatThrownBy(() -> Csv.withHeader().most(5).read(file))
        .hasMessageEndingWith(
            "the file has 6 bytes; expected at most 5; most(bytes) sets another" + " limit.");
    assertThatThrownBy(() -> CsvTest.read(Csv.withHeader().most(5), "a\n1\n2\n"))
        .hasMessageContaining("test: there are more bytes than 5");
    assertThatThrownBy(() -> CsvTest.read(Csv.withHeader(), "a\n" + "x".repeat(1 << 21)))
        .isInstanceOf(MalformedFileException.class);
    assertThatThrownBy(() -> CsvTest.read(Csv.withHeader(), "a,".repeat(20_000)))
        .isInstanceOf(MalformedFileException.class);
  }

  @Test
  void otherThingsThanTextAreRefused() throws IOException {
    assertThatThrownBy(() -> CsvTest.read(Csv.withHeader(), ""))
        .hasMessageContaining("there is no row");
    assertThatThrownBy(() -> CsvTest.read(Csv.withHeader(), "\u00e9\n1", ISO_8859_1))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("the bytes are not UTF-8 text; expected UTF-8, or charset(..)");
    assertThatThrownBy(
            () -> CsvTest.read(Csv.withHeader(), "\uFEFFa\n1", StandardCharsets.UTF_16LE))
        .isInstanceOf(MalformedFileException.class);
    assertThatThrownBy(() -> Csv.withHeader().read(directory))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("this is a directory");
    assertThatThrownBy(() -> Csv.withHeader().read(directory.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Csv.withHeader().separator('.'))
        .withMessageContaining("it must differ from");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CsvTest.read(Csv.withHeader().text("b"), "a\n1"))
        .withMessageContaining("there is no column \"b\"");
  }

  @Test
  void whateverTheBytesAreTheyAreReadOrRefused() throws IOException {
    byte[] whole =
        "a,b,c\n1,x,\"q\"\"\n\",\n-2e3,y,z\r\n,,\u00e9\n".getBytes(StandardCharsets.UTF_8);
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] broken = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        int at = random.nextInt(broken.length);
        broken[at] =
            random.nextBoolean()
                ? (byte) random.nextInt(256)
                : (byte) "\",;\n\r0-1e.\\x".charAt(random.nextInt(12));
      }
      try {
        Csv.withHeader().read(new ByteArrayInputStream(broken), "mutated");
      } catch (MalformedFileException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(5_000, 20_000);
  }
}
