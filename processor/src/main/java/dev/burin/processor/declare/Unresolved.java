package dev.burin.processor.declare;

import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Asks whether a declaration mentions a type or a constant that does not exist yet: another
 * processor may be about to generate it. One that never appears is reported by javac.
 */
public final class Unresolved {

  private Unresolved() {}

  /**
   * Whether a value of the annotation, a parent, or a type in an abstract method is missing so far.
   */
  public static boolean in(NetworkDeclaration declaration) {
    return !declaration.isWhole()
        || parents(declaration.type())
        || declaration.methods().stream().anyMatch(Unresolved::in);
  }

  /** Whether a type in the method is missing so far, a record's component types included. */
  static boolean in(MethodDeclaration method) {
    return Stream.concat(Stream.of(method.result()), method.parameterTypes().stream())
        .anyMatch(type -> missing(type) || componentsMissing(type));
  }

  private static boolean parents(TypeElement type) {
    return type.getInterfaces().stream()
        .anyMatch(
            parent ->
                missing(parent)
                    || (parent instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement element
                        && parents(element)));
  }

  private static boolean componentsMissing(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement().getKind() == ElementKind.RECORD
        && declared.asElement() instanceof TypeElement element
        && element.getRecordComponents().stream()
            .map(RecordComponentElement::asType)
            .anyMatch(Unresolved::missing);
  }

  private static boolean missing(TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      return true;
    }
    return switch (type) {
      case ArrayType array -> missing(array.getComponentType());
      case DeclaredType declared ->
          declared.getTypeArguments().stream().anyMatch(Unresolved::missing);
      default -> false;
    };
  }
}
