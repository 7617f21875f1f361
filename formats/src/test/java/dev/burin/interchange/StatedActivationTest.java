package dev.burin.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.burin.Activation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatedActivationTest {

  @Test
  void readsAListWithSlopes() {
    List<StatedActivation> stated =
        StatedActivation.parse("relu, LEAKY_RELU(0.2),leaky_relu:0.3,elu,Softmax");
    assertThat(stated.stream().map(StatedActivation::activation))
        .containsExactly(
            Activation.RELU,
            Activation.LEAKY_RELU,
            Activation.LEAKY_RELU,
            Activation.ELU,
            Activation.SOFTMAX);
    assertThat(stated.stream().map(StatedActivation::slope))
        .containsExactly(0.0, 0.2, 0.3, 1.0, 0.0);
    assertThat(stated.stream().map(StatedActivation::text))
        .containsExactly("relu", "leaky_relu:0.2", "leaky_relu:0.3", "elu", "softmax");
  }

  /** As Keras, scikit-learn and others call them. */
  @Test
  void knowsOtherNames() {
    assertThat(StatedActivation.parse("linear,logistic,swish").toString())
        .isEqualTo(StatedActivation.parse("identity,sigmoid,silu").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "relu,", "relux", "relu:", "leaky_relu:0..2", "relu softmax"})
  void saysWhatIsNone(String text) {
    assertThatThrownBy(() -> StatedActivation.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no activation; expected one for each layer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"relu:0.2", "leaky_relu:-1", "elu:1e9", "leaky_relu:0"})
  void saysWhichSlopeIsNone(String text) {
    assertThatThrownBy(() -> StatedActivation.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("The slope of ");
  }

  /** Against values that were computed by hand from the definitions. */
  @Test
  void activationsAreWhatTheirDefinitionsSay() {
    for (Activation activation : Activation.values()) {
      double[] z = {-2, 0, 1.5};
      PlainActivation.apply(activation, 0.25, z);
      double[] expected =
          switch (activation) {
            case IDENTITY -> new double[] {-2, 0, 1.5};
            case SIGMOID -> new double[] {0.11920292202211755, 0.5, 0.8175744761936437};
            case TANH -> new double[] {-0.9640275800758169, 0, 0.9051482536448664};
            case RELU -> new double[] {0, 0, 1.5};
            case LEAKY_RELU -> new double[] {-0.5, 0, 1.5};
            case ELU -> new double[] {0.25 * Math.expm1(-2), 0, 1.5};
            case GELU -> new double[] {-0.04550026389635844, 0, 1.399789198096713};
            case SILU -> new double[] {-0.2384058440442351, 0, 1.2263617142904655};
            case SOFTPLUS -> new double[] {0.12692801104297252, Math.log(2), 1.7014132779827524};
            case SELU -> new double[] {-1.5201664685956948, 0, 1.5760514810332207};
            case HARD_SIGMOID -> new double[] {1 / 6.0, 0.5, 0.75};
            case MISH -> new double[] {-0.2525014826957089, 0, 1.4033782663958028};
            case SOFTMAX ->
                new double[] {0.0240937682868484, 0.17803020550615903, 0.7978760262069925};
          };
      for (int j = 0; j < z.length; j++) {
        assertThat(z[j]).as(activation + " " + j).isCloseTo(expected[j], within(1e-12));
      }
    }
  }
}
