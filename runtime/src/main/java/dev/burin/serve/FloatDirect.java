package dev.burin.serve;

import dev.burin.network.FloatNetwork;
import dev.burin.network.InputType;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Computes on the thread of the caller, timed where somebody listens. */
final class FloatDirect {

  private final Supplier<FloatNetwork> served;
  private final @Nullable Meter meter;

  FloatDirect(Supplier<FloatNetwork> served, @Nullable Meter meter) {
    this.served = served;
    this.meter = meter;
  }

  void one(float[] x, int xAt, float[] out, int outAt) {
    FloatNetwork network = served.get();
    long start = choose();
    network.outputs(x, xAt, out, outAt);
    sampled(network, start);
  }

  /** One sample that lies in memory. */
  void one(InputType type, Object x, long xAt, float[] out, int outAt) {
    FloatNetwork network = served.get();
    long start = choose();
    network.reading(type).outputsOf(x, xAt, 1, out, outAt);
    sampled(network, start);
  }

  void many(float[] x, int xAt, int n, float[] out, int outAt) {
    FloatNetwork network = served.get();
    long start = begin();
    network.outputs(x, xAt, n, out, outAt);
    computed(network, n, start);
  }

  /** Samples that lie in memory. */
  void many(InputType type, Object x, long xAt, int n, float[] out, int outAt) {
    FloatNetwork network = served.get();
    long start = begin();
    network.reading(type).outputsOf(x, xAt, n, out, outAt);
    computed(network, n, start);
  }

  /** The time where this sample is the one that is timed, else 0. */
  private long choose() {
    return meter != null && Meter.chooses() ? System.nanoTime() : 0;
  }

  private void sampled(FloatNetwork network, long start) {
    if (meter != null && start != 0) {
      meter.sampled(network, System.nanoTime() - start);
    }
  }

  private long begin() {
    return meter == null ? 0 : System.nanoTime();
  }

  private void computed(FloatNetwork network, int rows, long start) {
    if (meter != null) {
      meter.computed(network, rows, System.nanoTime() - start);
    }
  }
}
