package dev.burin.processor.declare;

import dev.burin.processor.model.ComponentModel;
import dev.burin.processor.model.ComponentType;
import dev.burin.processor.report.Message;
import dev.burin.processor.report.Reporter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

/** Asks whether each component of a record is one number. */
final class ComponentsCheck {

  private final Reporter reporter;

  ComponentsCheck(Reporter reporter) {
    this.reporter = reporter;
  }

  /** The components in their order, or nothing if one is refused. */
  Optional<List<ComponentModel>> check(MethodDeclaration method, TypeElement type) {
    List<ComponentModel> components = new ArrayList<>();
    for (RecordComponentElement component : type.getRecordComponents()) {
      String accessor = component.getSimpleName().toString();
      String spelled = Spelling.of(component.asType());
      Optional<ComponentType> known = known(spelled);
      known.ifPresent(each -> components.add(new ComponentModel(accessor, each)));
      if (known.isEmpty()) {
        reporter.refuse(
            method.place(), Message.COMPONENT_TYPE, accessor, type.getSimpleName(), spelled);
      }
    }
    return components.size() == type.getRecordComponents().size()
        ? Optional.of(components)
        : Optional.empty();
  }

  private static Optional<ComponentType> known(String spelled) {
    return Arrays.stream(ComponentType.values())
        .filter(type -> type.keyword().equals(spelled))
        .findFirst();
  }
}
