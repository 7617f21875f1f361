package dev.burin.processor.report;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where in the author's source a sentence belongs: under a value of an annotation, under the
 * annotation, or under a declaration.
 *
 * @param element the declaration
 * @param mirror the annotation on it, if the sentence is about one
 * @param value the value in the annotation, if the sentence is about one; a value in braces counts
 */
public record Place(
    Element element, @Nullable AnnotationMirror mirror, @Nullable AnnotationValue value) {

  /** The name of a declaration. */
  public static Place of(Element element) {
    return new Place(element, null, null);
  }

  /** An annotation. */
  public static Place of(Element element, AnnotationMirror mirror) {
    return new Place(element, mirror, null);
  }

  /** A value in the same annotation. */
  public Place at(AnnotationValue inside) {
    return new Place(element, mirror, inside);
  }
}
