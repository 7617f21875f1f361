package dev.burin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The letters of equations. */
class EquationTest {

  @Test
  void aLayerAndTheOneBeforeItBearTheirNumbers() {
    assertThat(Equation.F1.of(1)).isEqualTo("F1 z1 = W1 a0 + b1");
    assertThat(Equation.F1.of(12)).isEqualTo("F1 z12 = W12 a11 + b12");
    assertThat(Equation.B1.of(3)).isEqualTo("B1 dz3 = da3 * f'(z3)");
    assertThat(Equation.B2.of(2)).isEqualTo("B2 da1 = W2^T dz2");
    assertThat(Equation.B4.of(2)).isEqualTo("B4 dw2 = dz2 a1^T");
  }

  @Test
  void updatesKnowNoLayer() {
    assertThat(Equation.U1.of(4)).isEqualTo("U1 p = p - eta g");
  }
}
