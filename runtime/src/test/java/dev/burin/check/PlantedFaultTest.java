package dev.burin.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.check.FaultyGradient.Fault;
import dev.burin.shape.NetworkShape;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The check is itself checked: wrong equations do not pass it. */
class PlantedFaultTest {

  private static final int SAMPLES = 4;

  @ParameterizedTest
  @EnumSource(Fault.class)
  void everyCoordinateFindsIt(Fault fault) {
    judge(fault, GradientCheck.full());
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void directionsFindIt(Fault fault) {
    judge(fault, GradientCheck.along(8, 5));
  }

  private static void judge(Fault fault, GradientCheck check) {
    for (Loss loss : losses(fault)) {
      NetworkShape shape =
          Samples.shape(Precision.DOUBLE, loss, Activation.TANH, Activation.SIGMOID, 5, 6, 6, 3);
      ReferenceNetwork reference = Samples.reference(shape, 3);
      double[] x = Samples.inputs(shape, SAMPLES, 4);
      double[] y = Samples.targets(shape, SAMPLES, 6);

      GradientReport report =
          check.check(reference, FaultyGradient.of(reference, x, y, SAMPLES, fault), x, y, SAMPLES);

      if (fault == Fault.NONE) {
        assertThat(report.passes(Agreement.DIFFERENCES)).as(report.toString()).isTrue();
      } else {
        assertThat(report.distance()).as(report.toString()).isGreaterThan(Agreement.FAULT);
        assertThat(report.passes(Agreement.WIDE_DIFFERENCES)).isFalse();
      }
    }
  }

  private static Set<Loss> losses(Fault fault) {
    return switch (fault) {
      case L1_HALF_FORGOTTEN -> EnumSet.of(Loss.MEAN_SQUARED_ERROR);
      case L1_SLOPE_APPLIED_TO_A_FUSED_LOSS -> EnumSet.of(Loss.BINARY_CROSS_ENTROPY);
      case L1_SLOPE_FORGOTTEN ->
          EnumSet.complementOf(EnumSet.of(Loss.CROSS_ENTROPY, Loss.BINARY_CROSS_ENTROPY));
      default -> EnumSet.complementOf(EnumSet.of(Loss.CROSS_ENTROPY));
    };
  }
}
