package dev.burin.processor.declare;

import dev.burin.processor.model.TypeReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** A type and the types around it: their names, and from where they can be seen. */
final class Enclosing {

  private Enclosing() {}

  /** The types from the outermost to the type itself. */
  static List<TypeElement> chain(TypeElement type) {
    List<TypeElement> chain = new ArrayList<>();
    Element at = type;
    while (at instanceof TypeElement each) {
      chain.addFirst(each);
      at = each.getEnclosingElement();
    }
    return chain;
  }

  /** The names of the chain with dots, such as {@code Outer.Iris}. */
  static String dotted(TypeElement type) {
    return String.join(".", names(type));
  }

  /** The type as generated code mentions it. */
  static TypeReference reference(TypeElement type, Elements elements) {
    return new TypeReference(packageName(type, elements), names(type));
  }

  static String packageName(TypeElement type, Elements elements) {
    return elements.getPackageOf(type).getQualifiedName().toString();
  }

  /** The outermost type of the chain that is private. */
  static Optional<TypeElement> hidden(TypeElement type) {
    return chain(type).stream()
        .filter(each -> each.getModifiers().contains(Modifier.PRIVATE))
        .findFirst();
  }

  /** The outermost type of the chain that a package cannot see. */
  static Optional<TypeElement> hidden(TypeElement type, String from, Elements elements) {
    boolean same = packageName(type, elements).equals(from);
    return chain(type).stream()
        .filter(
            each -> {
              Set<Modifier> modifiers = each.getModifiers();
              return same
                  ? modifiers.contains(Modifier.PRIVATE)
                  : !modifiers.contains(Modifier.PUBLIC);
            })
        .findFirst();
  }

  /** The outermost type of the chain that shares its name with a field beside it. */
  static Optional<TypeElement> behindField(TypeElement type, Elements elements) {
    return chain(type).stream()
        .filter(
            each ->
                each.getEnclosingElement() instanceof TypeElement outer
                    && ElementFilter.fieldsIn(elements.getAllMembers(outer)).stream()
                        .anyMatch(field -> field.getSimpleName().equals(each.getSimpleName())))
        .findFirst();
  }

  /** Whether every package can see the type. */
  static boolean isPublic(TypeElement type) {
    return chain(type).stream().allMatch(each -> each.getModifiers().contains(Modifier.PUBLIC));
  }

  private static List<String> names(TypeElement type) {
    return chain(type).stream().map(each -> each.getSimpleName().toString()).toList();
  }
}
