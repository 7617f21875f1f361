package dev.burin.processor.declare;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The lints by which javac would warn of a class that does what the interface asks for: its author
 * knows already, and cannot suppress a warning in a source that nobody wrote.
 */
final class Lints {

  private static final String RUNTIME = "dev.burin.kernel.Engraved";

  private Lints() {}

  /** Their names, as {@code @SuppressWarnings} takes them. */
  static SortedSet<String> of(NetworkDeclaration declaration, Elements elements) {
    SortedSet<String> lints = new TreeSet<>();
    Enclosing.chain(declaration.type()).forEach(type -> deprecated(type, lints));
    if (leaks(declaration.type(), elements)) {
      lints.add("exports");
    }
    Map<String, Boolean> varargs = new HashMap<>();
    for (MethodDeclaration method : declaration.methods()) {
      deprecated(method.element(), lints);
      mentioned(method.result(), lints);
      method.parameterTypes().forEach(type -> mentioned(type, lints));
      String key = method.name() + Spelling.of(method.parameterTypes());
      Boolean before = varargs.putIfAbsent(key, method.element().isVarArgs());
      if (before != null && before != method.element().isVarArgs()) {
        lints.add("overrides");
      }
    }
    return lints;
  }

  /** A record whose accessors are called, or an enum whose constants are listed. */
  private static void mentioned(TypeMirror type, Set<String> lints) {
    if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement used) {
      Stream<? extends Element> accessors =
          used.getRecordComponents().stream().map(RecordComponentElement::getAccessor);
      Stream<? extends Element> constants =
          used.getEnclosedElements().stream()
              .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT);
      Stream.of(Enclosing.chain(used).stream(), accessors, constants)
          .flatMap(each -> each)
          .forEach(each -> deprecated(each, lints));
    }
  }

  /** Whether a module shows types of the runtime to others that need not read the runtime. */
  private static boolean leaks(TypeElement type, Elements elements) {
    ModuleElement module = elements.getModuleOf(type);
    if (module == null || module.isUnnamed() || !Enclosing.isPublic(type)) {
      return false;
    }
    PackageElement home = elements.getPackageOf(type);
    boolean exported =
        ElementFilter.exportsIn(module.getDirectives()).stream()
            .anyMatch(each -> each.getTargetModules() == null && each.getPackage().equals(home));
    ModuleElement runtime = elements.getModuleOf(elements.getTypeElement(module, RUNTIME));
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
}
