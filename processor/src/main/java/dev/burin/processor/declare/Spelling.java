package dev.burin.processor.declare;

import java.util.List;
import java.util.Locale;
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

  private static String simple(TypeMirror type) {
    boolean keyword = type.getKind().isPrimitive() || type.getKind() == TypeKind.VOID;
    return keyword ? type.getKind().name().toLowerCase(Locale.ROOT) : type.toString();
  }
}
