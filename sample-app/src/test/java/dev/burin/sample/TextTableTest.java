package dev.burin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void textStandsLeftAndNumbersRight() {
    assertThat(new TextTable().row("name", "n").row("a", "1,000").row("bcdef", "-1.5e-7").lines())
        .containsExactly("name         n", "a        1,000", "bcdef  -1.5e-7");
  }

  @Test
  void theShapesOfEveryLayerAreListed() {
    NetworkShape shape =
        NetworkShape.of(
            Loss.BINARY_CROSS_ENTROPY,
            Precision.FLOAT,
            LayerShape.of(784, 196, Activation.TANH),
            LayerShape.of(196, 1, Activation.SIGMOID));
    assertThat(String.join("\n", ShapeTable.lines(shape)))
        .isEqualTo(
            """
            layer  W           b      z         a         activation  parameters
                1  [196][784]  [196]  [n][196]  [n][196]  TANH           153,860
                2  [1][196]    [1]    [n][1]    [n][1]    SIGMOID            197\
            """);
  }
}
