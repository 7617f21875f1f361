package dev.burin.processor.declare;

import dev.burin.Activation;
import dev.burin.processor.report.Message;
import dev.burin.processor.report.Reporter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Asks whether the slopes belong to layers that take one, and whether each is in its range. */
final class SlopesCheck {

  private final Reporter reporter;

  SlopesCheck(Reporter reporter) {
    this.reporter = reporter;
  }

  boolean check(NetworkDeclaration declaration) {
    if (declaration.slopes().isEmpty()) {
      return false;
    }
    boolean good = count(declaration, declaration.slopes().get());
    List<Written<Double>> slopes = declaration.slopes().get().value();
    for (int i = 0; i < slopes.size(); i++) {
      double slope = slopes.get(i).value();
      if (!(slope >= Activation.LEAST_SLOPE && slope <= Activation.GREATEST_SLOPE)) {
        reporter.refuse(
            slopes.get(i).place(),
            Message.SLOPE_OUT_OF_RANGE,
            i,
            slope,
            Activation.LEAST_SLOPE,
            Activation.GREATEST_SLOPE);
        good = false;
      }
    }
    return good;
  }

  /** Asked only of activations that javac understood; their own number is asked elsewhere. */
  private boolean count(NetworkDeclaration declaration, Written<List<Written<Double>>> slopes) {
    int given = slopes.value().size();
    if (given == 0 || declaration.activations().isEmpty()) {
      return true;
    }
    int taken = taken(declaration.activations().get().value());
    if (taken == 0) {
      String takers =
          Arrays.stream(Activation.values())
              .filter(Activation::takesSlope)
              .map(Activation::name)
              .collect(Collectors.joining(" and "));
      reporter.refuse(slopes.place(), Message.SLOPES_UNUSED, takers);
      return false;
    }
    if (given != 1 && given != taken) {
      reporter.refuse(slopes.place(), Message.SLOPES_COUNT, given, taken);
      return false;
    }
    return true;
  }

  private static int taken(List<Written<Activation>> activations) {
    return (int) activations.stream().filter(each -> each.value().takesSlope()).count();
  }

  /** The slope of layer {@code number}, counted from 1, which takes one, in a right declaration. */
  static double slope(NetworkDeclaration declaration, int number) {
    List<Written<Activation>> activations = declaration.activations().orElseThrow().value();
    List<Written<Double>> given = declaration.slopes().orElseThrow().value();
    return switch (given.size()) {
      case 0 -> activations.get(number - 1).value().defaultSlope();
      case 1 -> given.getFirst().value();
      default -> given.get(taken(activations.subList(0, number - 1))).value();
    };
  }
}
