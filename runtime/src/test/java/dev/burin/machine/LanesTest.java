package dev.burin.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanesTest {

  @ParameterizedTest
  @CsvSource({"off,PLAIN", "128,V128", "256,V256", "512,V512"})
  void aForcedWidthWins(String value, Width width) {
    assertThat(Lanes.decide(value, true).width()).isEqualTo(width);
    assertThat(Lanes.decide(value, true).reason()).contains("-Dburin.simd=" + value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1024", "64", "OFF", "avx2", " 256", "256 "})
  void anotherValueIsRefusedWithThoseThatAreKnown(String value) {
    assertThatThrownBy(() -> Lanes.decide(value, true))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("-Dburin.simd=" + value + " is not known; write off, 128, 256 or 512.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"128", "256", "512"})
  void aForcedWidthWithoutTheModuleIsRefusedWithTheFlag(String value) {
    assertThatThrownBy(() -> Lanes.decide(value, false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("-Dburin.simd=" + value)
        .hasMessageContaining("--add-modules jdk.incubator.vector");
  }

  @Test
  void withoutTheModulePlainLoopsRunAndTheFlagIsNamed() {
    Lanes.Decision decision = Lanes.decide(null, false);
    assertThat(decision.width()).isEqualTo(Width.PLAIN);
    assertThat(decision.amiss()).isTrue();
    assertThat(decision.reason()).contains("--add-modules jdk.incubator.vector");
  }

  @Test
  void plainLoopsThatWereAskedForAreNotAmiss() {
    assertThat(Lanes.decide("off", false).amiss()).isFalse();
  }
}
