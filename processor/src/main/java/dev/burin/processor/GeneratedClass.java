package dev.burin.processor;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Recognizes a source that this processor wrote, in whatever build. */
final class GeneratedClass {

  static final String ANNOTATION = "javax.annotation.processing.Generated";
  private static final String KERNEL = "dev.burin.kernel.";
  private static final String ENGRAVED = "dev.burin.network.Engraved";

  private GeneratedClass() {}

  /**
   * Whether the class says so, or is built on what only generated code builds on, as it does not
   * say so where {@code @Generated} cannot be seen.
   */
  static boolean is(TypeElement type) {
    return type.getAnnotationMirrors().stream().anyMatch(GeneratedClass::namesTheProcessor)
        || isContract(type.getSuperclass())
        || type.getInterfaces().stream().anyMatch(GeneratedClass::isContract);
  }

  /** Where the source lies, as far as the compiler tells. */
  static String file(TypeElement type, Elements elements) {
    try {
      return elements.getFileObjectOf(type).getName();
    } catch (UnsupportedOperationException untold) {
      return type.getSimpleName() + ".java";
    }
  }

  private static boolean namesTheProcessor(AnnotationMirror mirror) {
    return name(mirror.getAnnotationType()).equals(ANNOTATION)
        && mirror.toString().contains(NetworkProcessor.class.getName());
  }

  private static boolean isContract(TypeMirror type) {
    return type instanceof DeclaredType declared
        && (name(declared).startsWith(KERNEL) || name(declared).equals(ENGRAVED));
  }

  private static String name(DeclaredType type) {
    return type.asElement() instanceof TypeElement element
        ? element.getQualifiedName().toString()
        : "";
  }
}
