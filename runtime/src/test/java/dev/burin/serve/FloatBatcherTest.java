package dev.burin.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.network.FloatNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens to samples that wait while a leader is held up inside of the network. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FloatBatcherTest {

  private final FloatNetwork network = Networks.seeded(4);
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Holds its first caller up. */
  private FloatNetwork held() {
    if (entered.getCount() > 0) {
      entered.countDown();
      boolean interrupted = false;
      while (goOn.getCount() > 0) {
        try {
          goOn.await();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return network;
  }

  /** A predictor of some capacity, one place of which its held leader takes. */
  private FloatPredictor held(int capacity) throws Exception {
    boolean[] built = {false};
    FloatPredictor predictor =
        FloatPredictor.serving(() -> new Plain(built[0] ? held() : network))
            .mode(Mode.BATCHING)
            .capacity(capacity)
            .build();
    built[0] = true;
    threads.submit(() -> predictor.predict(new float[5], 0, new float[3], 0));
    entered.await();
    return predictor;
  }

  private Future<Refusal> ask(FloatPredictor predictor, long nanos) {
    return threads.submit(
        () -> {
          try {
            predictor.predict(new float[5], 0, new float[3], 0, nanos);
            return null;
          } catch (RefusedException e) {
            return e.refusal();
          }
        });
  }

  private static void awaitWaiting(FloatPredictor predictor, int count) throws Exception {
    while (predictor.waiting() != count) {
      Thread.sleep(1);
    }
  }

  @AfterEach
  void end() {
    goOn.countDown();
    threads.close();
  }

  @Test
  void whatIsBeyondItsRoomIsRefusedAtOnce() throws Exception {
    FloatPredictor predictor = held(2);
    Future<Refusal> second = ask(predictor, Long.MAX_VALUE);
    awaitWaiting(predictor, 2);
    assertThat(predictor.tryPredict(new float[5], 0, new float[3], 0)).isFalse();
    assertThatThrownBy(() -> predictor.predict(new float[5], 0, new float[3], 0))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("as many samples wait as it has room for");
    goOn.countDown();
    assertThat(second.get()).isNull();
    assertThat(predictor.tryPredict(new float[5], 0, new float[3], 0)).isTrue();
  }

  @Test
  void whoseTimeIsOverIsRefusedInTheQueue() throws Exception {
    FloatPredictor predictor = held(8);
    Future<Refusal> late = ask(predictor, 1_000_000);
    Future<Refusal> patient = ask(predictor, Long.MAX_VALUE);
    assertThat(late.get()).isEqualTo(Refusal.LATE);
    assertThat(ask(predictor, 0).get()).isEqualTo(Refusal.LATE);
    goOn.countDown();
    assertThat(patient.get()).isNull();
    awaitWaiting(predictor, 0);
  }

  @Test
  void anInterruptedCallerLeavesAndStaysInterrupted() throws Exception {
    FloatPredictor predictor = held(8);
    List<Object> seen = new ArrayList<>();
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    predictor.predict(new float[5], 0, new float[3], 0);
                  } catch (RefusedException e) {
                    seen.add(e.refusal());
                    seen.add(Thread.currentThread().isInterrupted());
                  }
                });
    awaitWaiting(predictor, 2);
    caller.interrupt();
    caller.join();
    assertThat(seen).containsExactly(Refusal.INTERRUPTED, true);
    goOn.countDown();
    awaitWaiting(predictor, 0);
  }

  @Test
  void closingAnswersWhatWasAccepted() throws Exception {
    FloatPredictor predictor = held(8);
    Future<Refusal> accepted = ask(predictor, Long.MAX_VALUE);
    awaitWaiting(predictor, 2);
    Future<?> closing = threads.submit(predictor::close);
    // With a deadline, as one that comes before the predictor closes is accepted, and would wait.
    while (ask(predictor, 1_000_000).get(10, TimeUnit.SECONDS) != Refusal.CLOSED) {
      Thread.sleep(1);
    }
    assertThat(closing.isDone()).isFalse();
    goOn.countDown();
    assertThat(accepted.get()).isNull();
    closing.get();
    assertThat(predictor.waiting()).isZero();
  }

  @Test
  void whoIsBehindOneThatLeftIsServed() throws Exception {
    for (int round = 0; round < 300; round++) {
      try (FloatPredictor predictor =
          FloatPredictor.of(network).mode(Mode.BATCHING).rows(2).capacity(64).build()) {
        List<Future<Refusal>> answers = new ArrayList<>();
        for (int client = 0; client < 32; client++) {
          answers.add(ask(predictor, client % 2 == 0 ? 20_000 : Long.MAX_VALUE));
        }
        for (int client = 1; client < 32; client += 2) {
          assertThat(answers.get(client).get()).isNull();
        }
      }
    }
  }
}
