package dev.burin.checks.bench;

import dev.burin.kernel.FloatNetwork;
import dev.burin.kernel.FloatTraining;
import dev.burin.optimize.AdaGrad;
import dev.burin.optimize.Adam;
import dev.burin.optimize.AdamW;
import dev.burin.optimize.Clip;
import dev.burin.optimize.FloatUpdate;
import dev.burin.optimize.Momentum;
import dev.burin.optimize.Nesterov;
import dev.burin.optimize.Optimizer;
import dev.burin.optimize.RmsProp;
import dev.burin.optimize.Schedule;
import dev.burin.optimize.Sgd;
import dev.burin.optimize.UpdatePlan;
import dev.burin.optimize.WeightDecay;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Prints what the training step of each rule takes beside that with momentum: processor time of one
 * thread, in turns in one JVM, as the median of the ratios of windows.
 */
public final class Rules {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int WINDOWS = 40;

  private Rules() {}

  private record Rule(String name, Runnable step) {}

  /**
   * Times the rules on 784-256-128-10.
   *
   * @param args the samples of a batch; 128 if absent
   */
  public static void main(String[] args) {
    int batch = args.length > 0 ? Integer.parseInt(args[0]) : 128;
    List<Rule> rules = new ArrayList<>();
    rules.add(rule(new Momentum(1e-6, 0.9), batch));
    rules.add(rule(new Sgd(1e-6), batch));
    rules.add(rule(new Nesterov(1e-6, 0.9), batch));
    rules.add(rule(new AdaGrad(1e-6), batch));
    rules.add(rule(new RmsProp(1e-6), batch));
    rules.add(rule(new RmsProp(1e-6).asCentered().withMomentum(0.9), batch));
    rules.add(rule(new Adam(1e-6), batch));
    rules.add(rule(new Adam(1e-6).withAmsgrad(), batch));
    rules.add(rule(new AdamW(1e-6), batch));
    rules.add(rule(new Momentum(1e-6, 0.9), WeightDecay.l2(1e-4), Clip.NONE, batch));
    rules.add(rule(new Momentum(1e-6, 0.9), WeightDecay.NONE, Clip.byValue(1), batch));
    rules.add(rule(new Momentum(1e-6, 0.9), WeightDecay.NONE, Clip.byNorm(1), batch));
    double[][] micros = new double[rules.size()][WINDOWS];
    for (int window = -WINDOWS / 2; window < WINDOWS; window++) {
      for (int i = 0; i < rules.size(); i++) {
        double time = micros(rules.get(i).step());
        if (window >= 0) {
          micros[i][window] = time;
        }
      }
    }
    for (int i = 0; i < rules.size(); i++) {
      double[] ratios = new double[WINDOWS];
      for (int window = 0; window < WINDOWS; window++) {
        ratios[window] = micros[i][window] / micros[0][window];
      }
      System.out.printf(
          Locale.ROOT,
          "%.3f of momentum, %.0f us: %s%n",
          median(ratios),
          median(micros[i]),
          rules.get(i).name());
    }
  }

  private static Rule rule(Optimizer optimizer, int batch) {
    return rule(optimizer, WeightDecay.NONE, Clip.NONE, batch);
  }

  private static Rule rule(Optimizer optimizer, WeightDecay decay, Clip clip, int batch) {
    FloatNetwork network = Nets.DIGITS.make();
    network.warmUp(Duration.ofMinutes(5));
    Random random = new Random(1);
    float[] x = new float[batch * 784];
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextFloat();
    }
    float[] y = new float[batch * 10];
    for (int i = 0; i < batch; i++) {
      y[i * 10 + i % 10] = 1;
    }
    FloatTraining training = FloatTraining.onKernels(network, batch, 1);
    FloatUpdate update =
        new FloatUpdate(
            new UpdatePlan(optimizer, decay, clip, Schedule.constant()), network.layout());
    long[] updates = {0};
    Runnable step =
        () -> {
          if (update.needsWholeGradient()) {
            training.gradient(x, y, batch);
          } else {
            training.propagate(x, y, batch);
          }
          update.begin(updates[0]++, 0, network.parameters(), training.gradient());
          training.step(update.weights(), update.biases());
        };
    return new Rule(optimizer + ", " + decay + ", " + clip, step);
  }

  /** Processor time of a step, of some 30 ms of them. */
  private static double micros(Runnable step) {
    long start = THREADS.getCurrentThreadCpuTime();
    int steps = 0;
    long time;
    do {
      step.run();
      steps++;
      time = THREADS.getCurrentThreadCpuTime() - start;
    } while (time < 30_000_000);
    return time / 1e3 / steps;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
