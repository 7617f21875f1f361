package dev.burin.checks.bench;

import dev.burin.kernel.Lanes;
import dev.burin.kernel.NetworkShape;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks that the command line chooses, as JMH reads it, beside the peak of the same
 * run, and prints a line for each: time, GFLOP/s and the share of the peak.
 */
public final class Table {

  private Table() {}

  /** Takes JMH's own arguments, such as {@code -p net=SMALL -p batch=1 inference}. */
  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .parent(new CommandLineOptions(args))
                    .include(Peak.class.getName())
                    .build())
            .run();
    double peak = 0;
    for (RunResult result : results) {
      if (result.getParams().getBenchmark().startsWith(Peak.class.getName())) {
        int lanes = Math.max(1, Lanes.chosen().bits() / Float.SIZE);
        peak = 2.0 * lanes * result.getPrimaryResult().getScore();
      }
    }
    System.out.printf(Locale.ROOT, "%npath %s, peak %.1f GFLOP/s%n%n", Lanes.chosen().path(), peak);
    System.out.println("| work | network | batch | threads | us | +/- | GFLOP/s | of peak |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    for (RunResult result : results) {
      BenchmarkParams params = result.getParams();
      if (params.getBenchmark().startsWith(Timed.class.getName())) {
        line(params, result.getPrimaryResult().getScore(), result, peak);
      }
    }
  }

  private static void line(BenchmarkParams params, double us, RunResult result, double peak) {
    NetworkShape shape = Nets.valueOf(params.getParam("net")).make().shape();
    String work = params.getBenchmark().substring(Timed.class.getName().length() + 1);
    int batch = Integer.parseInt(params.getParam("batch"));
    double gflops = work.equals("step") ? stepOperations(shape) : 2.0 * shape.multiplyAdds();
    gflops *= batch / us / 1000;
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %d | %s | %.2f | %.2f | %.1f | %.0f %% |%n",
        work,
        shape.widths(),
        batch,
        params.getParam("threads"),
        us,
        result.getPrimaryResult().getScoreError(),
        gflops,
        100 * gflops / peak);
  }

  /** Three products for each layer but the first, whose inputs need no gradient. */
  private static double stepOperations(NetworkShape shape) {
    var first = shape.layers().getFirst();
    return 2.0 * (3.0 * shape.multiplyAdds() - (double) first.in() * first.out());
  }
}
