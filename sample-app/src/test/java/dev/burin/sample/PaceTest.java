package dev.burin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.optimize.Sgd;
import dev.burin.train.Trainer;
import dev.burin.train.TrainingHistory;
import org.junit.jupiter.api.Test;

class PaceTest {

  @Test
  void thePathIsThatOfTheStepsAndNotThatOfTheWish() {
    TrainingHistory history =
        Trainer.builder()
            .optimizer(new Sgd(0.1))
            .iterations(1)
            .build()
            .train(new FiveOrEightNetwork(1), Digits.drawn(1).test());
    String path = history.stretches().getLast().path();

    assertThat(Pace.lines(history, path)).hasSize(2).contains("path " + path);
    assertThat(Pace.lines(history, "other"))
        .contains("path " + path)
        .last()
        .asString()
        .contains("before the other kernels were compiled");
  }
}
