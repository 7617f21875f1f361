package dev.burin.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import javax.annotation.processing.Processor;

/**
 * The processors that javac finds beside this one. An annotation that one of them may read must not
 * be claimed: javac would not show it to those that it asks later.
 */
final class Neighbours {

  private final List<Set<String>> supported;

  private Neighbours(List<Set<String>> supported) {
    this.supported = supported;
  }

  /** The processors that a class loader knows, all but this one. */
  static Neighbours in(ClassLoader loader) {
    List<Set<String>> supported = new ArrayList<>();
    try {
      for (ServiceLoader.Provider<Processor> each :
          ServiceLoader.load(Processor.class, loader).stream().toList()) {
        if (!each.type().equals(NetworkProcessor.class)) {
          supported.add(Set.copyOf(each.get().getSupportedAnnotationTypes()));
        }
      }
    } catch (ServiceConfigurationError | RuntimeException unknown) {
      supported.add(Set.of("*"));
    }
    return new Neighbours(supported);
  }

  /** Whether one of them asks for an annotation; who asks for all asks for this one too. */
  boolean mayRead(String annotation) {
    return supported.stream()
        .flatMap(Set::stream)
        .map(pattern -> pattern.substring(pattern.indexOf('/') + 1))
        .anyMatch(
            pattern ->
                pattern.endsWith("*")
                    ? annotation.startsWith(pattern.substring(0, pattern.length() - 1))
                    : annotation.equals(pattern));
  }
}
