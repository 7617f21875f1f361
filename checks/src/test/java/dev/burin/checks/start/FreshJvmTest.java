package dev.burin.checks.start;

import static dev.burin.checks.start.FreshJvm.MODULE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JVMs that lack something still compute, with the same digits, and say what they lack. */
class FreshJvmTest {

  private static List<String> digits = List.of();

  @BeforeAll
  static void trainInPlainLoops() throws IOException, InterruptedException {
    FreshJvm plain = FreshJvm.run(List.of("-Dburin.simd=off"), "train");
    assertThat(plain.warnings()).isEmpty();
    digits = plain.results();
    assertThat(digits).as("lines of %s", plain.lines()).hasSize(9);
  }

  @Test
  void withoutTheModuleItTrainsAndOneWarningNamesTheFlag()
      throws IOException, InterruptedException {
    FreshJvm jvm = FreshJvm.run(List.of(), "train");
    assertThat(jvm.results()).isEqualTo(digits);
    assertThat(jvm.warnings())
        .hasSize(1)
        .first()
        .asString()
        .contains("--add-modules jdk.incubator.vector");
    assertThat(jvm.exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1"})
  void withoutAnOptimizingCompilerPlainLoopsRunAndOneWarningSaysSo(String flag)
      throws IOException, InterruptedException {
    FreshJvm jvm = FreshJvm.run(List.of(MODULE, flag), "train");
    assertThat(jvm.results()).isEqualTo(digits);
    assertThat(jvm.warnings()).hasSize(1).first().asString().contains("optimizing compiler");
    assertThat(jvm.starting("state")).first().asString().contains("training: plain, by choice");
  }

  /** Kernels at once, so that they and not the twin give the digits. */
  @ParameterizedTest
  @ValueSource(strings = {"128", "256", "512"})
  void everyWidthGivesTheSameDigits(String width) throws IOException, InterruptedException {
    FreshJvm jvm =
        FreshJvm.run(List.of(MODULE, "-Dburin.simd=" + width, "-Dburin.warmup=off"), "train");
    assertThat(jvm.results()).isEqualTo(digits);
    assertThat(jvm.starting("state")).first().asString().doesNotContain("plain");
  }

  @Test
  void aForcedWidthThatCannotBeFastWinsAndSaysSo() throws IOException, InterruptedException {
    FreshJvm jvm =
        FreshJvm.run(List.of(MODULE, "-Dburin.simd=512", "-XX:MaxVectorSize=16"), "train");
    assertThat(jvm.results()).isEqualTo(digits);
    assertThat(jvm.warnings()).hasSize(1).first().asString().contains("times slower");
    assertThat(jvm.starting("state")).first().asString().doesNotContain("plain,");
  }

  @ParameterizedTest
  @CsvSource({
    "-Dburin.simd=1024, 'refused -Dburin.simd=1024 is not known; write off, 128, 256 or 512.'",
    "-Dburin.warmup=no, 'refused -Dburin.warmup=no is not known; write background or off.'"
  })
  void anUnknownSettingIsRefusedEachTimeInOneSentence(String flag, String sentence)
      throws IOException, InterruptedException {
    FreshJvm jvm = FreshJvm.run(List.of(MODULE, flag), "twice");
    assertThat(jvm.starting("refused")).containsExactly(sentence, sentence);
  }

  @Test
  void aForcedWidthWithoutTheModuleIsRefusedWithTheFlag() throws IOException, InterruptedException {
    FreshJvm jvm = FreshJvm.run(List.of("-Dburin.simd=256"), "twice");
    assertThat(jvm.starting("refused"))
        .hasSize(2)
        .allMatch(line -> line.contains("--add-modules jdk.incubator.vector"));
  }

  @Test
  void theFirstAnswerComesFromPlainLoops() throws IOException, InterruptedException {
    List<String> first = FreshJvm.run(List.of(MODULE), "first").starting("first");
    assertThat(first).hasSize(1).first().asString().endsWith(" plain");
    assertThat(FreshJvm.run(List.of("-Dburin.simd=off"), "first").starting("first"))
        .isEqualTo(first);
  }

  /** How long it takes is a matter of benchmarks. */
  @Test
  void compiledKernelsPassTheSelfTest() throws IOException, InterruptedException {
    FreshJvm jvm = FreshJvm.run(List.of(MODULE), "selftest");
    assertThat(jvm.starting("differs")).isEmpty();
    assertThat(jvm.starting("passed"))
        .as("lines of %s", jvm.lines())
        .containsExactly("passed single samples", "passed batches");
  }

  @Test
  void answersUnderLoadDoNotChangeWhenKernelsTakeOver() throws IOException, InterruptedException {
    FreshJvm jvm = FreshJvm.run(List.of(MODULE), "load");
    assertThat(jvm.starting("load")).hasSize(1).first().asString().startsWith("load 0 wrong, true");
  }
}
