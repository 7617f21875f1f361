package dev.burin.processor;

import dev.burin.processor.report.Message;
import dev.burin.processor.report.Place;
import dev.burin.processor.report.Reporter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The names of top-level classes that sources of this compilation already have. Class files do not
 * count: the last build's generated class may well lie on the class path.
 */
final class ClassNames {

  private final Set<String> taken = new HashSet<>();
  private final Map<String, String> filesOfEarlierBuilds = new HashMap<>();
  private final Map<String, String> claimed = new HashMap<>();

  /** Takes note of the sources of a round. */
  void take(RoundEnvironment round, Elements elements) {
    for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
      String name = type.getQualifiedName().toString();
      if (taken.add(name) && GeneratedClass.is(type)) {
        filesOfEarlierBuilds.put(name, GeneratedClass.file(type, elements));
      }
    }
  }

  /** Whether all names are free; the first that is not is reported. */
  boolean areFree(List<String> names, Place place, Reporter reporter) {
    for (String name : names) {
      if (filesOfEarlierBuilds.containsKey(name)) {
        String file = filesOfEarlierBuilds.get(name);
        reporter.refuse(place, Message.GENERATED_SOURCE_GIVEN, name, file);
        return false;
      }
      if (claimed.containsKey(name)) {
        reporter.refuse(place, Message.CLASS_NAME_CLAIMED, name, claimed.get(name));
        return false;
      }
      if (taken.contains(name)) {
        reporter.refuse(place, Message.CLASS_NAME_TAKEN, name);
        return false;
      }
    }
    return true;
  }

  /** Claims free names for the classes of an interface. */
  void claim(List<String> names, TypeElement type) {
    taken.addAll(names);
    names.forEach(name -> claimed.put(name, type.getQualifiedName().toString()));
  }

  /** Whether a class was generated in this compilation. */
  boolean isClaimed(TypeElement type) {
    return claimed.containsKey(type.getQualifiedName().toString());
  }
}
