package dev.burin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {

  /** What is found depends on the machine; what is looked at does not. */
  @Test
  void theDoctorLooksAtEverythingAndSaysWhatToDo() {
    PrintStream out = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int code;
    try {
      System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
      code = Main.run("doctor", "--seconds", "1");
    } finally {
      System.setOut(out);
    }
    String text = bytes.toString(StandardCharsets.UTF_8);
    assertThat(text.lines().takeWhile(line -> !line.isEmpty()).map(line -> line.split(" ")[0]))
        .containsExactly(
            "fingerprint",
            "JDK",
            "module",
            "compiler",
            "FMA",
            "width",
            "kernels",
            "self-test",
            "speed");
    assertThat(text).containsPattern("[0-9] GFLOP/s");
    assertThat(code == 0).isEqualTo(text.contains("All is well."));
  }
}
