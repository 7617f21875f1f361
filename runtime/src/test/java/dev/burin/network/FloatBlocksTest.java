package dev.burin.network;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.FloatTwin;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import org.junit.jupiter.api.Test;

/** What is refused; that the bits are those of one process is shown by DistributedSamplesTest. */
class FloatBlocksTest {

  private static final FloatBatch NOTHING = (from, to, x, xAt, y, yAt) -> {};

  private static FloatNetwork network() {
    NetworkShape shape =
        NetworkShape.of(
            Loss.HALF_MEAN_SQUARED_ERROR,
            Precision.FLOAT,
            LayerShape.of(2, 3, Activation.IDENTITY));
    FloatNetwork network = new FloatNetwork(shape, new FloatTwin(shape));
    network.initialize(1);
    return network;
  }

  @Test
  void needSamplesAndWhatTheyCount() {
    FloatBlocks blocks = new FloatBlocks(network(), 4, 1);
    FloatPartialSums sums = new FloatPartialSums(network().layout().length(), 0);
    assertThatThrownBy(() -> blocks.addGradients(NOTHING, 0, 4, sums))
        .hasMessage("The batch is 0 samples, not 1 or more.");
    assertThatThrownBy(() -> blocks.addGradients(NOTHING, 4, 0, sums))
        .hasMessageStartingWith("The samples of the batch count 0.0 together;");
    assertThatThrownBy(() -> blocks.addLosses(NOTHING, 4, Double.NaN, sums))
        .hasMessageStartingWith("The samples of the batch count NaN together;");
  }

  @Test
  void needSumsAsLongAsTheParameters() {
    FloatBlocks blocks = new FloatBlocks(network(), 4, 1);
    int length = network().layout().length();
    assertThatThrownBy(() -> blocks.addGradients(NOTHING, 4, 4, FloatPartialSums.ofLosses(0)))
        .hasMessage(
            "The sums are of gradients of 0 numbers, but the parameters are " + length + ".");
    // A refused call leaves the object free for the next one.
    blocks.addLosses(NOTHING, 4, 4, FloatPartialSums.ofLosses(0));
  }

  @Test
  void sumsOfOtherRangesBeginWhereThisOneEnds() {
    FloatPartialSums sums = new FloatPartialSums(1, 0);
    sums.addSum(0, new float[] {1}, 1);
    assertThatThrownBy(() -> sums.addSum(1, new float[] {1}, 1))
        .hasMessage("No partial sum of level 1 begins with block 1, which is next.");
    assertThatThrownBy(() -> FloatPartialSums.ofLosses(-1))
        .hasMessage("The range begins with block -1; blocks are counted from 0.");
    assertThatThrownBy(() -> new FloatPartialSums(1, 1).mean(network().shape(), 1))
        .hasMessageContaining("from block 1 on; a batch is all its blocks from 0 on");
  }
}
