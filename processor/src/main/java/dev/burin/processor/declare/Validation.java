package dev.burin.processor.declare;

import dev.burin.kernel.NetworkShape;
import dev.burin.processor.model.MethodModel;
import dev.burin.processor.model.NetworkModel;
import dev.burin.processor.report.Reporter;
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

  /** The model, or nothing if anything was refused or a type in a method is missing. */
  public Optional<NetworkModel> validate(NetworkDeclaration declaration) {
    Surroundings surroundings = new Surroundings(elements, reporter);
    if (!surroundings.suffice(declaration)) {
      return Optional.empty();
    }
    new InterfaceCheck(elements, reporter).check(declaration);
    Optional<NetworkShape> shape = new LayersCheck(reporter).check(declaration);
    List<MethodModel> methods = new MethodsCheck(elements, types, reporter, declaration).check();
    if (reporter.refused() || Unresolved.in(declaration)) {
      return Optional.empty();
    }
    return shape.map(right -> model(declaration.type(), right, methods, surroundings));
  }

  private NetworkModel model(
      TypeElement type, NetworkShape shape, List<MethodModel> methods, Surroundings surroundings) {
    String name = Enclosing.dotted(type);
    return new NetworkModel(
        Enclosing.packageName(type, elements),
        name,
        NetworkModel.className(name),
        Enclosing.isPublic(type),
        surroundings.seesGenerated(type),
        shape,
        methods);
  }
}
