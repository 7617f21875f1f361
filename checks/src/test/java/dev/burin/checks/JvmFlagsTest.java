package dev.burin.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.shape.NetworkShape;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same bits interpreted and compiled, with and without the vector and FMA instructions. */
class JvmFlagsTest {

  private static final long SECONDS = 300;
  private static final int WIDTHS = 4;

  private static final List<String> ALWAYS =
      List.of("-XX:TieredStopAtLevel=4", "-Xint", "-XX:UseAVX=0", "-XX:MaxVectorSize=16");

  private static final List<String> LONG_FORM =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:UseAVX=1",
          "-XX:UseAVX=2",
          "-XX:UseAVX=3",
          "-XX:MaxVectorSize=32",
          "-XX:MaxVectorSize=64",
          "-XX:-UseFMA",
          "-Xcomp");

  @TempDir private Path classes;

  @Test
  void everyFlagGivesTheSameBits() throws IOException, InterruptedException {
    Engraver.engrave(BitsDigest.DECLARATIONS).write(classes);
    List<String> flags = new ArrayList<>(ALWAYS);
    if (Sweep.LONG) {
      flags.addAll(LONG_FORM);
    }
    Map<String, String> expected = new TreeMap<>();
    List<String> different = new ArrayList<>();
    int digests = 0;
    for (String flag : flags) {
      List<String> printed = run(flag);
      assertThat(printed).as(flag).hasSize(WIDTHS * BitsDigest.DECLARATIONS.size());
      for (String line : printed) {
        String[] words = line.split(" ");
        String first = expected.computeIfAbsent(words[0], name -> words[2]);
        if (!words[2].equals(first)) {
          different.add(flag + " " + line);
        }
        digests++;
      }
    }
    System.out.printf(
        "bits under JVM flags: %d digests, %d differ; %s%n",
        digests, different.size(), String.join(" ", flags));

    assertThat(different).isEmpty();
  }

  private List<String> run(String flag) throws IOException, InterruptedException {
    String classPath =
        List.of(Engraver.place(JvmFlagsTest.class), Engraver.place(NetworkShape.class), classes)
            .stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            flag,
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--add-modules=jdk.incubator.vector",
            "-Dburin.warmup=off",
            "-cp",
            classPath,
            BitsDigest.class.getName());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(all).isZero();
    return all.lines().filter(line -> line.matches("D\\d \\w+ [0-9a-f]{64}")).toList();
  }
}
