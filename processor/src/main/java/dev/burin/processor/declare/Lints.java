package dev.burin.processor.declare;

import dev.burin.processor.model.ClassHead;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Finds the lints of javac that would speak in the generated class of what the author decided: the
 * author, who has answered for it in the interface, cannot answer once more in a generated source.
 */
final class Lints {

  private static final String ENGRAVED = "dev.burin.network.Engraved";

  private final Elements elements;
  private final Types types;

  Lints(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** The lints for {@link ClassHead}, in the order of the alphabet. */
  List<String> of(NetworkDeclaration declaration) {
    TypeElement type = declaration.type();
    SortedSet<String> lints = new TreeSet<>();
    Enclosing.chain(type).forEach(each -> deprecated(each, lints));
    for (MethodDeclaration method : declaration.methods()) {
      deprecated(method.element(), lints);
      mentioned(method.result(), lints);
      method.parameterTypes().forEach(each -> mentioned(each, lints));
    }
    if (leaks(type)) {
      lints.add("exports");
    }
    if (mixesVarargs(type)) {
      lints.add("overrides");
    }
    if (is(type, "java.io.Serializable")) {
      lints.add("serial");
    }
    if (is(type, AutoCloseable.class.getName()) && closesWithException(type)) {
      lints.add("try");
    }
    return List.copyOf(lints);
  }

  /** A record whose accessors are called, or an enum whose constants are listed. */
  private static void mentioned(TypeMirror type, Set<String> lints) {
    RecordForms.declared(type)
        .ifPresent(
            used -> {
              Stream<? extends Element> accessors =
                  used.getRecordComponents().stream().map(RecordComponentElement::getAccessor);
              Stream<? extends Element> constants =
                  used.getEnclosedElements().stream()
                      .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT);
              Stream.of(Enclosing.chain(used).stream(), accessors, constants)
                  .flatMap(each -> each)
                  .forEach(each -> deprecated(each, lints));
            });
  }

  /** Whether a module shows types of the runtime to others that need not read the runtime. */
  private boolean leaks(TypeElement type) {
    ModuleElement module = elements.getModuleOf(type);
    if (module == null || module.isUnnamed() || !Enclosing.isPublic(type)) {
      return false;
    }
    PackageElement home = elements.getPackageOf(type);
    boolean exported =
        ElementFilter.exportsIn(module.getDirectives()).stream()
            .anyMatch(each -> each.getTargetModules() == null && each.getPackage().equals(home));
    ModuleElement runtime = elements.getModuleOf(elements.getTypeElement(module, ENGRAVED));
    return exported
        && ElementFilter.requiresIn(module.getDirectives()).stream()
            .noneMatch(each -> each.isTransitive() && each.getDependency().equals(runtime));
  }

  private static void deprecated(Element element, Set<String> lints) {
    Deprecated mark = element.getAnnotation(Deprecated.class);
    if (mark != null) {
      lints.add(mark.forRemoval() ? "removal" : "deprecation");
    }
  }

  private static boolean closesWithException(TypeElement type) {
    return MethodFinder.all(type).stream()
        .filter(ExecutableElement::isDefault)
        .filter(method -> method.getSimpleName().contentEquals("close"))
        .anyMatch(method -> !method.getThrownTypes().isEmpty());
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
    return is(type, ENGRAVED);
  }
}
