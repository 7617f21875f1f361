package dev.burin.processor.declare;

import dev.burin.Activation;
import dev.burin.Initializer;
import dev.burin.Layout;
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
   * @return the declaration, or nothing if the type is not annotated after all
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
    return Optional.of(
        new NetworkDeclaration(
            type,
            place,
            values.many("layers", Integer.class),
            values.many("activations", Activation.class),
            values.many("slopes", Double.class),
            values.one("loss", Loss.class),
            values.many("initializers", Initializer.class),
            values.one("scale", Double.class),
            gives(mirror, "scale"),
            values.many("dropout", Double.class),
            values.one("precision", Precision.class),
            new WeightsDeclaration(
                values.one("weights", String.class),
                gives(mirror, "weights"),
                values.one("layout", Layout.class),
                gives(mirror, "layout"),
                values.one("sha256", String.class),
                gives(mirror, "sha256")),
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
