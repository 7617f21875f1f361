package dev.burin.processor.declare;

import dev.burin.Activation;
import dev.burin.Initializer;
import dev.burin.Precision;
import dev.burin.processor.report.Message;
import dev.burin.processor.report.Place;
import dev.burin.processor.report.Reporter;
import dev.burin.shape.LayerShape;
import java.util.List;

/** Asks how the weights start, and whether the scale belongs to any of them. */
final class InitializersCheck {

  private final Reporter reporter;

  InitializersCheck(Reporter reporter) {
    this.reporter = reporter;
  }

  boolean check(NetworkDeclaration declaration) {
    boolean good = count(declaration);
    return scale(declaration) && good;
  }

  private boolean count(NetworkDeclaration declaration) {
    if (declaration.initializers().isEmpty() || declaration.depth().isEmpty()) {
      return false;
    }
    int given = declaration.initializers().get().value().size();
    int depth = declaration.depth().getAsInt();
    boolean good = given <= 1 || given == depth;
    if (!good) {
      Place place = declaration.initializers().get().place();
      reporter.refuse(place, Message.INITIALIZERS_COUNT, given, depth);
    }
    return good;
  }

  private boolean scale(NetworkDeclaration declaration) {
    if (declaration.scale().isEmpty()) {
      return false;
    }
    double scale = declaration.scale().get().value();
    Place place = declaration.scale().get().place();
    Precision precision = declaration.precision().map(Written::value).orElse(Precision.DOUBLE);
    if (!(scale >= precision.leastScale() && scale <= precision.greatestScale())) {
      reporter.refuse(
          place,
          Message.SCALE_OUT_OF_RANGE,
          scale,
          precision,
          precision.leastScale(),
          precision.greatestScale());
      return false;
    }
    if (declaration.scaleGiven() && declaration.initializers().isPresent() && !used(declaration)) {
      reporter.refuse(place, Message.SCALE_UNUSED);
      return false;
    }
    return true;
  }

  private static boolean used(NetworkDeclaration declaration) {
    return declaration.initializers().orElseThrow().value().stream()
        .anyMatch(initializer -> initializer.value() == Initializer.NORMAL);
  }

  /** The initializer of layer {@code number}, counted from 1, in a declaration that is right. */
  static Initializer initializer(
      NetworkDeclaration declaration, int number, Activation activation) {
    List<Written<Initializer>> given = declaration.initializers().orElseThrow().value();
    return switch (given.size()) {
      case 0 -> LayerShape.defaultInitializer(activation);
      case 1 -> given.getFirst().value();
      default -> given.get(number - 1).value();
    };
  }
}
