package dev.burin.checks.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The target of ONNX models has ways out of the folder of a model, and sees who takes one. */
class OnnxTargetTest {

  @Test
  void weightsBesideTheModelAreReadAndNoWayLeadsToOthers() throws IOException {
    OnnxTarget target = new OnnxTarget();
    byte[] seed = target.seeds().getLast();
    int ways = new Beside().locations().size();
    assertThat(target.read(seed)).isTrue();
    for (int way = 1; way < ways; way++) {
      seed[0] = (byte) way;
      assertThat(target.read(seed)).as("way %d", way).isFalse();
    }
  }

  @Test
  void allWaysAreNamesOfOneLength() {
    assertThat(new Beside().locations())
        .doesNotHaveDuplicates()
        .allSatisfy(way -> assertThat(way).hasSize(Beside.LONG));
  }

  @Test
  void whoeverReadsTheCanaryIsSeen() throws IOException {
    Beside beside = new Beside();
    Path model = beside.model(new byte[1]);
    for (int way = 1; way <= 7; way++) {
      Path canary = model.resolveSibling(beside.locations().get(way));
      assertThat(Files.readAllBytes(canary)).containsOnly(Beside.CANARY);
    }
    assertThatThrownBy(beside::check).isInstanceOf(AssertionError.class);
  }
}
