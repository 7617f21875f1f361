package dev.burin.processor.declare;

import dev.burin.Precision;
import dev.burin.processor.model.MethodKind;
import dev.burin.processor.model.MethodModel;
import dev.burin.processor.report.Message;
import dev.burin.processor.report.Place;
import dev.burin.processor.report.Reporter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Turns the abstract methods into models, or into refusals. */
final class MethodsCheck {

  private final Elements elements;
  private final Types types;
  private final Reporter reporter;
  private final NetworkDeclaration declaration;
  private final Precision precision;

  MethodsCheck(Elements elements, Types types, Reporter reporter, NetworkDeclaration declaration) {
    this.elements = elements;
    this.types = types;
    this.reporter = reporter;
    this.declaration = declaration;
    this.precision = declaration.precision().value();
  }

  /** The models of those methods that are right. */
  List<MethodModel> check() {
    MethodFinder.defaultNetworkMethod(declaration.type()).ifPresent(this::refuseNetworkMethod);
    Map<String, MethodDeclaration> seen = new LinkedHashMap<>();
    List<MethodModel> models = new ArrayList<>();
    for (MethodDeclaration method : declaration.methods()) {
      String key = method.name() + Spelling.of(method.parameterTypes());
      MethodDeclaration before = seen.putIfAbsent(key, method);
      if (before != null) {
        clash(before, method);
      } else if (!Unresolved.in(method) && !isNetworkMethod(method)) {
        model(method).ifPresent(models::add);
      }
    }
    return models;
  }

  private void clash(MethodDeclaration before, MethodDeclaration method) {
    if (!types.isSameType(before.result(), method.result())) {
      reporter.refuse(
          method.place(), Message.METHODS_CLASH, method.name(), declaration.type().getSimpleName());
    }
  }

  /** An abstract {@code network()} is welcome where the generated one implements it. */
  private boolean isNetworkMethod(MethodDeclaration method) {
    if (!method.name().equals("network") || !method.parameterTypes().isEmpty()) {
      return false;
    }
    TypeMirror network = elements.getTypeElement("dev.burin.kernel." + networkName()).asType();
    if (!types.isSubtype(network, method.result())) {
      reporter.refuse(method.place(), Message.METHOD_NETWORK, method.spelled(), networkName());
    }
    return true;
  }

  private void refuseNetworkMethod(ExecutableElement method) {
    Place place =
        Place.of(
            declaration.type().equals(method.getEnclosingElement()) ? method : declaration.type());
    reporter.refuse(place, Message.METHOD_NETWORK, "A default method network()", networkName());
  }

  private String networkName() {
    return switch (precision) {
      case FLOAT -> "FloatNetwork";
      case DOUBLE -> "DoubleNetwork";
    };
  }

  private Optional<MethodModel> model(MethodDeclaration method) {
    if (!method.type().getTypeVariables().isEmpty()) {
      String variables =
          method.type().getTypeVariables().stream()
              .map(Object::toString)
              .collect(Collectors.joining(", ", "<", ">"));
      reporter.refuse(method.place(), Message.METHOD_GENERIC, method.spelled(), variables);
      return Optional.empty();
    }
    Optional<Ends> ends = Ends.of(declaration);
    Optional<MethodKind.Arrays> arrays = ArrayForms.of(method, precision);
    if (arrays.isPresent()) {
      return outputsFit(method, arrays.get(), ends)
          ? Optional.of(named(method, arrays.get()))
          : Optional.empty();
    }
    RecordForms records = new RecordForms(elements, reporter, declaration);
    if (records.reads(method)) {
      return records.of(method, ends).map(kind -> named(method, kind));
    }
    refuse(method);
    return Optional.empty();
  }

  private static MethodModel named(MethodDeclaration method, MethodKind kind) {
    return new MethodModel(
        method.name(), kind, method.parameterNames(), method.element().isVarArgs());
  }

  private void refuse(MethodDeclaration method) {
    String element = MethodKind.element(precision);
    String other = precision == Precision.FLOAT ? "double" : "float";
    String corrected = ArrayForms.withElement(method.spelled(), other, element);
    if (ArrayForms.fitsButForElement(method) || RecordForms.fitsButForElement(method)) {
      reporter.refuse(
          method.place(),
          Message.ELEMENT_TYPE,
          method.spelled(),
          element,
          corrected,
          precision == Precision.FLOAT ? "DOUBLE" : "FLOAT",
          other);
    } else {
      String list = ArrayForms.understood(precision);
      reporter.refuse(method.place(), Message.METHOD_UNKNOWN, method.spelled(), list);
    }
  }

  private boolean outputsFit(
      MethodDeclaration method, MethodKind.Arrays form, Optional<Ends> ends) {
    if (ends.isEmpty()) {
      return true;
    }
    int outputs = ends.get().outputs();
    String element = MethodKind.element(precision);
    return switch (form) {
      case ONE_TO_NUMBER -> {
        if (outputs > 1) {
          reporter.refuse(
              method.place(), Message.NUMBER_OF_MANY, method.spelled(), outputs, element);
        }
        yield outputs == 1;
      }
      case ONE_TO_CLASS, MANY_TO_CLASSES -> {
        if (outputs == 1) {
          String instead = form == MethodKind.Arrays.ONE_TO_CLASS ? element : element + "[] out";
          reporter.refuse(method.place(), Message.CLASS_OF_ONE, method.spelled(), instead);
        }
        yield outputs > 1;
      }
      case ONE_TO_ARRAY, ONE_TO_CALLER_ARRAY, MANY_TO_CALLER_ARRAY -> true;
    };
  }
}
