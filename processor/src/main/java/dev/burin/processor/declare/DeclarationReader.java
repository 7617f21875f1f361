package dev.burin.processor.declare;

import dev.burin.Activation;
import dev.burin.Initializer;
import dev.burin.Loss;
import dev.burin.Network;
import dev.burin.Precision;
import dev.burin.processor.report.Place;
import dev.burin.processor.report.Reporter;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The first arrow: from an annotated type to a declaration that keeps every place. */
public final class DeclarationReader {

  private final Elements elements;
  private final MethodFinder methods;
  private final Reporter reporter;

  /** A reader that reports to one interface's reporter. */
  public DeclarationReader(Elements elements, Types types, Reporter reporter) {
    this.elements = elements;
    this.methods = new MethodFinder(elements, types);
    this.reporter = reporter;
  }

  /**
   * Reads a type that is annotated with {@link Network}.
   *
   * @return the declaration, or nothing where javac itself cannot understand the annotation and
   *     will say so
   */
  public Optional<NetworkDeclaration> read(TypeElement type) {
    return type.getAnnotationMirrors().stream()
        .filter(DeclarationReader::isNetwork)
        .findFirst()
        .flatMap(mirror -> read(type, mirror));
  }

  private Optional<NetworkDeclaration> read(TypeElement type, AnnotationMirror mirror) {
    Place place = Place.of(type, mirror);
    AnnotationReader values =
        new AnnotationReader(place, elements.getElementValuesWithDefaults(mirror), reporter);
    Optional<Written<List<Written<Integer>>>> layers = values.many("layers", Integer.class);
    Optional<Written<List<Written<Activation>>>> activations =
        values.many("activations", Activation.class);
    Optional<Written<Loss>> loss = values.one("loss", Loss.class);
    Optional<Written<List<Written<Initializer>>>> initializers =
        values.many("initializers", Initializer.class);
    Optional<Written<Double>> scale = values.one("scale", Double.class);
    Optional<Written<Precision>> precision = values.one("precision", Precision.class);
    boolean understood =
        layers.isPresent()
            && activations.isPresent()
            && loss.isPresent()
            && initializers.isPresent()
            && scale.isPresent()
            && precision.isPresent();
    if (!understood) {
      return Optional.empty();
    }
    return Optional.of(
        new NetworkDeclaration(
            type,
            place,
            layers.get(),
            activations.get(),
            loss.get(),
            initializers.get(),
            scale.get(),
            gives(mirror, "scale"),
            precision.get(),
            InterfaceCheck.isPlainInterface(type) ? methods.find(type) : List.of()));
  }

  private static boolean gives(AnnotationMirror mirror, String name) {
    return mirror.getElementValues().keySet().stream()
        .anyMatch(element -> element.getSimpleName().contentEquals(name));
  }

  private static boolean isNetwork(AnnotationMirror mirror) {
    return mirror.getAnnotationType().asElement() instanceof TypeElement type
        && type.getQualifiedName().contentEquals(Network.class.getName());
  }
}
