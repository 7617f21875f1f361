package dev.burin.processor.declare;

import dev.burin.processor.report.Message;
import dev.burin.processor.report.Place;
import dev.burin.processor.report.Reporter;
import java.util.Collections;
import java.util.List;

/** Asks which share of its inputs each layer drops in training. */
final class DropoutCheck {

  private final Reporter reporter;

  DropoutCheck(Reporter reporter) {
    this.reporter = reporter;
  }

  boolean check(NetworkDeclaration declaration) {
    if (declaration.dropout().isEmpty()) {
      return false;
    }
    boolean good = count(declaration);
    return shares(declaration) && good;
  }

  private boolean count(NetworkDeclaration declaration) {
    if (declaration.depth().isEmpty()) {
      return false;
    }
    int given = declaration.dropout().orElseThrow().value().size();
    int depth = declaration.depth().getAsInt();
    boolean good = given == 0 || given == depth;
    if (!good) {
      Place place = declaration.dropout().orElseThrow().place();
      String example = String.join(", ", Collections.nCopies(depth, "0.2"));
      reporter.refuse(place, Message.DROPOUT_COUNT, given, depth, example);
    }
    return good;
  }

  private boolean shares(NetworkDeclaration declaration) {
    List<Written<Double>> given = declaration.dropout().orElseThrow().value();
    boolean good = true;
    for (int l = 0; l < given.size(); l++) {
      double share = given.get(l).value();
      if (!(share >= 0 && share < 1)) {
        reporter.refuse(given.get(l).place(), Message.DROPOUT_OUT_OF_RANGE, l, share);
        good = false;
      }
    }
    return good;
  }

  /** The share of layer {@code number}, counted from 1, in a declaration that is right. */
  static double share(NetworkDeclaration declaration, int number) {
    List<Written<Double>> given = declaration.dropout().orElseThrow().value();
    return given.isEmpty() ? 0 : given.get(number - 1).value();
  }
}
