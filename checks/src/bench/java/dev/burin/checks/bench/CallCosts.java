package dev.burin.checks.bench;

import dev.burin.network.FloatNetwork;
import dev.burin.network.InputScaling;
import dev.burin.network.InputType;
import dev.burin.serve.FlightRecorderMetrics;
import dev.burin.serve.FloatPredictor;
import dev.burin.serve.FloatPredictorBuilder;
import dev.burin.serve.Mode;
import dev.burin.serve.ServingMetrics;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a lone caller pays beside the network: through a predictor, with somebody who listens, and
 * for samples that are no arrays. Nanoseconds of thread time for a call, all in turns, medians.
 */
public final class CallCosts {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int TURNS = Integer.getInteger("turns", 31);
  private static final long TURN_NANOS = 20_000_000;
  private static final int BATCH = 64;

  private CallCosts() {}

  /** Prints a line for each kind of call, for the networks named or SMALL and FIVE_OR_EIGHT. */
  public static void main(String[] args) {
    List<String> names = args.length == 0 ? List.of("SMALL", "FIVE_OR_EIGHT") : List.of(args);
    for (String name : names) {
      FloatNetwork network = Nets.valueOf(name).make();
      network.inputScaling(InputScaling.over(255));
      network.warmUp(Duration.ofMinutes(2));
      Map<String, Runnable> calls = calls(network);
      Map<String, List<Double>> times = new LinkedHashMap<>();
      for (int turn = -3; turn < TURNS; turn++) {
        for (var call : calls.entrySet()) {
          double nanos = nanos(call.getValue());
          if (turn >= 0) {
            times.computeIfAbsent(call.getKey(), _ -> new ArrayList<>()).add(nanos);
          }
        }
      }
      times.forEach(
          (call, each) ->
              System.out.printf(Locale.ROOT, "%s, %s: %.0f ns%n", name, call, median(each)));
    }
  }

  private static Map<String, Runnable> calls(FloatNetwork network) {
    int in = network.shape().inputs();
    float[] x = new float[BATCH * in];
    Arrays.fill(x, 0.5f);
    float[] out = new float[BATCH * network.shape().outputs()];
    MemorySegment floats = Arena.global().allocate(4L * x.length);
    ByteBuffer direct = ByteBuffer.allocateDirect(4 * x.length);
    byte[] bytes = new byte[2 * x.length];
    Map<String, Runnable> calls = new LinkedHashMap<>();
    calls.put("the network", () -> network.outputs(x, 0, out, 0));
    FloatPredictorBuilder plain = FloatPredictor.of(network).mode(Mode.DIRECT);
    FloatPredictor predictor = plain.build();
    calls.put("a predictor", () -> predictor.predict(x, 0, out, 0));
    FloatPredictor heard = plain.metrics(new ServingMetrics() {}).build();
    calls.put("a predictor that is listened to", () -> heard.predict(x, 0, out, 0));
    FloatPredictor recorded = plain.metrics(new FlightRecorderMetrics()).build();
    calls.put("a predictor with an idle recorder", () -> recorded.predict(x, 0, out, 0));
    calls.put("64 rows", () -> network.outputs(x, 0, BATCH, out, 0));
    for (int n : new int[] {1, BATCH}) {
      String rows = n == 1 ? "" : n + " rows, ";
      calls.put(
          rows + "floats in a segment",
          () -> network.reading(InputType.FLOAT).outputs(floats, 0, n, out, 0));
      calls.put(
          rows + "floats in a direct buffer",
          () -> network.reading(InputType.FLOAT).outputs(direct, 0, n, out, 0));
      calls.put(
          rows + "halves in an array of bytes",
          () -> network.reading(InputType.HALF).outputs(bytes, 0, n, out, 0));
      calls.put(
          rows + "bytes in an array of bytes",
          () -> network.reading(InputType.UNSIGNED_BYTE).outputs(bytes, 0, n, out, 0));
    }
    return calls;
  }

  private static double nanos(Runnable call) {
    long start = THREADS.getCurrentThreadCpuTime();
    long end = System.nanoTime() + TURN_NANOS;
    long count = 0;
    while (System.nanoTime() < end) {
      for (int i = 0; i < 100; i++) {
        call.run();
      }
      count += 100;
    }
    return (THREADS.getCurrentThreadCpuTime() - start) / (double) count;
  }

  private static double median(List<Double> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }
}
