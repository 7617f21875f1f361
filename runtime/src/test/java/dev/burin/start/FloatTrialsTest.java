package dev.burin.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.FloatTwin;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import dev.burin.shape.ParameterLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a trial takes is known before anything is taken. */
class FloatTrialsTest {

  private static FloatTrials trials(int... widths) {
    List<LayerShape> layers = new ArrayList<>();
    for (int l = 1; l < widths.length; l++) {
      layers.add(LayerShape.of(widths[l - 1], widths[l], Activation.TANH));
    }
    NetworkShape shape =
        NetworkShape.of(
            Loss.MEAN_SQUARED_ERROR, Precision.FLOAT, layers.toArray(LayerShape[]::new));
    return new FloatTrials(ParameterLayout.of(shape), new FloatTwin(shape));
  }

  @ParameterizedTest
  @EnumSource(Pass.class)
  void oneSampleTakesLittleMoreThanTheParameters(Pass pass) {
    FloatTrials large = trials(1024, 4096, 4096, 1024);
    double copies = large.bytes(pass) / (4.0 * large.layout().length());
    switch (pass) {
      case ONE -> assertThat(copies).isBetween(1.0, 1.1);
      case MANY -> assertThat(copies).isBetween(1.0, 1.2);
      case TRAINING -> assertThat(copies).isBetween(10.0, 11.5);
    }
  }

  /** A pass of inference has 3 rows, so no trial needs 82. */
  @Test
  void wideLayersAreTriedWithAsFewRowsAsTheyRun() {
    assertThat(trials(1, 1_000_000, 1).bytes(Pass.MANY)).isLessThan(160_000_000);
  }

  @ParameterizedTest
  @EnumSource(Pass.class)
  void trialsOfWideLayersCompare(Pass pass) {
    FloatTrials wide = trials(1, 200_000, 2);
    Trial trial = wide.trial(pass);
    trial.twin();
    trial.kernels();
    assertThat(trial.difference()).isNull();
    assertThat(wide.selfTest(pass).difference()).isNull();
  }

  @Test
  void layersThatNoArrayHoldsInRowsAreNotTriedInBatches() {
    FloatTrials many = trials(1, 30_000_000, 1);
    assertThat(many.bytes(Pass.ONE)).isLessThan(1L << 30);
    assertThat(many.bytes(Pass.MANY)).isGreaterThan(4L << 30);
    assertThat(many.bytes(Pass.TRAINING)).isEqualTo(Trials.NEVER_FITS);
    assertThat(trials(30_000_000, 1).bytes(Pass.MANY)).isEqualTo(Trials.NEVER_FITS);
    assertThat(trials(30_000_000, 1).bytes(Pass.ONE)).isLessThan(1L << 30);
  }
}
