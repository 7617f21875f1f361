package dev.burin.processor.declare;

import dev.burin.Precision;
import dev.burin.processor.model.ComponentModel;
import dev.burin.processor.model.EnumModel;
import dev.burin.processor.model.MethodKind;
import dev.burin.processor.model.RecordModel;
import dev.burin.processor.report.Message;
import dev.burin.processor.report.Reporter;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/**
 * Recognizes the methods that take a sample as a record or answer with an enum, and checks their
 * records and enums.
 */
final class RecordForms {

  private final Elements elements;
  private final Reporter reporter;
  private final Visibility visibility;
  private final AnswerCheck answers;
  private final Precision precision;

  RecordForms(
      Elements elements, Reporter reporter, NetworkDeclaration declaration, Precision precision) {
    this.elements = elements;
    this.reporter = reporter;
    this.visibility = new Visibility(elements, reporter, declaration);
    this.answers = new AnswerCheck(elements, reporter, visibility);
    this.precision = precision;
  }

  /** Whether the method takes one record, or one array and gives an enum. */
  boolean reads(MethodDeclaration method) {
    return input(method).isPresent()
        ? answers(method)
        : takesOneSample(method) && answer(method).isPresent();
  }

  /** Whether the result is one that a record can have. */
  boolean answers(MethodDeclaration method) {
    String element = MethodKind.element(precision);
    String result = Spelling.of(method.result());
    return result.equals(element) || result.equals(element + "[]") || answer(method).isPresent();
  }

  /** Whether the only parameter is a record or an array of the element type. */
  boolean takesOneSample(MethodDeclaration method) {
    List<String> array = List.of(MethodKind.element(precision) + "[]");
    return input(method).isPresent() || Spelling.of(method.parameterTypes()).equals(array);
  }

  /** Whether the method would be read if its element type were the right one. */
  static boolean fitsButForElement(MethodDeclaration method) {
    String result = Spelling.of(method.result());
    List<String> parameters = Spelling.of(method.parameterTypes());
    boolean record =
        input(method).isPresent()
            && List.of("float", "double", "float[]", "double[]").contains(result);
    boolean array = List.of(List.of("float[]"), List.of("double[]")).contains(parameters);
    return record || (array && answer(method).isPresent());
  }

  /** The kind of a method that is read, or nothing if its record or its enum is refused. */
  Optional<MethodKind> of(MethodDeclaration method, Ends ends) {
    Optional<EnumModel> constants = checkAnswer(method, ends);
    Optional<RecordModel> input = checkInput(method, ends);
    if (answer(method).isPresent()) {
      return input(method).isEmpty()
          ? constants.map(MethodKind.ArrayToEnum::new)
          : input.flatMap(
              record -> constants.map(each -> new MethodKind.RecordToEnum(record, each)));
    }
    if (Spelling.of(method.result()).endsWith("[]")) {
      return input.map(MethodKind.RecordToArray::new);
    }
    if (ends.hasManyOutputs()) {
      reporter.refuse(
          method.place(),
          Message.NUMBER_OF_MANY,
          method.spelled(),
          ends.outputs().getAsInt(),
          MethodKind.element(precision));
      return Optional.empty();
    }
    return input.map(MethodKind.RecordToNumber::new);
  }

  /** The enum that answers, or nothing if there is none or it is refused. */
  Optional<EnumModel> checkAnswer(MethodDeclaration method, Ends ends) {
    return answer(method).flatMap(type -> answers.check(method, type, ends));
  }

  /** The record that is read, or nothing if there is none or it is refused. */
  Optional<RecordModel> checkInput(MethodDeclaration method, Ends ends) {
    return input(method).flatMap(type -> input(method, type, ends));
  }

  /** The class, the interface, the record, the enum that a type is of. */
  static Optional<TypeElement> declared(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
        ? Optional.of(element)
        : Optional.empty();
  }

  private static Optional<TypeElement> input(MethodDeclaration method) {
    return method.parameterTypes().size() == 1
        ? declared(method.parameterTypes().getFirst())
            .filter(type -> type.getKind() == ElementKind.RECORD)
        : Optional.empty();
  }

  private static Optional<TypeElement> answer(MethodDeclaration method) {
    return declared(method.result()).filter(type -> type.getKind() == ElementKind.ENUM);
  }

  private Optional<RecordModel> input(MethodDeclaration method, TypeElement type, Ends ends) {
    String name = type.getSimpleName().toString();
    boolean good = visibility.check(method, type);
    int count = type.getRecordComponents().size();
    if (ends.inputs().isPresent() && ends.inputs().getAsInt() != count) {
      reporter.refuse(
          method.place(),
          Message.COMPONENT_COUNT,
          name,
          Spelling.count(count, "component"),
          Spelling.count(ends.inputs().getAsInt(), "input"),
          count == 0 ? "" : ", or write layers = {" + count + ", ...}");
      good = false;
    }
    if (!type.getTypeParameters().isEmpty()) {
      reporter.refuse(method.place(), Message.TYPE_GENERIC, name);
      return Optional.empty();
    }
    Optional<List<ComponentModel>> components = new ComponentsCheck(reporter).check(method, type);
    return good
        ? components.map(list -> new RecordModel(Enclosing.reference(type, elements), list))
        : Optional.empty();
  }
}
