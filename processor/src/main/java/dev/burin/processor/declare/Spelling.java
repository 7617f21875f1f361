package dev.burin.processor.declare;

import java.util.List;
import java.util.Locale;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Types as an author would write them, without type annotations and without packages. */
final class Spelling {

  private Spelling() {}

  /** The type: {@code float[]}, {@code int}, {@code void}, {@code Flower}. */
  static String of(TypeMirror type) {
    return switch (type) {
      case ArrayType array -> of(array.getComponentType()) + "[]";
      case DeclaredType declared -> declared.asElement().getSimpleName().toString();
      default -> simple(type);
    };
  }

  /** The types, in order. */
  static List<String> of(List<? extends TypeMirror> types) {
    return types.stream().map(Spelling::of).toList();
  }

  /** What a type is, with its article. */
  static String kind(TypeElement type) {
    return switch (type.getKind()) {
      case ENUM -> "an enum";
      case RECORD -> "a record";
      case ANNOTATION_TYPE -> "an annotation";
      case INTERFACE -> "an interface";
      default -> "a class";
    };
  }

  /** A number of things, such as {@code 1 component} or {@code 3 components}. */
  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private static String simple(TypeMirror type) {
    boolean keyword = type.getKind().isPrimitive() || type.getKind() == TypeKind.VOID;
    return keyword ? type.getKind().name().toLowerCase(Locale.ROOT) : type.toString();
  }
}
