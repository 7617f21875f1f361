package dev.burin.processor;

import dev.burin.processor.model.NetworkModel;
import dev.burin.processor.report.Message;
import dev.burin.processor.report.Place;
import dev.burin.processor.report.Reporter;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * The names of top-level classes that sources of this compilation already have. Class files do not
 * count: the last build's generated class may well lie on the class path.
 */
final class ClassNames {

  private final Set<String> taken = new HashSet<>();

  /** Takes note of the sources of a round. */
  void take(RoundEnvironment round) {
    for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
      taken.add(type.getQualifiedName().toString());
    }
  }

  /** Claims the name of a class to be generated; one that is taken is reported. */
  boolean claim(NetworkModel model, Place place, Reporter reporter) {
    if (taken.add(model.qualifiedClassName())) {
      return true;
    }
    reporter.refuse(place, Message.CLASS_NAME_TAKEN, model.qualifiedClassName());
    return false;
  }
}
