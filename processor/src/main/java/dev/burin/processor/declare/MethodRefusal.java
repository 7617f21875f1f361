package dev.burin.processor.declare;

import dev.burin.Precision;
import dev.burin.processor.model.MethodKind;
import dev.burin.processor.report.Message;
import dev.burin.processor.report.Reporter;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Says why a method cannot be computed, and names the type that stands in the way if it can. */
final class MethodRefusal {

  private final Types types;
  private final Reporter reporter;
  private final RecordForms records;
  private final Precision precision;
  private final Ends ends;

  MethodRefusal(
      Types types, Reporter reporter, RecordForms records, Precision precision, Ends ends) {
    this.types = types;
    this.reporter = reporter;
    this.records = records;
    this.precision = precision;
    this.ends = ends;
  }

  void refuse(MethodDeclaration method) {
    if (ArrayForms.fitsButForElement(method) || RecordForms.fitsButForElement(method)) {
      elementType(method);
      return;
    }
    boolean input = inputIsNoRecord(method);
    boolean result = resultIsNoEnum(method);
    boolean understood =
        (input && (result || records.answers(method)))
            || (result && records.takesOneSample(method));
    if (!understood) {
      String list = ArrayForms.understood(precision, ends);
      reporter.refuse(method.place(), Message.METHOD_UNKNOWN, method.spelled(), list);
    }
    if (input) {
      records.checkAnswer(method, ends);
    }
    if (result) {
      records.checkInput(method, ends);
    }
  }

  private void elementType(MethodDeclaration method) {
    String element = MethodKind.element(precision);
    Precision other = precision == Precision.FLOAT ? Precision.DOUBLE : Precision.FLOAT;
    String wrong = MethodKind.element(other);
    reporter.refuse(
        method.place(),
        Message.ELEMENT_TYPE,
        method.spelled(),
        element,
        ArrayForms.withElement(method.spelled(), wrong, element),
        other,
        wrong);
  }

  private boolean inputIsNoRecord(MethodDeclaration method) {
    if (method.parameterTypes().size() != 1) {
      return false;
    }
    Optional<TypeElement> input = stranger(method.parameterTypes().getFirst(), ElementKind.RECORD);
    input.ifPresent(
        type ->
            reporter.refuse(
                method.parameterPlace(0),
                Message.NOT_A_RECORD,
                type.getSimpleName(),
                Spelling.kind(type),
                ends.inputs().isPresent()
                    ? Spelling.count(ends.inputs().getAsInt(), "numeric component")
                    : "one numeric component per input",
                MethodKind.element(precision)));
    return input.isPresent();
  }

  private boolean resultIsNoEnum(MethodDeclaration method) {
    if (method.parameterTypes().size() != 1) {
      return false;
    }
    Optional<TypeElement> result = stranger(method.result(), ElementKind.ENUM);
    result.ifPresent(
        type ->
            reporter.refuse(
                method.place(),
                Message.NOT_AN_ENUM,
                type.getSimpleName(),
                Spelling.kind(type),
                ends.hasManyOutputs()
                    ? Spelling.count(ends.outputs().getAsInt(), "constant")
                    : "two constants",
                MethodKind.element(precision)));
    return result.isPresent();
  }

  /**
   * A declared type that is not of the kind. A boxed number is a number that is spelled wrong, and
   * Object is what a raw type leaves.
   */
  private Optional<TypeElement> stranger(TypeMirror type, ElementKind kind) {
    return RecordForms.declared(type)
        .filter(element -> element.getKind() != kind)
        .filter(element -> !element.getQualifiedName().contentEquals(Object.class.getName()))
        .filter(element -> !isBoxed(type));
  }

  private boolean isBoxed(TypeMirror type) {
    try {
      return types.unboxedType(type).getKind().isPrimitive();
    } catch (IllegalArgumentException noBox) {
      return false;
    }
  }
}
