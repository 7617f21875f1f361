package dev.burin.processor.declare;

import dev.burin.Activation;
import dev.burin.Initializer;
import dev.burin.kernel.LayerShape;
import dev.burin.processor.report.Message;
import dev.burin.processor.report.Reporter;
import java.util.List;

/** Asks how the weights start, and whether the scale belongs to any of them. */
final class InitializersCheck {

  private final Reporter reporter;

  InitializersCheck(Reporter reporter) {
    this.reporter = reporter;
  }

  boolean check(NetworkDeclaration declaration) {
    boolean count = count(declaration);
    return scale(declaration) && count;
  }

  private boolean count(NetworkDeclaration declaration) {
    int given = declaration.initializers().value().size();
    int depth = declaration.depth();
    boolean good = given <= 1 || given == depth;
    if (!good && depth >= 1) {
      reporter.refuse(declaration.initializers().place(), Message.INITIALIZERS_COUNT, given, depth);
    }
    return good;
  }

  private boolean scale(NetworkDeclaration declaration) {
    double scale = declaration.scale().value();
    if (!(scale > 0.0) || Double.isInfinite(scale)) {
      reporter.refuse(declaration.scale().place(), Message.SCALE_OUT_OF_RANGE, scale);
      return false;
    }
    boolean used =
        declaration.initializers().value().stream()
            .anyMatch(initializer -> initializer.value() == Initializer.NORMAL);
    if (declaration.scaleGiven() && !used) {
      reporter.refuse(declaration.scale().place(), Message.SCALE_UNUSED);
      return false;
    }
    return true;
  }

  /** The initializer of layer {@code number}, counted from 1, in a declaration that is right. */
  static Initializer initializer(
      NetworkDeclaration declaration, int number, Activation activation) {
    List<Written<Initializer>> given = declaration.initializers().value();
    return switch (given.size()) {
      case 0 -> LayerShape.defaultInitializer(activation);
      case 1 -> given.getFirst().value();
      default -> given.get(number - 1).value();
    };
  }
}
