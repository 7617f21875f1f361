package dev.burin.processor;

import dev.burin.processor.emit.SourceText;
import dev.burin.processor.report.Message;
import dev.burin.processor.report.Place;
import dev.burin.processor.report.Reporter;
import java.util.HashSet;
import java.util.List;
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

  /** Claims the names of all classes of an interface, or reports the first that is taken. */
  boolean claim(List<SourceText> files, Place place, Reporter reporter) {
    List<String> names = files.stream().map(SourceText::qualifiedName).toList();
    for (String name : names) {
      if (taken.contains(name)) {
        reporter.refuse(place, Message.CLASS_NAME_TAKEN, name);
        return false;
      }
    }
    taken.addAll(names);
    return true;
  }
}
