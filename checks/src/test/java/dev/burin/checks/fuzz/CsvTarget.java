package dev.burin.checks.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.burin.csv.Csv;
import dev.burin.data.Frame;
import dev.burin.file.MalformedFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** Tables as text: read as a whole in two formats, and described. */
final class CsvTarget implements FuzzTarget {

  private static final String FILE = "fuzz.csv";

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        "a,b,class\n1,2.5,x\n3,-4e2,y\n".getBytes(UTF_8),
        "\uFEFF\"a\",\"b \"\"c\"\"\"\r\n\"1\",\"two\nlines\"\r\n2,\r\n".getBytes(UTF_8),
        "1,5;x\n2,25;y\n".getBytes(UTF_8),
        "only\n1e3\n-0.5\n7\n".getBytes(UTF_8));
  }

  @Override
  public boolean read(byte[] bytes) throws IOException {
    boolean some = false;
    for (Csv csv : List.of(Csv.withHeader(), Csv.withoutHeader().separator(';').decimalComma())) {
      try {
        Frame frame = csv.read(new ByteArrayInputStream(bytes), FILE);
        if (frame.toString().isEmpty()) {
          throw new AssertionError("A table has no description.");
        }
        some = true;
      } catch (MalformedFileException e) {
        some |= Refusal.of(e, FILE);
      }
    }
    return some;
  }

  /** A cell is a text of some 50 bytes even if it is empty, and so are its places in tables. */
  @Override
  public long mostMemory(int length) {
    return 2048L * length;
  }
}
