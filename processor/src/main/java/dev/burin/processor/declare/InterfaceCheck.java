package dev.burin.processor.declare;

import dev.burin.processor.model.NetworkModel;
import dev.burin.processor.report.Message;
import dev.burin.processor.report.Place;
import dev.burin.processor.report.Reporter;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Asks whether a class in the same package can implement the annotated type. */
final class InterfaceCheck {

  private final Elements elements;
  private final Reporter reporter;

  InterfaceCheck(Elements elements, Reporter reporter) {
    this.elements = elements;
    this.reporter = reporter;
  }

  /** Reports what stands in the way. */
  void check(NetworkDeclaration declaration) {
    TypeElement type = declaration.type();
    String name = type.getSimpleName().toString();
    if (!isPlainInterface(type)) {
      reporter.refuse(declaration.place(), Message.NOT_AN_INTERFACE, name, Spelling.kind(type));
      return;
    }
    if (!type.getTypeParameters().isEmpty()) {
      reporter.refuse(Place.of(type), Message.GENERIC_INTERFACE, name);
    }
    Enclosing.hidden(type)
        .ifPresent(
            outer ->
                reporter.refuse(Place.of(type), Message.PRIVATE_INTERFACE, outer.getSimpleName()));
    if (!canBeNamed(type)) {
      reporter.refuse(Place.of(type), Message.IMPLICIT_CLASS, name);
    }
    String className = NetworkModel.className(Enclosing.dotted(type));
    if (type.getModifiers().contains(Modifier.SEALED) && !permits(type, className)) {
      reporter.refuse(Place.of(type), Message.SEALED_INTERFACE, name, className);
    }
  }

  /** A file that begins with methods is a class without a name, and so is what stands in it. */
  private boolean canBeNamed(TypeElement type) {
    String outermost = Enclosing.chain(type).getFirst().getQualifiedName().toString();
    ModuleElement module = elements.getModuleOf(type);
    return module == null || elements.getTypeElement(module, outermost) != null;
  }

  /**
   * The generated class does not exist yet, so only its name, qualified or not, can be compared.
   */
  private boolean permits(TypeElement type, String className) {
    String packageName = Enclosing.packageName(type, elements);
    String qualified = packageName.isEmpty() ? className : packageName + "." + className;
    return type.getPermittedSubclasses().stream()
        .map(Object::toString)
        .anyMatch(permitted -> permitted.equals(className) || permitted.equals(qualified));
  }

  static boolean isPlainInterface(TypeElement type) {
    return type.getKind() == ElementKind.INTERFACE;
  }
}
