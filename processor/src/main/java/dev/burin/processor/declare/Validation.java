package dev.burin.processor.declare;

import dev.burin.processor.model.ClassHead;
import dev.burin.processor.model.MethodModel;
import dev.burin.processor.model.NetworkModel;
import dev.burin.processor.report.Reporter;
import dev.burin.shape.NetworkShape;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The second arrow: from a declaration to a model, or to refusals. */
public final class Validation {

  private final Elements elements;
  private final Types types;
  private final Reporter reporter;

  /** A validation that reports to one interface's reporter. */
  public Validation(Elements elements, Types types, Reporter reporter) {
    this.elements = elements;
    this.types = types;
    this.reporter = reporter;
  }

  /** The model, or nothing if anything was refused or javac itself will refuse something. */
  public Optional<NetworkModel> validate(NetworkDeclaration declaration) {
    Surroundings surroundings = new Surroundings(elements, reporter);
    surroundings.check(declaration);
    new InterfaceCheck(elements, reporter).check(declaration);
    Optional<NetworkShape> shape = new LayersCheck(reporter).check(declaration);
    new WeightsCheck(reporter).check(declaration.weights());
    List<MethodModel> methods =
        declaration
            .precision()
            .map(each -> new MethodsCheck(elements, types, reporter, declaration, each.value()))
            .map(MethodsCheck::check)
            .orElse(List.of());
    if (reporter.refused() || Unresolved.in(declaration)) {
      return Optional.empty();
    }
    return shape.map(right -> model(declaration, right, methods, surroundings));
  }

  private NetworkModel model(
      NetworkDeclaration declaration,
      NetworkShape shape,
      List<MethodModel> methods,
      Surroundings surroundings) {
    TypeElement type = declaration.type();
    String name = Enclosing.dotted(type);
    Lints lints = new Lints(elements, types);
    ClassHead head =
        new ClassHead(
            Enclosing.isPublic(type),
            surroundings.seesGenerated(type),
            lints.isEngraved(type),
            lints.of(declaration));
    return new NetworkModel(
        Enclosing.packageName(type, elements),
        name,
        NetworkModel.className(name),
        head,
        shape,
        methods);
  }
}
