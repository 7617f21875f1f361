package dev.burin.processor.declare;

import dev.burin.Activation;
import dev.burin.Precision;
import dev.burin.processor.model.ComponentModel;
import dev.burin.processor.model.EnumModel;
import dev.burin.processor.model.MethodKind;
import dev.burin.processor.model.NetworkModel;
import dev.burin.processor.model.RecordModel;
import dev.burin.processor.report.Message;
import dev.burin.processor.report.Reporter;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Recognizes the methods that take a sample as a record, and checks their records and enums. */
final class RecordForms {

  private final Elements elements;
  private final Reporter reporter;
  private final NetworkDeclaration declaration;
  private final Precision precision;

  RecordForms(Elements elements, Reporter reporter, NetworkDeclaration declaration) {
    this.elements = elements;
    this.reporter = reporter;
    this.declaration = declaration;
    this.precision = declaration.precision().value();
  }

  /** Whether the method takes one record and gives an enum, a number or an array. */
  boolean reads(MethodDeclaration method) {
    String element = MethodKind.element(precision);
    String result = Spelling.of(method.result());
    boolean answers =
        result.equals(element)
            || result.equals(element + "[]")
            || of(method.result(), ElementKind.ENUM).isPresent();
    return answers && input(method).isPresent();
  }

  /** Whether the method would be read if its element type were the right one. */
  static boolean fitsButForElement(MethodDeclaration method) {
    String result = Spelling.of(method.result());
    return input(method).isPresent()
        && List.of("float", "double", "float[]", "double[]").contains(result);
  }

  /** The kind of a method that is read, or nothing if its record or its enum is refused. */
  Optional<MethodKind> of(MethodDeclaration method, Optional<Ends> ends) {
    Optional<RecordModel> input = input(method).flatMap(type -> input(method, type, ends));
    Optional<TypeElement> answer = of(method.result(), ElementKind.ENUM);
    if (answer.isPresent()) {
      Optional<EnumModel> constants = answer(method, answer.get(), ends);
      return input.flatMap(
          record -> constants.map(each -> new MethodKind.RecordToEnum(record, each)));
    }
    if (Spelling.of(method.result()).endsWith("[]")) {
      return input.map(MethodKind.RecordToArray::new);
    }
    if (ends.isPresent() && ends.get().outputs() > 1) {
      reporter.refuse(
          method.place(),
          Message.NUMBER_OF_MANY,
          method.spelled(),
          ends.get().outputs(),
          MethodKind.element(precision));
      return Optional.empty();
    }
    return input.map(MethodKind.RecordToNumber::new);
  }

  private static Optional<TypeElement> input(MethodDeclaration method) {
    return method.parameterTypes().size() == 1
        ? of(method.parameterTypes().getFirst(), ElementKind.RECORD)
        : Optional.empty();
  }

  private static Optional<TypeElement> of(TypeMirror type, ElementKind kind) {
    return type instanceof DeclaredType declared
            && declared.asElement().getKind() == kind
            && declared.asElement() instanceof TypeElement element
        ? Optional.of(element)
        : Optional.empty();
  }

  private Optional<RecordModel> input(
      MethodDeclaration method, TypeElement type, Optional<Ends> ends) {
    String name = type.getSimpleName().toString();
    if (!type.getTypeParameters().isEmpty()) {
      reporter.refuse(method.place(), Message.TYPE_GENERIC, name);
      return Optional.empty();
    }
    boolean good = visible(method, type);
    Optional<List<ComponentModel>> components = new ComponentsCheck(reporter).check(method, type);
    int count = type.getRecordComponents().size();
    if (ends.isPresent() && ends.get().inputs() != count) {
      reporter.refuse(method.place(), Message.COMPONENT_COUNT, name, count, ends.get().inputs());
      good = false;
    }
    return good
        ? components.map(list -> new RecordModel(Enclosing.reference(type, elements), list))
        : Optional.empty();
  }

  private Optional<EnumModel> answer(
      MethodDeclaration method, TypeElement type, Optional<Ends> ends) {
    List<String> constants =
        type.getEnclosedElements().stream()
            .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
            .map(Element::getSimpleName)
            .map(Object::toString)
            .toList();
    boolean seen = visible(method, type) && named(method, type);
    boolean fits = ends.isEmpty() || constantsFit(method, type, constants.size(), ends.get());
    return seen && fits
        ? Optional.of(new EnumModel(Enclosing.reference(type, elements), constants))
        : Optional.empty();
  }

  private boolean constantsFit(
      MethodDeclaration method, TypeElement type, int constants, Ends ends) {
    String name = type.getSimpleName().toString();
    if (ends.outputs() > 1) {
      if (constants != ends.outputs()) {
        reporter.refuse(method.place(), Message.CONSTANT_COUNT, name, constants, ends.outputs());
      }
      return constants == ends.outputs();
    }
    if (constants != 2) {
      reporter.refuse(method.place(), Message.CONSTANTS_OF_ONE, name, constants);
      return false;
    }
    if (ends.last() != Activation.SIGMOID) {
      reporter.refuse(method.place(), Message.CONSTANTS_NEED_PROBABILITY, name, ends.last());
      return false;
    }
    return true;
  }

  /** {@code Outer.E.YES} means a field of Outer called E where there is one. */
  private boolean named(MethodDeclaration method, TypeElement type) {
    Optional<TypeElement> hidden = Enclosing.behindField(type, elements);
    hidden.ifPresent(
        each ->
            reporter.refuse(
                method.place(),
                Message.NAME_HIDDEN,
                type.getQualifiedName(),
                NetworkModel.className(Enclosing.dotted(declaration.type())),
                each.getSimpleName()));
    return hidden.isEmpty();
  }

  private boolean visible(MethodDeclaration method, TypeElement type) {
    String from = Enclosing.packageName(declaration.type(), elements);
    Optional<TypeElement> hidden = Enclosing.hidden(type, from, elements);
    hidden.ifPresent(
        outer ->
            reporter.refuse(
                method.place(),
                Message.TYPE_INACCESSIBLE,
                type.getSimpleName(),
                outer.getSimpleName()));
    return hidden.isEmpty();
  }
}
