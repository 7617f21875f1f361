package dev.burin.processor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The annotated types that mention what another processor may be about to generate. */
final class Waiting {

  private final Set<String> names = new LinkedHashSet<>();

  /** Puts a type off until the next round, which knows it as another object. */
  void add(TypeElement type) {
    names.add(type.getQualifiedName().toString());
  }

  /** The types that waited for this round. */
  List<TypeElement> take(Elements elements) {
    List<TypeElement> types =
        names.stream().<TypeElement>map(elements::getTypeElement).filter(Objects::nonNull).toList();
    names.clear();
    return types;
  }
}
