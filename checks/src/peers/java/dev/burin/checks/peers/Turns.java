package dev.burin.checks.peers;

import dev.burin.checks.bench.Nets;
import dev.burin.checks.bench.Operations;
import dev.burin.checks.bench.Peak;
import dev.burin.checks.bench.Reading;
import dev.burin.checks.bench.Timed;
import dev.burin.machine.Lanes;
import dev.burin.shape.NetworkShape;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Burin, ONNX Runtime and the peak in turns, for machines that others share: what disturbs a minute
 * disturbs all of them, and short windows find the gaps. Of sixty windows of 20 ms for each the
 * second best counts, and the median is printed beside it. Each network and batch has a JVM of its
 * own, as forks of JMH have.
 */
public final class Turns {

  private static final int WINDOWS = 60;
  private static final double WINDOW_SECONDS = 0.02;

  /** Until C2 has compiled what a step calls; the kernels of inference are waited for anyway. */
  private static final double WARM_SECONDS = 5;

  /** One window may be lucky. */
  private static final int SECOND_BEST = 1;

  private Turns() {}

  /**
   * Networks and batches, both separated by commas, then what is timed, by default {@code
   * inference,onnx}; also {@code sum} and {@code step}, and {@code inference2} and {@code step2} on
   * two threads.
   */
  public static void main(String[] args) throws Exception {
    if (args.length < 2) {
      throw new IllegalArgumentException("Name networks and batches, as in: DIGITS,SMALL 8,64");
    }
    List<String> works = List.of((args.length > 2 ? args[2] : "inference,onnx").split(",", -1));
    List<String> nets = List.of(args[0].split(",", -1));
    List<String> batches = List.of(args[1].split(",", -1));
    if (args.length > 3) {
      print(Nets.valueOf(args[0]), Integer.parseInt(args[1]), works);
      return;
    }
    for (String net : nets) {
      if (Arrays.stream(Nets.values()).noneMatch(known -> known.name().equals(net))) {
        throw new IllegalArgumentException(
            "There is no network " + net + ", only " + Arrays.toString(Nets.values()) + ".");
      }
    }
    System.out.println(
        "| work | network | batch | path | us | median | GFLOP/s | of peak | to one thread |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    for (String net : nets) {
      for (String batch : batches) {
        fork(net, batch, String.join(",", works), "forked");
      }
    }
  }

  private static void fork(String... args) throws IOException, InterruptedException {
    var jvm = ManagementFactory.getRuntimeMXBean();
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(jvm.getInputArguments());
    command.addAll(List.of("-cp", jvm.getClassPath(), Turns.class.getName()));
    command.addAll(List.of(args));
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException(String.join(" ", args) + " ended with " + exit + ".");
    }
  }

  private static void print(Nets net, int batch, List<String> works) throws Exception {
    Map<String, Callable<?>> calls = new LinkedHashMap<>();
    for (String work : works) {
      calls.put(work, call(work, net, batch));
    }
    Peak peak = new Peak();
    calls.put("peak", peak::multiplyAdds);
    Map<String, double[]> seconds = seconds(calls);
    double most =
        2.0
            * Peak.MULTIPLY_ADDS
            * Lanes.chosen().bits()
            / Float.SIZE
            / secondBest(seconds.get("peak"));
    NetworkShape shape = net.make().shape();
    for (String work : works) {
      double time = secondBest(seconds.get(work));
      double[] one = seconds.get(work.startsWith("step") ? "step" : "inference");
      double operations = Operations.perSample(work, shape) * (work.equals("sum") ? 1 : batch);
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %d | %s | %.2f | %.2f | %.1f | %.0f %% of %.0f | %s |%n",
          work,
          shape.widths(),
          batch,
          work.equals("onnx") ? "-" : Lanes.chosen().path(),
          time * 1e6,
          seconds.get(work)[WINDOWS / 2] * 1e6,
          operations / time / 1e9,
          100 * operations / time / most,
          most / 1e9,
          one == null ? "-" : String.format(Locale.ROOT, "%.2f", time / secondBest(one)));
    }
  }

  private static Callable<?> call(String work, Nets net, int batch) throws Exception {
    return switch (work) {
      case "inference" -> timed(net, batch, 1)::inference;
      case "inference2" -> timed(net, batch, 2)::inference;
      case "step" -> timed(net, batch, 1)::step;
      case "step2" -> timed(net, batch, 2)::step;
      case "sum" -> {
        Reading reading = new Reading();
        reading.net = net;
        reading.setUp();
        yield reading::sum;
      }
      case "onnx" -> {
        Peers peers = new Peers();
        peers.net = net;
        peers.batch = batch;
        peers.threads = 1;
        peers.setUp();
        yield peers::onnx;
      }
      default ->
          throw new IllegalArgumentException(
              "There is no " + work + ", only inference, inference2, onnx, step, step2 and sum.");
    };
  }

  private static Timed timed(Nets net, int batch, int threads) {
    Timed timed = new Timed();
    timed.net = net;
    timed.batch = batch;
    timed.threads = threads;
    timed.setUp();
    return timed;
  }

  /** Seconds per call in each window, ascending. */
  private static Map<String, double[]> seconds(Map<String, Callable<?>> calls) throws Exception {
    Map<String, double[]> seconds = new LinkedHashMap<>();
    for (Map.Entry<String, Callable<?>> each : calls.entrySet()) {
      window(each.getValue(), WARM_SECONDS);
      seconds.put(each.getKey(), new double[WINDOWS]);
    }
    for (int i = 0; i < WINDOWS; i++) {
      for (Map.Entry<String, double[]> each : seconds.entrySet()) {
        each.getValue()[i] = window(calls.get(each.getKey()), WINDOW_SECONDS);
      }
    }
    seconds.values().forEach(Arrays::sort);
    return seconds;
  }

  private static double secondBest(double[] ascending) {
    return ascending[SECOND_BEST];
  }

  /** As many calls as fill the time; the clock is read between groups that take long enough. */
  private static double window(Callable<?> call, double length) throws Exception {
    long begin = System.nanoTime();
    long calls = 0;
    int group = 1;
    double passed;
    do {
      for (int i = 0; i < group; i++) {
        call.call();
      }
      calls += group;
      passed = (System.nanoTime() - begin) / 1e9;
      if (passed < length / 50) {
        group *= 2;
      }
    } while (passed < length);
    return passed / calls;
  }
}
