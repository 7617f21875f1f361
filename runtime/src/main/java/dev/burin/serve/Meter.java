package dev.burin.serve;

import dev.burin.machine.Messages;
import dev.burin.machine.Readiness;
import dev.burin.network.NeuralNetwork;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Tells metrics what happens, and keeps what goes wrong there from those who are served. */
final class Meter {

  /** Has all predictors and served networks of a JVM make events for the flight recorder. */
  private static final String JFR = "burin.jfr";

  private final ServingMetrics metrics;
  private final AtomicBoolean failed = new AtomicBoolean();
  private volatile @Nullable Readiness last;

  private Meter(ServingMetrics metrics) {
    this.metrics = metrics;
  }

  /** One that tells those who want to hear it, or null where nobody does. */
  static @Nullable Meter of(@Nullable ServingMetrics given) {
    boolean events = "on".equals(System.getProperty(JFR));
    if (!events) {
      return given == null ? null : new Meter(given);
    }
    if (ModuleLayer.boot().findModule("jdk.jfr").isEmpty()) {
      Messages.log("There are no events for -D" + JFR + "=on: this JVM has no module jdk.jfr.");
      return given == null ? null : new Meter(given);
    }
    ServingMetrics recorder = new FlightRecorderMetrics();
    return new Meter(given == null ? recorder : ServingMetrics.all(given, recorder));
  }

  /** Whether this sample is the one of some that is timed. */
  static boolean chooses() {
    return (ThreadLocalRandom.current().nextInt() & (ServingMetrics.SAMPLED - 1)) == 0;
  }

  void computed(NeuralNetwork network, int rows, long nanos) {
    try {
      metrics.computed(rows, nanos);
    } catch (RuntimeException e) {
      failed(e);
    }
    look(network);
  }

  void sampled(NeuralNetwork network, long nanos) {
    try {
      metrics.sampled(nanos);
    } catch (RuntimeException e) {
      failed(e);
    }
    look(network);
  }

  void refused(Refusal reason) {
    try {
      metrics.refused(reason);
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  Swap swapped(Swap swap, long nanos) {
    try {
      metrics.swapped(swap, nanos);
    } catch (RuntimeException e) {
      failed(e);
    }
    return swap;
  }

  /** Tells how far the kernels are, where that is news. */
  void look(NeuralNetwork network) {
    Readiness now = network.readiness();
    if (now == last) {
      return;
    }
    synchronized (this) {
      if (now == last) {
        return;
      }
      last = now;
    }
    try {
      metrics.changedOver(now, network.path());
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  private void failed(RuntimeException e) {
    if (failed.compareAndSet(false, true)) {
      Messages.log(
          "Metrics of a predictor failed, which is told once: "
              + Objects.requireNonNullElse(e.getMessage(), e.toString()));
    }
  }
}
