package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.data.Encoding;
import dev.burin.data.Frame;
import dev.burin.data.NumberColumn;
import dev.burin.data.Scaling;
import dev.burin.data.Table;
import dev.burin.data.TextColumn;
import dev.burin.kernel.DoubleTwin;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A network that has the scaling in its first layer answers as one that has it in front. */
class FoldedScalingTest {

  private static final Scaling SCALING =
      Scaling.of(new double[] {3, -20, 0.5}, new double[] {0.25, 8, 1});

  private static NetworkShape shape(Precision precision) {
    return NetworkShape.of(
        Loss.MEAN_SQUARED_ERROR,
        precision,
        LayerShape.of(3, 17, Activation.TANH),
        LayerShape.of(17, 2, Activation.IDENTITY));
  }

  @Test
  void answersAreNearlyThoseOfScaledInputs() {
    FloatNetwork floats = new FloatNetwork(shape(Precision.FLOAT), twin());
    floats.initialize(1);
    DoubleNetwork doubles =
        new DoubleNetwork(shape(Precision.DOUBLE), new DoubleTwin(shape(Precision.DOUBLE)));
    doubles.initialize(1);
    FloatNetwork rawFloats = FoldedScaling.into(floats, SCALING);
    DoubleNetwork rawDoubles = FoldedScaling.into(doubles, SCALING);
    Random random = new Random(2);
    for (int i = 0; i < 200; i++) {
      double[] x = new double[3];
      float[] narrow = new float[3];
      for (int k = 0; k < 3; k++) {
        narrow[k] = (float) (SCALING.shift()[k] + SCALING.divisor()[k] * random.nextGaussian());
        x[k] = narrow[k];
      }
      double[] raw = rawDoubles.outputs(x);
      float[] rawNarrow = rawFloats.outputs(narrow);
      SCALING.apply(x);
      SCALING.apply(narrow);
      double[] scaled = doubles.outputs(x);
      float[] scaledNarrow = floats.outputs(narrow);
      for (int j = 0; j < 2; j++) {
        assertThat(raw[j]).isCloseTo(scaled[j], within(1e-13));
        assertThat(rawNarrow[j]).isCloseTo(scaledNarrow[j], within(2e-5f));
      }
    }
  }

  private static FloatTwin twin() {
    return new FloatTwin(shape(Precision.FLOAT));
  }

  @Test
  void theNetworkItselfStaysAsItIs() {
    FloatNetwork network = new FloatNetwork(shape(Precision.FLOAT), twin());
    network.initialize(1);
    float[] before = network.parameters().clone();

    FoldedScaling.into(network, SCALING);

    assertThat(network.parameters()).isEqualTo(before);
  }

  @Test
  void anEncodingTellsItsScalingAndGoesOnWithoutIt() {
    Frame frame =
        new Frame(
            List.of(
                NumberColumn.of("a", 1, 2, 6),
                TextColumn.of("b", "x", "y", "x"),
                TextColumn.of("kind", "no", "yes", "no")));
    Encoding encoding = Encoding.classOf("kind").fit(frame);

    Scaling scaling = encoding.scaling();
    Table plain = encoding.unscaled().features(frame);
    Table scaled = encoding.features(frame);

    assertThat(scaling.columns()).isEqualTo(encoding.inputs());
    assertThat(plain.value(2, 0)).isEqualTo(6);
    for (int i = 0; i < 3; i++) {
      double[] row = new double[encoding.inputs()];
      plain.copyRow(i, row, 0);
      scaling.apply(row);
      for (int j = 0; j < row.length; j++) {
        assertThat(row[j]).isEqualTo(scaled.value(i, j));
      }
    }
    assertThat(encoding.unscaled().unscaled().notes()).isEqualTo(encoding.unscaled().notes());
  }

  @Test
  void whatDoesNotFitIsRefused() {
    FloatNetwork network = new FloatNetwork(shape(Precision.FLOAT), twin());
    network.initialize(1);
    Scaling two = Scaling.of(new double[2], new double[] {1, 1});
    assertThatThrownBy(() -> FoldedScaling.into(network, two))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The scaling has 2 columns, but the network reads 3 inputs; give one for each.");
    Scaling tiny = Scaling.of(new double[3], new double[] {1e-300, 1, 1});
    assertThatThrownBy(() -> FoldedScaling.into(network, tiny))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leave the scaling in front of the network");
    FloatNetwork unset = new FloatNetwork(shape(Precision.FLOAT), twin());
    assertThatThrownBy(() -> FoldedScaling.into(unset, SCALING))
        .isInstanceOf(IllegalStateException.class);
  }
}
