package dev.burin.processor.declare;

import dev.burin.processor.report.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

  private static final Set<String> OF_EVERY_OBJECT =
      Set.of("toString()", "hashCode()", "equals(Object)");

  private final Elements elements;
  private final Types types;

  MethodFinder(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** The methods, in the order of their declaration, the interface's own before inherited ones. */
  List<MethodDeclaration> find(TypeElement type) {
    Set<ExecutableElement> all = new LinkedHashSet<>();
    collect(type, all);
    return all.stream()
        .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
        .filter(method -> !OF_EVERY_OBJECT.contains(key(method)))
        .filter(method -> all.stream().noneMatch(other -> overrides(other, method, type)))
        .map(method -> declaration(method, type))
        .toList();
  }

  /** The default method {@code network()}, which the generated class would override. */
  static Optional<ExecutableElement> defaultNetworkMethod(TypeElement type) {
    Set<ExecutableElement> all = new LinkedHashSet<>();
    collect(type, all);
    return all.stream()
        .filter(method -> method.getModifiers().contains(Modifier.DEFAULT))
        .filter(method -> key(method).equals("network()"))
        .findFirst();
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

  private static String key(ExecutableElement method) {
    return method.getParameters().stream()
        .map(parameter -> Spelling.of(parameter.asType()))
        .collect(Collectors.joining(", ", method.getSimpleName() + "(", ")"));
  }

  private boolean overrides(ExecutableElement other, ExecutableElement method, TypeElement type) {
    return !other.equals(method) && elements.overrides(other, method, type);
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
