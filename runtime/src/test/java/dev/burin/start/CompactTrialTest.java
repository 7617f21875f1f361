package dev.burin.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.kernel.CompactKernels;
import dev.burin.kernel.CompactTwin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The comparison that kernels over weights of eight bits pass before they answer. */
class CompactTrialTest {

  @ParameterizedTest
  @EnumSource(value = Pass.class, names = "TRAINING", mode = EnumSource.Mode.EXCLUDE)
  void kernelsHaveTheBitsOfTheirTwin(Pass pass) {
    assertThat(new CompactTrials(CompactKernels.chosen()).selfTest(pass).difference()).isNull();
  }

  @ParameterizedTest
  @EnumSource(value = Pass.class, names = "TRAINING", mode = EnumSource.Mode.EXCLUDE)
  void kernelsThatDoNothingAreFound(Pass pass) {
    Trial trial = new CompactTrials(new CompactTwin()).trial(pass);
    trial.twin();
    assertThat(trial.difference()).startsWith("For ").contains("of layer 1 is 0.0, not ");
  }
}
