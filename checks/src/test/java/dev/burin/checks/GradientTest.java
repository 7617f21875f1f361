package dev.burin.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.check.Agreement;
import dev.burin.check.Batch;
import dev.burin.check.GradientCheck;
import dev.burin.check.GradientReport;
import dev.burin.machine.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradients of generated kernels against the reference in double precision. */
class GradientTest {

  /** Enough that residuals do not cancel. */
  private static final int SAMPLES = 5;

  private static double greatest;
  private static int checked;

  static List<Declaration> declarations() {
    return Sweep.CASES.stream().map(Sweep.Case::declaration).toList();
  }

  @AfterAll
  static void report() {
    System.out.printf(
        Locale.ROOT,
        "gradients: %d networks and widths, the greatest part of its bound is %.2f%n",
        checked,
        greatest);
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void agreesWithTheReference(Declaration declaration) {
    double bound = Agreement.gradient(declaration.precision());
    List<String> failures = new ArrayList<>();
    for (Width width : Width.values()) {
      GradientReport report = report(declaration, width);
      checked++;
      greatest = Math.max(greatest, report.distance() / bound);
      if (!report.passes(bound)) {
        failures.add(width + ": " + report);
      }
    }

    assertThat(failures).isEmpty();
  }

  private static GradientReport report(Declaration declaration, Width width) {
    Subject subject = Subject.of(Sweep.engraving(), declaration, width);
    long seed = declaration.toString().hashCode();
    Numbers numbers = new Numbers(seed, Numbers.Kind.PLAIN, declaration.precision());
    subject.parameters(numbers.parameters(subject.layout()));
    double[] x = numbers.inputs(declaration.shape(), SAMPLES);
    double[] y = numbers.targets(declaration.shape(), SAMPLES);
    return switch (subject) {
      case FloatSubject one ->
          GradientCheck.compare(
              one.network(), Batch.of(rounded(x), rounded(y), SAMPLES).dropping(5, 6));
      case DoubleSubject two ->
          GradientCheck.compare(two.network(), Batch.of(x, y, SAMPLES).dropping(5, 6));
    };
  }

  private static double[] rounded(double[] numbers) {
    return FloatSubject.wide(FloatSubject.narrow(numbers));
  }
}
