package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.data.Dataset;
import dev.burin.network.FloatNetwork;
import dev.burin.optimize.Schedule;
import dev.burin.optimize.Sgd;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a learning rate is reduced, and by how much. */
class PlateauTest {

  /** The factors after each value, by PyTorch's rule. */
  private static List<Double> factors(ReduceOnPlateau settings, double rate, double... values) {
    Plateau plateau = new Plateau(settings, rate);
    Schedule schedule = plateau.over(Schedule.constant());
    List<Double> factors = new ArrayList<>();
    for (double value : values) {
      plateau.epochEnded(value);
      factors.add(schedule.factor(0, 0));
    }
    return factors;
  }

  @Test
  void afterMoreEpochsThanPatienceThatAreNotBetter() {
    assertThat(factors(new ReduceOnPlateau(0.5, 2), 1, 5, 5, 5, 5, 5, 5, 5, 4, 4))
        .containsExactly(1.0, 1.0, 1.0, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25);
  }

  @Test
  void betterIsBelowAShareOfTheBest() {
    ReduceOnPlateau settings = new ReduceOnPlateau(0.5, 0).withThreshold(0.1);
    assertThat(factors(settings, 1, 10, 9.5, 9.1, 8.9, 8.2, Double.NaN, 8))
        .containsExactly(1.0, 0.5, 0.25, 0.25, 0.125, 0.0625, 0.0625);
  }

  @Test
  void epochsOfACooldownDoNotCount() {
    ReduceOnPlateau settings = new ReduceOnPlateau(0.5, 0).withCooldown(2);
    assertThat(factors(settings, 1, 1, 1, 1, 1, 1, 1))
        .containsExactly(1.0, 0.5, 0.5, 0.5, 0.25, 0.25);
  }

  @Test
  void theLeastRateIsAFloorAndNoRise() {
    ReduceOnPlateau settings = new ReduceOnPlateau(0.1, 0).withLeast(0.05);
    assertThat(factors(settings, 0.1, 1, 1, 1)).containsExactly(1.0, 0.5, 0.5);
    assertThat(factors(settings, 0.01, 1, 1, 1)).containsExactly(1.0, 1.0, 1.0);
  }

  @Test
  void itIsTheRateThatIsReduced() {
    Dataset data = Samples.halves(20, 3, 1);
    FloatNetwork reduced = Samples.floats(3, 4, 1);
    // Nothing is below 0.01 % of the first cost, so that each epoch from the second on reduces.
    Trainer.builder()
        .optimizer(new Sgd(0.5))
        .epochs(4)
        .reduceOnPlateau(new ReduceOnPlateau(0.5, 0).withThreshold(0.9999))
        .build()
        .train(reduced, data);
    FloatNetwork expected = Samples.floats(3, 4, 1);
    Trainer.builder()
        .optimizer(new Sgd(0.5))
        .schedule(Schedule.byUpdate(t -> t < 2 ? 1 : t == 2 ? 0.5 : 0.25))
        .epochs(4)
        .build()
        .train(expected, data);
    assertThat(reduced.parameters()).containsExactly(expected.parameters());
  }

  @Test
  void settingsAreChecked() {
    refused(() -> new ReduceOnPlateau(1, 2), "factor of the reduction on a plateau is 1.0; give");
    refused(() -> new ReduceOnPlateau(Double.NaN, 2), "factor");
    refused(() -> new ReduceOnPlateau(0.1, -1), "patience of the reduction on a plateau is -1;");
    refused(() -> new ReduceOnPlateau().withThreshold(1), "threshold");
    refused(() -> new ReduceOnPlateau().withCooldown(-1), "cooldown");
    refused(() -> new ReduceOnPlateau().withLeast(Double.POSITIVE_INFINITY), "least learning rate");
    assertThat(new ReduceOnPlateau())
        .hasToString(
            "ReduceOnPlateau[factor=0.1, patience=10, threshold=1.0E-4, cooldown=0, least=0.0]");
  }

  private static void refused(Runnable made, String what) {
    assertThatThrownBy(made::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The " + what);
  }
}
