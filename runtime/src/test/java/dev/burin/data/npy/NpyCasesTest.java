package dev.burin.data.npy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.data.TestData;
import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Files of NumPy and by hand, each with the verdict that it deserves. */
class NpyCasesTest {

  private static final Pattern VALUES =
      Pattern.compile(
          "\"(\\w+)\": \\{\\s*\"shape\": \\[[^]]*],\\s*\"values_row_major\": \\[([^]]*)]");

  @Test
  void everyFileHasItsVerdict() throws IOException {
    Path folder = TestData.directory("interchange").resolve("npz");
    List<String> wrong = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("cases.csv"))) {
      String[] fields = line.split(",", 3);
      String verdict = accepted(folder.resolve(fields[0])) ? "accept" : "refuse";
      if (!fields[0].equals("file") && !fields[1].contains(verdict)) {
        wrong.add(fields[0] + ": " + verdict + ", not " + fields[1]);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void plainNumbersAreThoseOfNumpy() throws IOException {
    Path folder = TestData.directory("interchange").resolve("npz");
    String expected = Files.readString(folder.resolve("expected.json"));
    for (String name : List.of("plain", "compressed", "fortran", "streamed-zip", "zip64")) {
      int at = expected.indexOf("\"" + name + ".npz\"");
      Map<String, NpyArray> arrays = Npz.read(folder.resolve(name + ".npz"));
      if (at < 0) {
        continue;
      }
      Matcher matcher = VALUES.matcher(expected).region(at, expected.length());
      for (int i = 0; i < arrays.size() && matcher.find(); i++) {
        String[] values = matcher.group(2).replaceAll("[\\s\"]", "").split(",", -1);
        NpyArray array = arrays.get(matcher.group(1));
        assertThat(array).as(name + matcher.group(1)).isNotNull();
        for (int j = 0; j < values.length; j++) {
          assertThat(array.value(j)).isEqualTo(Double.parseDouble(values[j]));
        }
      }
    }
  }

  private static boolean accepted(Path file) throws IOException {
    if (file.endsWith("file")) {
      return false;
    }
    try {
      if (file.toString().endsWith(".npz")) {
        return !Npz.read(file, 1 << 24).isEmpty();
      }
      return Npy.read(file).size() >= 0;
    } catch (MalformedFileException e) {
      return false;
    }
  }
}
