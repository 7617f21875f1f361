package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.data.Dataset;
import dev.burin.network.FloatNetwork;
import dev.burin.optimize.Sgd;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trainings that are ended from outside, and ends that fail themselves. */
class EndingTest {

  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static TrainerBuilder sgd() {
    return Trainer.builder().optimizer(new Sgd(0.1));
  }

  @Test
  void aLengthThatIsNeverReachedTakesNoRoom() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] allocated = new long[1];
    TrainingListener enough =
        new TrainingListener() {
          @Override
          public void stepped(int iteration, double cost) {
            if (iteration == 100) {
              allocated[0] = threads.getCurrentThreadAllocatedBytes() - allocated[0];
              throw new Enough();
            }
          }
        };
    for (TrainerBuilder length :
        List.of(
            sgd().epochs(100_000_000),
            sgd().iterations(Integer.MAX_VALUE),
            sgd().epochs(500_000_000).batch(1))) {
      allocated[0] = threads.getCurrentThreadAllocatedBytes();
      assertThatThrownBy(
              () -> length.listeners(enough).build().train(Samples.floats(2, 3, 1), Samples.xor()))
          .isInstanceOf(Enough.class);
      assertThat(allocated[0]).isLessThan(10_000_000);
    }
  }

  @Test
  void theParametersOfTheMomentStayWhenAListenerThrows() {
    Dataset data = Samples.halves(12, 2, 1);
    FloatNetwork stopped = Samples.floats(2, 3, 1);
    TrainingListener enough =
        new TrainingListener() {
          @Override
          public void stepped(int iteration, double cost) {
            if (iteration == 5) {
              throw new Enough();
            }
          }
        };
    assertThatThrownBy(
            () -> sgd().iterations(100).batch(3).listeners(enough).build().train(stopped, data))
        .isInstanceOf(Enough.class);
    FloatNetwork five = Samples.floats(2, 3, 1);
    sgd().iterations(5).batch(3).build().train(five, data);
    assertThat(stopped.parameters()).containsExactly(five.parameters());
  }

  private static TrainingListener failing(String name, List<String> told) {
    return new TrainingListener() {
      @Override
      public void ended() {
        told.add(name);
        throw new IllegalArgumentException(name);
      }
    };
  }

  @Test
  void anEndThatFailsDoesNotHideADivergence() {
    List<String> told = new ArrayList<>();
    Dataset data = Samples.of(1, new float[] {1, 2, 3, 4}, 1, new float[] {1, 2, 3, 4});
    FloatNetwork network = Samples.linear(1);
    Trainer trainer =
        Trainer.builder()
            .optimizer(new Sgd(50))
            .iterations(1000)
            .listeners(failing("one", told), failing("two", told))
            .build();
    assertThatThrownBy(() -> trainer.train(network, data))
        .isInstanceOf(TrainingDivergedException.class)
        .satisfies(
            e ->
                assertThat(e.getSuppressed())
                    .extracting(Throwable::getMessage)
                    .containsExactly("one", "two"));
    assertThat(told).containsExactly("one", "two");
  }

  @Test
  void anEndThatFailsByItselfIsThrownAfterAllWereTold() {
    List<String> told = new ArrayList<>();
    Trainer trainer =
        sgd().iterations(1).listeners(failing("one", told), failing("two", told)).build();
    assertThatThrownBy(() -> trainer.train(Samples.floats(2, 3, 1), Samples.xor()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("one")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    assertThat(told).containsExactly("one", "two");
  }

  @Test
  void oneExceptionThrownTwiceIsToldOnce() {
    Enough enough = new Enough();
    TrainingListener twice =
        new TrainingListener() {
          @Override
          public void stepped(int iteration, double cost) {
            throw enough;
          }

          @Override
          public void ended() {
            throw enough;
          }
        };
    Trainer trainer = sgd().iterations(1).listeners(twice).build();
    assertThatThrownBy(() -> trainer.train(Samples.floats(2, 3, 1), Samples.xor()))
        .isSameAs(enough);
  }
}
