package dev.burin.processor.declare;

import dev.burin.processor.model.ClassHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Finds the lints of javac that would speak in the generated class of what the author decided: the
 * author, who has answered for it in the interface, cannot answer once more in a generated source.
 */
final class Lints {

  private final Elements elements;
  private final Types types;

  Lints(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** The lints for {@link ClassHead}, in the order of the alphabet. */
  List<String> of(NetworkDeclaration declaration) {
    TypeElement type = declaration.type();
    List<String> lints = new ArrayList<>();
    if (mentioned(declaration).anyMatch(each -> elements.isDeprecated(each) && !isLeaving(each))) {
      lints.add("deprecation");
    }
    if (isExported(type)) {
      lints.add("exports");
    }
    if (mixesVarargs(type)) {
      lints.add("overrides");
    }
    if (mentioned(declaration).anyMatch(Lints::isLeaving)) {
      lints.add("removal");
    }
    if (is(type, "java.io.Serializable")) {
      lints.add("serial");
    }
    if (is(type, AutoCloseable.class.getName()) && closesWithException(type)) {
      lints.add("try");
    }
    return lints;
  }

  /** The interface, its methods, and the types in them with all that belongs to them. */
  private static Stream<Element> mentioned(NetworkDeclaration declaration) {
    Stream<Element> own =
        Stream.concat(
            Enclosing.chain(declaration.type()).stream(),
            MethodFinder.all(declaration.type()).stream());
    Stream<Element> others =
        declaration.methods().stream()
            .flatMap(
                method ->
                    Stream.concat(Stream.of(method.result()), method.parameterTypes().stream()))
            .flatMap(type -> RecordForms.declared(type).stream())
            .flatMap(
                type ->
                    Stream.concat(
                        Enclosing.chain(type).stream(), type.getEnclosedElements().stream()));
    return Stream.concat(own, others);
  }

  private static boolean isLeaving(Element element) {
    Deprecated deprecated = element.getAnnotation(Deprecated.class);
    return deprecated != null && deprecated.forRemoval();
  }

  private static boolean closesWithException(TypeElement type) {
    return MethodFinder.all(type).stream()
        .filter(ExecutableElement::isDefault)
        .filter(method -> method.getSimpleName().contentEquals("close"))
        .anyMatch(method -> !method.getThrownTypes().isEmpty());
  }

  /** The constants of the class are of types that the author's module may not hand on. */
  private boolean isExported(TypeElement type) {
    ModuleElement module = elements.getModuleOf(type);
    return module != null && !module.isUnnamed() && Enclosing.isPublic(type);
  }

  private boolean mixesVarargs(TypeElement type) {
    Set<ExecutableElement> all = MethodFinder.all(type);
    return all.stream()
        .filter(ExecutableElement::isVarArgs)
        .anyMatch(
            dots ->
                all.stream()
                    .filter(other -> !other.isVarArgs())
                    .filter(other -> other.getSimpleName().equals(dots.getSimpleName()))
                    .anyMatch(
                        other -> types.isSubsignature(member(other, type), member(dots, type))));
  }

  private ExecutableType member(ExecutableElement method, TypeElement type) {
    return (ExecutableType) types.asMemberOf((DeclaredType) type.asType(), method);
  }

  private boolean is(TypeElement type, String name) {
    TypeElement parent = elements.getTypeElement(name);
    TypeMirror erased = types.erasure(type.asType());
    return parent != null && types.isSubtype(erased, types.erasure(parent.asType()));
  }

  /** Whether the interface already extends the runtime's Engraved, with whatever argument. */
  boolean isEngraved(TypeElement type) {
    return is(type, "dev.burin.kernel.Engraved");
  }
}
