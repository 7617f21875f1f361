package dev.burin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** Equal numbers pass; others are one sentence. */
class ContractTest {

  @Test
  void givesBackTheNumberOfThisRuntime() {
    assertThat(Contract.require(Contract.NUMBER, Runnable.class)).isEqualTo(Contract.NUMBER);
  }

  @Test
  void refusesOlderAndNewerClasses() {
    for (int number : new int[] {Contract.NUMBER - 1, Contract.NUMBER + 1}) {
      assertThatExceptionOfType(IncompatibleClassChangeError.class)
          .isThrownBy(() -> Contract.require(number, Runnable.class))
          .withMessage(
              "The class generated for java.lang.Runnable keeps contract "
                  + number
                  + ", but this burin-runtime expects "
                  + Contract.NUMBER
                  + "; compile java.lang.Runnable again with burin-processor of the same version as"
                  + " burin-runtime.");
    }
  }
}
