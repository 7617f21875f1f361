package dev.burin.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.machine.Width;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same bits from the plain twin and from every width, alone, in batches, on threads. */
class BitsTest {

  private static final int STEPS = 10;
  private static final int FEW_STEPS = 3;
  private static final double LEARNING_RATE = 1e-3;
  private static final int MOST_SINGLES = 8;
  private static final int MOST_CUTS = Sweep.LONG ? 67 : 9;

  private static long compared;
  private static long differing;
  private static int finite;

  private final List<String> differences = new ArrayList<>();

  static List<Sweep.Case> cases() {
    return Sweep.CASES;
  }

  @AfterAll
  static void report() {
    System.out.printf(
        Locale.ROOT,
        "bits: %d comparisons, %d differ; %s%n",
        compared,
        differing,
        Sweep.coverage());
    assertThat(finite).as("networks whose training stayed finite").isPositive();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void awkwardNumbers(Sweep.Case each) {
    Numbers numbers =
        new Numbers(
            each.toString().hashCode(), Numbers.Kind.AWKWARD, each.declaration().precision());
    Run twin = new Run(each, Width.PLAIN, numbers);
    twin.everything();
    twin.assertPadding("the twin");

    for (Width width : List.of(Width.V128, Width.V256, Width.V512)) {
      Run run = new Run(each, width, twin);
      run.everything();
      compare(width, twin, run);
      run.assertPadding(width.name());
    }

    assertThat(differences).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void infiniteNumbersAndNotNumbers(Sweep.Case each) {
    Numbers numbers =
        new Numbers(
            each.toString().hashCode(), Numbers.Kind.HOSTILE, each.declaration().precision());
    Run twin = new Run(each, Width.PLAIN, numbers);
    twin.forwardAndGradient();

    for (Width width : List.of(Width.V128, Width.V256, Width.V512)) {
      Run run = new Run(each, width, twin);
      run.forwardAndGradient();
      compare(width, twin, run);
    }

    assertThat(differences).isEmpty();
  }

  private void compare(Width width, Run twin, Run run) {
    assertThat(run.names).isEqualTo(twin.names);
    for (int i = 0; i < run.names.size(); i++) {
      long[] expected = twin.bits.get(i);
      long[] actual = run.bits.get(i);
      compared += expected.length;
      int at = Arrays.mismatch(expected, actual);
      if (at >= 0) {
        differing++;
        differences.add(
            String.format(
                Locale.ROOT,
                "%s: %s, element %d of %d: %s, but the twin says %s",
                width,
                run.names.get(i),
                at,
                expected.length,
                Double.longBitsToDouble(actual[at]),
                Double.longBitsToDouble(expected[at])));
      }
    }
  }

  /** One network and everything that it computed, as bits. */
  private static final class Run {
    final Subject subject;
    final List<String> names = new ArrayList<>();
    final List<long[]> bits = new ArrayList<>();
    private final int n;
    private final double[] x;
    private final double[] y;

    Run(Sweep.Case each, Width width, Numbers numbers) {
      subject = Subject.of(Sweep.engraving(), each.declaration(), width);
      n = each.batch();
      subject.parameters(numbers.parameters(subject.layout()));
      x = numbers.inputs(each.declaration().shape(), n);
      y = numbers.targets(each.declaration().shape(), n);
    }

    /** The same numbers for other kernels; the twin's parameters are those before its steps. */
    Run(Sweep.Case each, Width width, Run twin) {
      subject = Subject.of(Sweep.engraving(), each.declaration(), width);
      n = twin.n;
      x = twin.x;
      y = twin.y;
      subject.parameters(twin.start);
    }

    private double[] start = {};

    void everything() {
      forwardAndGradient();
      double[] batch = subject.batch(x, n);
      for (int s = 0; s < Math.min(n, MOST_SINGLES); s++) {
        int m = subject.layout().shape().outputs();
        double[] single = subject.single(x, s);
        keep("sample " + s, single);
        assertSame("sample " + s, single, Arrays.copyOfRange(batch, s * m, (s + 1) * m));
      }
      for (int cut = 1; cut < n; cut += Math.max(1, n / MOST_CUTS)) {
        double[] parts = subject.cut(x, n, cut);
        keep("cut at " + cut, parts);
        assertSame("cut at " + cut, parts, batch);
      }
      for (int threads = 2; threads <= 8; threads++) {
        double[] alone = gradient();
        subject.gradient(x, y, n, threads);
        keep("gradient on " + threads + " threads", gradient());
        assertSame("gradient on " + threads + " threads", gradient(), alone);
      }
      for (int step = 1; step <= STEPS; step++) {
        keep("cost before step " + step, subject.gradient(x, y, n, step % 3 + 1));
        subject.step(LEARNING_RATE);
      }
      keep("parameters after " + STEPS + " steps", parameters());
      steps();
    }

    /** Weights that move while their gradient is computed go where they would go after it. */
    private void steps() {
      double[] before = subject.parameters();
      subject.stepsApart(x, y, n, FEW_STEPS);
      double[] apart = parameters();
      for (int threads = 1; threads <= 3; threads++) {
        subject.parameters(before);
        subject.stepsTogether(x, y, n, threads, FEW_STEPS);
        keep("steps with momentum on " + threads + " threads", parameters());
        assertSame("steps with momentum on " + threads + " threads", parameters(), apart);
      }
    }

    void forwardAndGradient() {
      start = subject.parameters();
      keep("batch", subject.batch(x, n));
      keep("first sample", subject.single(x, 0));
      keep("cost", subject.cost(x, y, n));
      keep("cost with weights and dropout", subject.gradient(x, y, weights(), n, 1));
      double[] weighted = gradient();
      keep("gradient with weights and dropout", weighted);
      subject.gradient(x, y, weights(), n, 3);
      assertSame("gradient with weights and dropout on 3 threads", gradient(), weighted);
      keep("cost with gradient", subject.gradient(x, y, n, 1));
      keep("gradient", gradient());
    }

    /** Samples that count, count double, or are left out; never all of them. */
    private double[] weights() {
      double[] weights = new double[n];
      Arrays.setAll(weights, s -> (s + 1) % 4 * 0.5);
      return weights;
    }

    /** Padding stays 0 while the parameters are finite: 0 times infinity is not a number. */
    void assertPadding(String what) {
      double[] p = subject.parameters();
      BitSet real = subject.real();
      if (real.stream().allMatch(i -> Double.isFinite(p[i]))) {
        finite++;
        real.flip(0, p.length);
        assertThat(real.stream().filter(i -> p[i] != 0)).as("padding of " + what).isEmpty();
      }
    }

    private double[] parameters() {
      return subject.withoutPadding(subject.parameters());
    }

    private double[] gradient() {
      return subject.withoutPadding(subject.gradient());
    }

    private void keep(String name, double... values) {
      names.add(name);
      bits.add(Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray());
    }

    private static void assertSame(String name, double[] actual, double[] expected) {
      compared += expected.length;
      assertThat(Arrays.stream(actual).mapToLong(Double::doubleToLongBits).toArray())
          .as(name)
          .isEqualTo(Arrays.stream(expected).mapToLong(Double::doubleToLongBits).toArray());
    }
  }
}
