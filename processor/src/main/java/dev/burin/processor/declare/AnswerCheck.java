package dev.burin.processor.declare;

import dev.burin.Activation;
import dev.burin.processor.model.EnumModel;
import dev.burin.processor.report.Message;
import dev.burin.processor.report.Reporter;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Asks whether the constants of an enum fit the outputs. */
final class AnswerCheck {

  private final Elements elements;
  private final Reporter reporter;
  private final Visibility visibility;

  AnswerCheck(Elements elements, Reporter reporter, Visibility visibility) {
    this.elements = elements;
    this.reporter = reporter;
    this.visibility = visibility;
  }

  /** The constants in their order, or nothing if the enum is refused. */
  Optional<EnumModel> check(MethodDeclaration method, TypeElement type, Ends ends) {
    List<String> constants =
        type.getEnclosedElements().stream()
            .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
            .map(Element::getSimpleName)
            .map(Object::toString)
            .toList();
    boolean good = visibility.check(method, type) && visibility.checkName(method, type);
    String name = type.getSimpleName().toString();
    if (ends.hasManyOutputs()) {
      good &= onePerOutput(method, name, constants.size(), ends.outputs().getAsInt());
    } else if (ends.hasOneOutput()) {
      good &= two(method, name, constants.size()) && probability(method, name, ends);
    }
    return good
        ? Optional.of(new EnumModel(Enclosing.reference(type, elements), constants))
        : Optional.empty();
  }

  private boolean onePerOutput(MethodDeclaration method, String name, int constants, int outputs) {
    if (constants != outputs) {
      reporter.refuse(
          method.place(),
          Message.CONSTANT_COUNT,
          name,
          Spelling.count(constants, "constant"),
          Spelling.count(outputs, "output"),
          constants < 2 ? "" : ", or give the last layer " + constants + " outputs");
    }
    return constants == outputs;
  }

  private boolean two(MethodDeclaration method, String name, int constants) {
    if (constants != 2) {
      reporter.refuse(
          method.place(),
          Message.CONSTANTS_OF_ONE,
          name,
          Spelling.count(constants, "constant"),
          constants < 2 ? "" : ", or give the last layer " + constants + " outputs");
    }
    return constants == 2;
  }

  private boolean probability(MethodDeclaration method, String name, Ends ends) {
    boolean good = ends.last().isEmpty() || ends.last().get() == Activation.SIGMOID;
    if (!good) {
      Activation last = ends.last().get();
      reporter.refuse(method.place(), Message.CONSTANTS_NEED_PROBABILITY, name, last);
    }
    return good;
  }
}
