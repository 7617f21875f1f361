package dev.burin.processor.declare;

import dev.burin.processor.model.NetworkModel;
import dev.burin.processor.report.Message;
import dev.burin.processor.report.Reporter;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Asks whether the generated class can see and name a record or an enum. */
final class Visibility {

  private final Elements elements;
  private final Reporter reporter;
  private final NetworkDeclaration declaration;

  Visibility(Elements elements, Reporter reporter, NetworkDeclaration declaration) {
    this.elements = elements;
    this.reporter = reporter;
    this.declaration = declaration;
  }

  boolean check(MethodDeclaration method, TypeElement type) {
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

  /** {@code Outer.E.YES} means a field of Outer called E where there is one. */
  boolean checkName(MethodDeclaration method, TypeElement type) {
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
}
