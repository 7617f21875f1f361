package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TrainingPlanTest {

  @Test
  void aFullBatchMakesOneUpdateAnEpoch() {
    TrainingPlan plan = TrainingPlan.of(100, 0, 0, 7);
    assertThat(plan).isEqualTo(new TrainingPlan(100, 100, 7));
    assertThat(plan.fullBatch()).isTrue();
    assertThat(plan.epochs()).isEqualTo(7);
  }

  @Test
  void theLastBatchOfAnEpochCounts() {
    TrainingPlan plan = TrainingPlan.of(101, 10, 0, 3);
    assertThat(plan.iterationsPerEpoch()).isEqualTo(11);
    assertThat(plan.iterations()).isEqualTo(33);
    assertThat(plan.epochs()).isEqualTo(3);
    assertThat(plan.fullBatch()).isFalse();
  }

  @Test
  void aBrokenOffEpochIsAnEpoch() {
    assertThat(TrainingPlan.of(100, 10, 21, 0).epochs()).isEqualTo(3);
    assertThat(TrainingPlan.of(100, 10, 20, 0).epochs()).isEqualTo(2);
    assertThat(TrainingPlan.of(100, 10, 1, 0).epochs()).isEqualTo(1);
  }

  @Test
  void refusesMoreUpdatesThanCanBeCounted() {
    assertThatThrownBy(() -> TrainingPlan.of(1_000_000, 1, 0, 3000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3000000000 updates");
  }

  @Test
  void refusesSizesThatAreNone() {
    int[][] sizes = {{0, 0, 1}, {5, 0, 1}, {5, 6, 1}, {5, 5, 0}, {-1, 1, 1}, {5, 5, -1}};
    for (int[] size : sizes) {
      assertThatThrownBy(() -> new TrainingPlan(size[0], size[1], size[2]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("1 or more");
    }
  }
}
