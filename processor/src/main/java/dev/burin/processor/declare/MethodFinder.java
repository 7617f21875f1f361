package dev.burin.processor.declare;

import dev.burin.processor.report.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Finds the methods that a class implementing an interface has to have: declared or inherited,
 * abstract, overridden by none, and not those that every object has anyway.
 */
final class MethodFinder {

  private final Elements elements;
  private final Types types;

  MethodFinder(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** The methods, in the order of their declaration, the interface's own before inherited ones. */
  List<MethodDeclaration> find(TypeElement type) {
    Set<ExecutableElement> all = all(type);
    return all.stream()
        .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
        .filter(method -> !isOfEveryObject(method))
        .filter(method -> isOverriddenByNone(method, all, type))
        .map(method -> declaration(method, type))
        .toList();
  }

  /** The default method {@code network()}, which the generated class would override. */
  Optional<ExecutableElement> defaultNetworkMethod(TypeElement type) {
    Set<ExecutableElement> all = all(type);
    return all.stream()
        .filter(method -> method.getModifiers().contains(Modifier.DEFAULT))
        .filter(method -> method.getSimpleName().contentEquals("network"))
        .filter(method -> method.getParameters().isEmpty())
        .filter(method -> isOverriddenByNone(method, all, type))
        .findFirst();
  }

  /** All methods of an interface and of those that it extends, overridden ones included. */
  static Set<ExecutableElement> all(TypeElement type) {
    Set<ExecutableElement> all = new LinkedHashSet<>();
    collect(type, all);
    return all;
  }

  private static void collect(TypeElement type, Set<ExecutableElement> all) {
    all.addAll(ElementFilter.methodsIn(type.getEnclosedElements()));
    for (TypeMirror parent : type.getInterfaces()) {
      if (parent instanceof DeclaredType declared
          && declared.asElement() instanceof TypeElement element) {
        collect(element, all);
      }
    }
  }

  /**
   * Whether each class inherits the method from Object; a parameter called Object may be another.
   */
  private static boolean isOfEveryObject(ExecutableElement method) {
    return switch (method.getSimpleName().toString()) {
      case "toString", "hashCode" -> method.getParameters().isEmpty();
      case "equals" ->
          method.getParameters().size() == 1
              && method.getParameters().getFirst().asType() instanceof DeclaredType parameter
              && parameter.asElement() instanceof TypeElement type
              && type.getQualifiedName().contentEquals(Object.class.getName());
      default -> false;
    };
  }

  private boolean isOverriddenByNone(
      ExecutableElement method, Set<ExecutableElement> all, TypeElement type) {
    return all.stream()
        .noneMatch(other -> !other.equals(method) && elements.overrides(other, method, type));
  }

  private MethodDeclaration declaration(ExecutableElement method, TypeElement type) {
    ExecutableType member = (ExecutableType) types.asMemberOf((DeclaredType) type.asType(), method);
    Place place = Place.of(inherited(method, type) ? type : method);
    return new MethodDeclaration(method, member, place);
  }

  private static boolean inherited(ExecutableElement method, TypeElement type) {
    return !type.equals(method.getEnclosingElement());
  }
}
