package dev.burin.processor.declare;

import dev.burin.Precision;
import dev.burin.processor.model.MethodKind;
import dev.burin.processor.model.MethodModel;
import dev.burin.processor.report.Message;
import dev.burin.processor.report.Place;
import dev.burin.processor.report.Reporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Turns the abstract methods into models, or into refusals. */
final class MethodsCheck {

  private final Reporter reporter;
  private final NetworkDeclaration declaration;
  private final Precision precision;
  private final Ends ends;
  private final MethodFinder finder;
  private final Twins twins;
  private final NetworkMethod networkMethod;
  private final RecordForms records;
  private final MethodRefusal refusal;

  MethodsCheck(
      Elements elements,
      Types types,
      Reporter reporter,
      NetworkDeclaration declaration,
      Precision precision) {
    this.reporter = reporter;
    this.declaration = declaration;
    this.precision = precision;
    this.ends = Ends.of(declaration);
    this.finder = new MethodFinder(elements, types);
    this.twins = new Twins(types);
    this.networkMethod = new NetworkMethod(elements, types, reporter, precision);
    this.records = new RecordForms(elements, reporter, declaration, precision);
    this.refusal = new MethodRefusal(types, reporter, records, precision, ends);
  }

  /** The models of those methods that are right. */
  List<MethodModel> check() {
    finder.defaultNetworkMethod(declaration.type()).ifPresent(this::refuseDefault);
    List<MethodModel> models = new ArrayList<>();
    for (List<MethodDeclaration> group : twins.of(declaration.methods())) {
      if (group.stream().anyMatch(Unresolved::in)) {
        continue;
      }
      Optional<MethodDeclaration> method = twins.implemented(group);
      if (method.isEmpty()) {
        clash(group);
      } else if (NetworkMethod.is(method.get())) {
        networkMethod.check(method.get());
      } else {
        model(method.get()).ifPresent(models::add);
      }
    }
    return models;
  }

  private void refuseDefault(ExecutableElement method) {
    boolean own = declaration.type().equals(method.getEnclosingElement());
    networkMethod.refuseDefault(Place.of(own ? method : declaration.type()));
  }

  private void clash(List<MethodDeclaration> group) {
    String owners =
        group.stream()
            .map(MethodDeclaration::owner)
            .distinct()
            .collect(Collectors.joining(" and from "));
    MethodDeclaration last = group.getLast();
    reporter.refuse(
        last.place(),
        Message.METHODS_CLASH,
        last.name(),
        owners,
        declaration.type().getSimpleName());
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
    Optional<MethodKind.Arrays> arrays = ArrayForms.of(method, precision);
    if (arrays.isPresent()) {
      return outputsFit(method, arrays.get())
          ? Optional.of(named(method, arrays.get()))
          : Optional.empty();
    }
    if (records.reads(method)) {
      return records.of(method, ends).map(kind -> named(method, kind));
    }
    refusal.refuse(method);
    return Optional.empty();
  }

  private static MethodModel named(MethodDeclaration method, MethodKind kind) {
    return new MethodModel(
        method.name(), kind, method.parameterNames(), method.element().isVarArgs());
  }

  private boolean outputsFit(MethodDeclaration method, MethodKind.Arrays form) {
    String element = MethodKind.element(precision);
    return switch (form) {
      case ONE_TO_NUMBER -> {
        if (ends.hasManyOutputs()) {
          int outputs = ends.outputs().getAsInt();
          reporter.refuse(
              method.place(), Message.NUMBER_OF_MANY, method.spelled(), outputs, element);
        }
        yield !ends.hasManyOutputs();
      }
      case ONE_TO_CLASS, MANY_TO_CLASSES -> {
        if (ends.hasOneOutput()) {
          String instead = form == MethodKind.Arrays.ONE_TO_CLASS ? element : element + "[] out";
          reporter.refuse(method.place(), Message.CLASS_OF_ONE, method.spelled(), instead);
        }
        yield !ends.hasOneOutput();
      }
      case ONE_TO_ARRAY, ONE_TO_CALLER_ARRAY, MANY_TO_CALLER_ARRAY -> true;
    };
  }
}
