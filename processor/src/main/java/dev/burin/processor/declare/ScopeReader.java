package dev.burin.processor.declare;

import dev.burin.processor.model.Scope;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Reads what a generated class finds around it. */
public final class ScopeReader {

  private final Elements elements;

  /** A reader that asks the compiler. */
  public ScopeReader(Elements elements) {
    this.elements = elements;
  }

  /** What is around a class that implements an interface in the interface's package. */
  public Scope read(TypeElement type) {
    Set<Element> members = new HashSet<>();
    collect(type, members);
    ModuleElement module = elements.getModuleOf(type);
    String home = Enclosing.packageName(type, elements);
    return new Scope(
        names(members, TypeElement.class),
        names(members, VariableElement.class),
        names(members, ExecutableElement.class),
        name -> hasType(module, home.isEmpty() ? name : home + "." + name));
  }

  private static void collect(TypeElement type, Set<Element> members) {
    members.addAll(type.getEnclosedElements());
    for (TypeMirror parent : type.getInterfaces()) {
      if (parent instanceof DeclaredType declared
          && declared.asElement() instanceof TypeElement element) {
        collect(element, members);
      }
    }
  }

  private static Set<String> names(Set<Element> members, Class<? extends Element> kind) {
    return members.stream()
        .filter(kind::isInstance)
        .map(member -> member.getSimpleName().toString())
        .collect(Collectors.toSet());
  }

  private boolean hasType(ModuleElement module, String name) {
    return (module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name))
        != null;
  }
}
