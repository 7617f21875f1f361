package dev.burin.checks.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.burin.csv.Csv;
import dev.burin.data.Frame;
import dev.burin.file.MalformedFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/**
 * Tables as text: read as a whole, and described. The first byte of the input says in which of two
 * formats.
 */
final class CsvTarget implements FuzzTarget {

  private static final String FILE = "fuzz.csv";

  private static final Csv HEADED = Csv.withHeader();
  private static final Csv COMMAS = Csv.withoutHeader().separator(';').decimalComma();

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        "\0a,b,class\n1,2.5,x\n3,-4e2,y\n".getBytes(UTF_8),
        "\0\uFEFF\"a\",\"b \"\"c\"\"\"\r\n\"1\",\"two\nlines\"\r\n2,\r\n".getBytes(UTF_8),
        "\0011,5;x\n2,25;y\n".getBytes(UTF_8),
        "\0only\n1e3\n-0.5\n7\n".getBytes(UTF_8));
  }

  @Override
  public boolean read(byte[] bytes) throws IOException {
    if (bytes.length == 0) {
      return false;
    }
    Csv csv = bytes[0] == 0 ? HEADED : COMMAS;
    try {
      Frame frame = csv.read(new ByteArrayInputStream(bytes, 1, bytes.length - 1), FILE);
      if (frame.toString().isEmpty()) {
        throw new AssertionError("A table has no description.");
      }
      return true;
    } catch (MalformedFileException e) {
      return Refusal.of(e, FILE);
    }
  }

  /** A cell is a text of some 50 bytes even if it is empty, and so are its places in tables. */
  @Override
  public long mostMemory(int length) {
    return 2048L * length;
  }
}
