package dev.burin.checks.bench;

import dev.burin.machine.Lanes;
import dev.burin.shape.NetworkShape;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/**
 * Runs the benchmarks that the command line chooses, as JMH reads it, beside the peak of the same
 * run, and prints a line for each: time, GFLOP/s, the share of the peak, bytes allocated per call,
 * and how many times longer it takes than Burin with the same network, batch and threads.
 */
public final class Table {

  private static final String OURS = Timed.class.getName() + ".inference";

  private final Collection<RunResult> results;
  private final double peak;

  private Table(Collection<RunResult> results) {
    this.results = results;
    this.peak = peak(results);
  }

  /** Takes JMH's own arguments, such as {@code -p net=SMALL -p batch=1 inference}. */
  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    new Table(
            new Runner(
                    new OptionsBuilder()
                        .parent(new CommandLineOptions(args))
                        .include(Peak.class.getName())
                        .addProfiler(GCProfiler.class)
                        .build())
                .run())
        .print();
  }

  private static double peak(Collection<RunResult> results) {
    int lanes = Math.max(1, Lanes.chosen().bits() / Float.SIZE);
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().startsWith(Peak.class.getName()))
        .mapToDouble(result -> 2.0 * lanes * median(result))
        .findFirst()
        .orElse(Double.NaN);
  }

  private void print() {
    String path = Lanes.chosen().path();
    System.out.printf(Locale.ROOT, "%npath %s, peak %.1f GFLOP/s%n%n", path, peak);
    System.out.println(
        "| work | network | batch | threads | path | us | +/- | GFLOP/s | of peak | B/call"
            + " | to Burin |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
    for (RunResult result : results) {
      if (!result.getParams().getBenchmark().startsWith(Peak.class.getName())) {
        print(result, path);
      }
    }
  }

  private void print(RunResult result, String path) {
    BenchmarkParams params = result.getParams();
    NetworkShape shape = Nets.valueOf(params.getParam("net")).make().shape();
    String work = params.getBenchmark().replaceAll(".*\\.", "");
    double us = median(result);
    double gflops = Operations.perSample(work, shape) * batch(params) / us / 1000;
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %d | %s | %s | %.2f | %.2f | %.1f | %.0f %% | %.0f | %s |%n",
        work,
        shape.widths(),
        batch(params),
        threads(params),
        params.getBenchmark().startsWith(Timed.class.getName()) ? path : "-",
        us,
        spread(result),
        gflops,
        100 * gflops / peak,
        allocated(result),
        work.equals("step") ? "-" : toOurs(params, us));
  }

  /** How many times as long as our inference, or a dash where that was not timed. */
  private String toOurs(BenchmarkParams params, double us) {
    for (RunResult each : results) {
      BenchmarkParams ours = each.getParams();
      if (ours.getBenchmark().equals(OURS)
          && ours.getParam("net").equals(params.getParam("net"))
          && batch(ours) == batch(params)
          && threads(ours).equals(threads(params))) {
        return String.format(Locale.ROOT, "%.2f", us / median(each));
      }
    }
    return "-";
  }

  /** Of the iterations of all forks: what a neighbour disturbs does not move it. */
  private static double median(RunResult result) {
    return result.getPrimaryResult().getStatistics().getPercentile(50);
  }

  /** Half of what lies between the quartiles. */
  private static double spread(RunResult result) {
    Statistics iterations = result.getPrimaryResult().getStatistics();
    return (iterations.getPercentile(75) - iterations.getPercentile(25)) / 2;
  }

  private static int batch(BenchmarkParams params) {
    String batch = params.getParam("batch");
    return batch == null ? 1 : Integer.parseInt(batch);
  }

  private static String threads(BenchmarkParams params) {
    String threads = params.getParam("threads");
    return threads == null ? "1" : threads;
  }

  private static double allocated(RunResult result) {
    Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
    return bytes == null ? Double.NaN : bytes.getScore();
  }
}
