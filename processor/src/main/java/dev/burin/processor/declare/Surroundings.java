package dev.burin.processor.declare;

import dev.burin.kernel.Contract;
import dev.burin.processor.report.Message;
import dev.burin.processor.report.Reporter;
import java.util.Optional;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Asks whether the generated class would find what it needs. One sentence here replaces a page of
 * javac's errors in a source that the author did not write.
 */
final class Surroundings {

  private final Elements elements;
  private final Reporter reporter;

  Surroundings(Elements elements, Reporter reporter) {
    this.elements = elements;
    this.reporter = reporter;
  }

  /** Reports what cannot be seen of the SIMD module and the runtime. */
  void check(NetworkDeclaration declaration) {
    TypeElement type = declaration.type();
    String name = Enclosing.dotted(type);
    ModuleElement module = elements.getModuleOf(type);
    boolean vector = sees(module, "jdk.incubator.vector.FloatVector");
    boolean runtime = sees(module, "dev.burin.network.Engraved");
    if (!vector && (module == null || module.isUnnamed())) {
      reporter.refuse(declaration.place(), Message.VECTOR_MODULE_MISSING, name);
    } else if (!vector) {
      String moduleName = module.getQualifiedName().toString();
      reporter.refuse(declaration.place(), Message.VECTOR_MODULE_NOT_READ, name, moduleName);
    }
    if (!runtime) {
      reporter.refuse(declaration.place(), Message.RUNTIME_MISSING, name);
    } else if (!contract(module).equals(String.valueOf(Contract.NUMBER))) {
      reporter.refuse(
          declaration.place(), Message.RUNTIME_OTHER, contract(module), Contract.NUMBER);
    }
  }

  /** The number of the runtime that will compile with the class, or why there is none. */
  private String contract(ModuleElement module) {
    return find(module, Contract.class.getName()).stream()
        .flatMap(type -> ElementFilter.fieldsIn(type.getEnclosedElements()).stream())
        .filter(field -> field.getSimpleName().contentEquals("NUMBER"))
        .map(field -> String.valueOf(field.getConstantValue()))
        .findFirst()
        .orElse("without a number");
  }

  /** Whether {@code @Generated} can be written; a module without java.compiler cannot see it. */
  boolean seesGenerated(TypeElement type) {
    return sees(elements.getModuleOf(type), "javax.annotation.processing.Generated");
  }

  private boolean sees(ModuleElement module, String type) {
    return find(module, type).isPresent();
  }

  private Optional<TypeElement> find(ModuleElement module, String type) {
    return Optional.ofNullable(
        module == null ? elements.getTypeElement(type) : elements.getTypeElement(module, type));
  }
}
