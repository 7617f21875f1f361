package dev.burin.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work ends with every part done once, whatever becomes of the executor. */
@Timeout(120)
class CrewTest {

  /** Keeps tasks until a test runs them. */
  private static final class Later implements Executor {
    private final List<Runnable> tasks = new ArrayList<>();

    @Override
    public void execute(Runnable task) {
      tasks.add(task);
    }
  }

  private static int[] runs(Crew crew, int parts) {
    AtomicIntegerArray runs = new AtomicIntegerArray(parts);
    crew.run(
        (part, all) -> {
          assertThat(all).isEqualTo(parts);
          runs.incrementAndGet(part);
        });
    int[] result = new int[parts];
    for (int i = 0; i < parts; i++) {
      result[i] = runs.get(i);
    }
    return result;
  }

  @Test
  void theCallerDoesEverythingWhenNobodyComes() {
    Later later = new Later();
    Crew crew = new Crew(3, later);

    assertThat(runs(crew, 3)).containsExactly(1, 1, 1);
    assertThat(runs(crew, 3)).containsExactly(1, 1, 1);
    assertThat(later.tasks).as("no task is given twice while it waits").hasSize(2);
  }

  @Test
  void thereMayBeMoreOrFewerPartsThanThreads() {
    Later later = new Later();
    Crew crew = new Crew(3, later);
    for (int parts : new int[] {7, 2, 65_535}) {
      AtomicIntegerArray runs = new AtomicIntegerArray(parts);
      crew.run((part, all) -> runs.addAndGet(part, all), parts);
      for (int part = 0; part < parts; part++) {
        assertThat(runs.get(part)).isEqualTo(parts);
      }
    }
  }

  @Test
  void onePartIsDoneByTheCallerAlone() {
    Later later = new Later();
    AtomicInteger parts = new AtomicInteger();
    new Crew(3, later).run((part, all) -> parts.addAndGet(all), 1);
    assertThat(parts).hasValue(1);
    assertThat(later.tasks).isEmpty();
  }

  @Test
  void aTaskThatSleptThroughARunOfFewerPartsDoesNothingTwice() {
    Later later = new Later();
    Crew crew = new Crew(2, later);
    crew.run((part, all) -> {}, 2);
    AtomicInteger parts = new AtomicInteger();
    crew.run(
        (part, all) -> {
          parts.incrementAndGet();
          if (part == 2) {
            later.tasks.getFirst().run();
          }
        },
        9);
    assertThat(parts).hasValue(9);
  }

  @Test
  void workIsSharedFromSoMuchForEachThreadOn() {
    assertThat(Crew.worth(0, 10, 4)).isEqualTo(1);
    assertThat(Crew.worth(19, 10, 4)).isEqualTo(1);
    assertThat(Crew.worth(20, 10, 4)).isEqualTo(2);
    assertThat(Crew.worth(Long.MAX_VALUE, 10, 4)).isEqualTo(4);
    assertThat(Crew.worth(Long.MAX_VALUE, 10, 1)).isEqualTo(1);
  }

  @Test
  void tasksThatComeTooLateFindNothingAndMayBeGivenAgain() {
    Later later = new Later();
    Crew crew = new Crew(2, later);
    AtomicInteger parts = new AtomicInteger();
    crew.run((part, all) -> parts.incrementAndGet());
    later.tasks.getFirst().run();
    assertThat(parts).hasValue(2);

    crew.run((part, all) -> parts.incrementAndGet());
    assertThat(later.tasks).hasSize(2);
    assertThat(parts).hasValue(4);
  }

  @Test
  void aTaskOfAnEarlierRunHelpsInALaterOne() {
    Later later = new Later();
    Crew crew = new Crew(2, later);
    crew.run((part, all) -> {});
    List<Integer> order = new ArrayList<>();
    crew.run(
        (part, all) -> {
          order.add(part);
          if (part == 0) {
            later.tasks.getFirst().run();
            assertThat(order).containsExactly(0, 1);
          }
        });
    assertThat(order).containsExactly(0, 1);
  }

  @Test
  void theCallerWaitsForPartsThatOthersCompute() throws InterruptedException {
    CountDownLatch both = new CountDownLatch(2);
    AtomicInteger done = new AtomicInteger();
    Thread caller = Thread.currentThread();
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      new Crew(2, executor)
          .run(
              (part, all) -> {
                both.countDown();
                await(both);
                if (Thread.currentThread() != caller) {
                  while (caller.getState() == Thread.State.RUNNABLE) {
                    Thread.onSpinWait();
                  }
                }
                done.incrementAndGet();
              });
      assertThat(done).hasValue(2);
    }
  }

  @Test
  void anInterruptDoesNotEndTheWaitAndStaysSet() {
    CountDownLatch both = new CountDownLatch(2);
    AtomicInteger done = new AtomicInteger();
    Thread caller = Thread.currentThread();
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      new Crew(2, executor)
          .run(
              (part, all) -> {
                both.countDown();
                await(both);
                if (Thread.currentThread() == caller) {
                  caller.interrupt();
                } else {
                  while (caller.getState() == Thread.State.RUNNABLE) {
                    Thread.onSpinWait();
                  }
                }
                done.incrementAndGet();
              });
      assertThat(done).hasValue(2);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void tasksThatAreRefusedLeaveTheirPartsToTheCaller() {
    for (Throwable refusal :
        List.of(new RejectedExecutionException(), new OutOfMemoryError("native threads"))) {
      Executor refusing =
          task -> {
            Crew.<RuntimeException>raise(refusal);
          };
      Crew crew = new Crew(4, refusing);
      assertThat(runs(crew, 4)).containsExactly(1, 1, 1, 1);
      assertThat(runs(crew, 4)).containsExactly(1, 1, 1, 1);
    }
    ExecutorService closed = Executors.newFixedThreadPool(1);
    closed.shutdown();
    assertThat(runs(new Crew(2, closed), 2)).containsExactly(1, 1);
  }

  @Test
  void anExecutorThatFailsIsToldWhenTheWorkIsDone() {
    AtomicInteger done = new AtomicInteger();
    Executor broken =
        task -> {
          throw new IllegalStateException("broken executor");
        };
    Crew crew = new Crew(2, broken);
    assertThatThrownBy(() -> crew.run((part, all) -> done.incrementAndGet()))
        .hasMessage("broken executor");
    assertThat(done).hasValue(2);
  }

  @Test
  void anExecutorMayRunItsTasksOnTheCaller() {
    assertThat(runs(new Crew(3, Runnable::run), 3)).containsExactly(1, 1, 1);
  }

  /** A full heap used to end the task of the pool before it could say that it had ended. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatAPartThrowsIsThrownByTheRunAndTheNextRunIsSound(boolean byTheCaller) {
    OutOfMemoryError full = new OutOfMemoryError("full heap");
    Thread caller = Thread.currentThread();
    CountDownLatch both = new CountDownLatch(2);
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Crew crew = new Crew(2, executor);
      assertThatThrownBy(
              () ->
                  crew.run(
                      (part, all) -> {
                        both.countDown();
                        await(both);
                        if ((Thread.currentThread() == caller) == byTheCaller) {
                          throw full;
                        }
                      }))
          .isSameAs(full);
      assertThat(runs(crew, 2)).containsExactly(1, 1);
    }
  }

  @Test
  void callersInsideOfPoolsNeedNoneOfTheirThreads() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (ForkJoinPool busy = new ForkJoinPool(1);
        ForkJoinPool callers = new ForkJoinPool(1);
        ExecutorService stealing = Executors.newWorkStealingPool(1)) {
      busy.execute(() -> await(never));
      for (ExecutorService pool : List.of(callers, stealing)) {
        assertThat(pool.submit(() -> runs(new Crew(4, busy), 4)).get()).containsExactly(1, 1, 1, 1);
        assertThat(pool.submit(() -> runs(new Crew(4, pool), 4)).get()).containsExactly(1, 1, 1, 1);
      }
      never.countDown();
    }
  }

  @Test
  void aRunKeepsNothingInAPoolThatDoesNothing() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    ForkJoinPool pool = ForkJoinPool.commonPool();
    // Each thread of the pool, and its spares, have something to wait for.
    for (int i = 0; i < 8 * pool.getParallelism(); i++) {
      pool.execute(() -> await(never));
    }
    try {
      long before = pool.getQueuedSubmissionCount();
      for (int i = 0; i < 1_000; i++) {
        runs(new Crew(2, pool), 2);
      }
      assertThat(pool.getQueuedSubmissionCount()).isLessThan((int) before + 100);
    } finally {
      never.countDown();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void everyPartIsDoneOnceInManyRuns(int threads) {
    for (ExecutorService pool :
        List.of(
            Executors.newFixedThreadPool(2),
            Executors.newVirtualThreadPerTaskExecutor(),
            new ForkJoinPool(2),
            Executors.newWorkStealingPool(3))) {
      try (pool) {
        Crew crew = new Crew(threads, pool);
        int[] runs = new int[threads];
        for (int run = 1; run <= 5_000; run++) {
          crew.run((part, all) -> runs[part]++);
          assertThat(runs).containsOnly(run);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, Crew.MOST_THREADS + 1, 1_000_000, Integer.MAX_VALUE})
  void numbersOfThreadsOutsideTheBoundsAreRefused(int threads) {
    assertThatThrownBy(() -> new Crew(threads, Runnable::run))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The number of threads is " + threads + "; give 1 to 1024.");
  }

  @Test
  void theMostThreadsAreServed() {
    assertThat(runs(new Crew(Crew.MOST_THREADS, ForkJoinPool.commonPool()), 1024)).containsOnly(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
