package dev.burin.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.burin.checks.Verdicts.Pair;
import dev.burin.checks.Verdicts.Verdict;
import dev.burin.data.Dataset;
import dev.burin.data.FloatTable;
import dev.burin.network.FloatNetwork;
import dev.burin.train.Evaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What generated classes say to those who use them. */
class ServedTest {

  private final BudNetwork bud = new BudNetwork(1);
  private final VerdictsNetwork verdicts = new VerdictsNetwork(1);

  @Test
  void aProbabilityOfOneHalfIsServedAsItIsCounted() {
    Pair pair = new Pair(0, 0);
    assertThat(verdicts.probability(pair)).isEqualTo(0.5f);
    assertThat(verdicts.verdict(pair)).isEqualTo(Verdict.YES);
    Dataset data =
        new Dataset(new FloatTable(1, 2, new float[2]), new FloatTable(1, 1, new float[] {1}));
    assertThat(Evaluation.of(verdicts, data).count(1, 1)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300})
  void aComponentThatIsNotFiniteIsNamed(double odd) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> verdicts.verdict(new Pair(1, odd)))
        .withMessageStartingWith("The component right is " + told(odd) + ";");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> verdicts.verdict(new Pair((float) odd, odd)))
        .withMessageStartingWith("The component left is " + told(odd) + ";");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bud.kind(new Bud.Measures(1, 2, odd, 4)))
        .withMessageStartingWith("The component weight is " + told(odd) + ";");
  }

  /** The component is a double, and the network computes in float. */
  private static String told(double odd) {
    return (float) odd + (Double.isNaN(odd) ? "" : " as a float");
  }

  @Test
  void anAnswerThatIsANumberIsNotANumberForNaN() {
    Pair pair = new Pair(1, Double.NaN);
    assertThat(verdicts.probability(pair)).isNaN();
    assertThat(verdicts.distribution(pair)).containsExactly(Float.NaN);
  }

  @Test
  @SuppressWarnings("NullAway") // what is told to those who do it all the same
  void nullIsToldInTheWordsOfTheAuthor() {
    assertThatNullPointerException()
        .isThrownBy(() -> verdicts.verdict(null))
        .withMessage("pair of Verdicts.verdict is null, not a record Pair.");
    assertThatNullPointerException()
        .isThrownBy(() -> verdicts.probability(null))
        .withMessage("pair of Verdicts.probability is null, not a record Pair.");
    assertThatNullPointerException()
        .isThrownBy(() -> verdicts.distribution(null))
        .withMessage("pair of Verdicts.distribution is null, not a record Pair.");
    assertThatNullPointerException()
        .isThrownBy(() -> bud.index(null))
        .withMessage("x of Bud.index is null, not a float[4].");
    assertThatNullPointerException()
        .isThrownBy(() -> bud.outputs(new float[4], null))
        .withMessage("out of Bud.outputs is null, not a float[3].");
    assertThatNullPointerException()
        .isThrownBy(() -> bud.outputs(new float[8], 2, null))
        .withMessage("out of Bud.outputs is null, not a float[] of n samples.");
    assertThatNullPointerException()
        .isThrownBy(() -> bud.indexes(new float[8], 2, null))
        .withMessage("out of Bud.indexes is null, not an int[] of n classes.");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 8})
  void aSampleOfAnotherLengthIsRefused(int length) {
    String wanted =
        "The array of inputs holds " + length + " elements, but one sample has exactly 4.";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bud.index(new float[length]))
        .withMessage(wanted);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bud.outputs(new float[length], new float[3]))
        .withMessage(wanted);
  }

  @Test
  void aNetworkWithoutWeightsDoesNotAnswer() {
    VerdictsNetwork blank = new VerdictsNetwork();
    String wanted = "The network Verdicts 2-3-1 has no weights yet";
    assertThatIllegalStateException()
        .isThrownBy(() -> blank.verdict(new Pair(1, 2)))
        .withMessageStartingWith(wanted);
    assertThatIllegalStateException()
        .isThrownBy(() -> blank.probability(new Pair(1, 2)))
        .withMessageStartingWith(wanted);
    assertThat(blank)
        .hasToString(
            "Verdicts: 2-3-1 (RELU, SIGMOID), loss BINARY_CROSS_ENTROPY, FLOAT, 13 parameters not"
                + " set yet, path "
                + blank.network().path());
    blank.network().initialize(1);
    assertThat(blank.probability(new Pair(1, 2))).isEqualTo(verdicts.probability(new Pair(1, 2)));
  }

  @Test
  void theTypedMethodsGoOverToOtherWeights() {
    FloatNetwork trained = new VerdictsNetwork(9).network();

    VerdictsNetwork next = new VerdictsNetwork(verdicts.network().with(trained.parameters()));

    assertThat(next.probability(new Pair(1, 2)))
        .isEqualTo(new VerdictsNetwork(9).probability(new Pair(1, 2)))
        .isNotEqualTo(verdicts.probability(new Pair(1, 2)));
    assertThat(next.network().kernels()).isSameAs(verdicts.network().kernels());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VerdictsNetwork(bud.network()))
        .withMessageStartingWith("The network is 4-19-3 (TANH, SOFTMAX)")
        .withMessageContaining("but one was expected that is 2-3-1 (RELU, SIGMOID)");
  }

  @Test
  void objectsPrintThemselves() {
    assertThat(bud.toString())
        .startsWith("Bud: 4-19-3 (TANH, SOFTMAX), loss CROSS_ENTROPY, FLOAT, 155 parameters set,");
    assertThat(bud.network()).hasToString(bud.toString());
    assertThat(BudNetwork.SHAPE.layers().getFirst())
        .hasToString("4 to 19, TANH, GLOROT, dropout 0.2");
    assertThat(bud.network().layout().toString()).startsWith("layout of 4-19-3: 155 parameters");
    assertThat(bud.network().acquire().toString()).startsWith("workspace of 4-19-3 for");
  }
}
