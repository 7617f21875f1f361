package dev.burin.processor;

import dev.burin.Network;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Decides whether annotations are claimed. A strict javac warns of annotations that no processor
 * claims, and what is claimed it does not show to the processors that it asks later: so they are
 * claimed where nobody else has a use for them.
 */
final class Claim {

  private final Neighbours neighbours = Neighbours.in(NetworkProcessor.class.getClassLoader());
  private final ClassNames names;

  Claim(ClassNames names) {
    this.names = names;
  }

  /** Whether all annotations of a round are claimed. */
  boolean of(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return annotations.stream().allMatch(annotation -> isOurs(annotation, round));
  }

  /** {@code @Generated} belongs to many, but on the generated classes of this compilation. */
  private boolean isOurs(TypeElement annotation, RoundEnvironment round) {
    String name = annotation.getQualifiedName().toString();
    return !neighbours.mayRead(name)
        && (name.equals(Network.class.getName())
            || round.getElementsAnnotatedWith(annotation).stream().allMatch(this::isGenerated));
  }

  private boolean isGenerated(Element element) {
    return element instanceof TypeElement type && names.isClaimed(type);
  }
}
