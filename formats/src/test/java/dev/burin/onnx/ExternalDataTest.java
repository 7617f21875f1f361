package dev.burin.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers beside a model are read from its folder and from nowhere else. */
class ExternalDataTest {

  @TempDir private Path folder;

  private static final double[] WEIGHTS = Model.drawn(1, 12);

  private Path model(String location, String offset, String length) throws IOException {
    Path inner = Files.createDirectories(folder.resolve("model"));
    Message tensor = new Message().number(1, 4).number(1, 3).number(2, 1).text(8, "W1");
    tensor.message(13, new Message().text(1, "location").text(2, location));
    if (!offset.isEmpty()) {
      tensor.message(13, new Message().text(1, "offset").text(2, offset));
    }
    if (!length.isEmpty()) {
      tensor.message(13, new Message().text(1, "length").text(2, length));
    }
    Model model =
        new Model()
            .input("x", 0, 3)
            .output("y", 0, 4)
            .initializer(tensor.number(14, 1))
            .node("Gemm", "y", Model.setting("transB", 1L), "x", "W1");
    Path file = inner.resolve("model.onnx");
    Files.write(file, model.bytes());
    return file;
  }

  private static byte[] weights(int before, int after) {
    ByteBuffer bytes = ByteBuffer.allocate(before + 48 + after).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(before);
    for (double weight : WEIGHTS) {
      bytes.putFloat((float) weight);
    }
    return bytes.array();
  }

  @Test
  void areReadFromTheOffset() throws IOException {
    Path file = model("model.onnx.data", "16", "48");
    Files.write(file.resolveSibling("model.onnx.data"), weights(16, 8));
    assertThat(Onnx.read(file).chain().layers().getFirst().weights()).containsExactly(WEIGHTS);
  }

  @Test
  void areAllThatFollowsWhereNoLengthIsGiven() throws IOException {
    Path file = model("data/w.bin", "", "");
    Files.createDirectories(file.resolveSibling("data"));
    Files.write(file.resolveSibling("data").resolve("w.bin"), weights(0, 0));
    assertThat(Onnx.read(file).chain().layers().getFirst().weights()).containsExactly(WEIGHTS);
  }

  @ParameterizedTest
  @CsvSource({
    "16, 48, 'end after byte 64'",
    "0, 44, 'have 44 bytes'",
    "-4, 48, 'offset'",
    "0, 4611686018427387904, 'length'",
    "99999999999999999999, 48, 'offset'",
    "x, 48, 'offset'"
  })
  void areRefusedWhereTheyDoNotLieInTheFile(String offset, String length, String word)
      throws IOException {
    Path file = model("w.bin", offset, length);
    Files.write(file.resolveSibling("w.bin"), weights(0, 0));
    assertThatExceptionOfType(MalformedFileException.class)
        .isThrownBy(() -> Onnx.read(file))
        .withMessageContainingAll("\"W1\"", "external data", word);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.bin",
        "a/../../secret.bin",
        "./../secret.bin",
        "/etc/passwd",
        "..\\secret.bin",
        "file:///etc/passwd",
        "C:\\secret.bin",
        ".",
        "..",
        "",
        " ",
        "w.bin\0x",
        "no-such-file",
        "*/_ORT_MEM_ADDR_/*",
        "link.bin",
        "out/secret.bin"
      })
  void areRefusedWhereTheNameLeadsOut(String location) throws IOException {
    Path file = model(location, "0", "48");
    Files.write(folder.resolve("secret.bin"), weights(0, 0));
    Files.write(file.resolveSibling("w.bin"), weights(0, 0));
    Files.createSymbolicLink(file.resolveSibling("link.bin"), Path.of("w.bin"));
    Files.createSymbolicLink(file.resolveSibling("out"), folder);
    assertThatExceptionOfType(MalformedFileException.class)
        .isThrownBy(() -> Onnx.read(file))
        .withMessageContainingAll("\"W1\"", "external data");
  }
}
