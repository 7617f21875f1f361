package dev.burin.processor.declare;

import dev.burin.processor.model.Scope;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Reads the names of the author's that a generated class finds around it. */
public final class ScopeReader {

  private final Elements elements;

  /** A reader that asks the compiler. */
  public ScopeReader(Elements elements) {
    this.elements = elements;
  }

  /** The names around a class that implements an interface in the interface's package. */
  public Scope read(TypeElement type) {
    Set<String> types = new HashSet<>();
    Set<String> fields = new HashSet<>();
    collect(type, types, fields);
    ModuleElement module = elements.getModuleOf(type);
    String home = Enclosing.packageName(type, elements);
    return new Scope(
        types, fields, name -> hasType(module, home.isEmpty() ? name : home + "." + name));
  }

  private static void collect(TypeElement type, Set<String> types, Set<String> fields) {
    for (Element element : type.getEnclosedElements()) {
      if (element instanceof TypeElement) {
        types.add(element.getSimpleName().toString());
      } else if (element.getKind().isField()) {
        fields.add(element.getSimpleName().toString());
      }
    }
    for (TypeMirror parent : type.getInterfaces()) {
      if (parent instanceof DeclaredType declared
          && declared.asElement() instanceof TypeElement element) {
        collect(element, types, fields);
      }
    }
  }

  private boolean hasType(ModuleElement module, String name) {
    return (module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name))
        != null;
  }
}
