package dev.burin.processor.declare;

import dev.burin.Activation;
import dev.burin.Initializer;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.processor.model.NetworkModel;
import dev.burin.processor.report.Place;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.element.TypeElement;

/**
 * An annotated type as its author wrote it, right or wrong. A value that javac itself could not
 * understand is absent: javac reports it, and all else is checked.
 *
 * @param type the annotated type
 * @param place the annotation
 * @param layers the widths, each at its place, and the place of the list
 * @param activations one for each layer after the inputs, if they are right
 * @param slopes none, one, or one for each layer whose activation takes one, if they are right
 * @param loss the loss
 * @param initializers none, one, or one for each layer after the inputs, if they are right
 * @param scale the standard deviation of NORMAL
 * @param scaleGiven whether the scale was written and is not the default
 * @param dropout none, or one for each layer after the inputs, if they are right
 * @param precision the element type
 * @param weights the weights file
 * @param methods the abstract methods, inherited ones included; empty if the type is no interface
 */
public record NetworkDeclaration(
    TypeElement type,
    Place place,
    Optional<Written<List<Written<Integer>>>> layers,
    Optional<Written<List<Written<Activation>>>> activations,
    Optional<Written<List<Written<Double>>>> slopes,
    Optional<Written<Loss>> loss,
    Optional<Written<List<Written<Initializer>>>> initializers,
    Optional<Written<Double>> scale,
    boolean scaleGiven,
    Optional<Written<List<Written<Double>>>> dropout,
    Optional<Written<Precision>> precision,
    WeightsDeclaration weights,
    List<MethodDeclaration> methods) {

  /** Copies the list of methods. */
  public NetworkDeclaration {
    methods = List.copyOf(methods);
  }

  /** The qualified name of the class that is to be generated. */
  public String className() {
    List<TypeElement> chain = Enclosing.chain(type);
    String outermost = chain.getFirst().getQualifiedName().toString();
    String home =
        outermost.substring(0, outermost.length() - chain.getFirst().getSimpleName().length());
    return home + NetworkModel.className(Enclosing.dotted(type));
  }

  /** Whether javac understood each value of the annotation. */
  boolean isWhole() {
    return layers.isPresent()
        && activations.isPresent()
        && slopes.isPresent()
        && loss.isPresent()
        && initializers.isPresent()
        && scale.isPresent()
        && dropout.isPresent()
        && precision.isPresent()
        && weights.isWhole();
  }

  /** The number of layers that follow the inputs, if there is any. */
  OptionalInt depth() {
    int widths = layers.map(list -> list.value().size()).orElse(0);
    return widths > 1 ? OptionalInt.of(widths - 1) : OptionalInt.empty();
  }

  /** The activation of the last layer, known unless there are too many or too few. */
  Optional<Activation> lastActivation() {
    List<Written<Activation>> given = activations.map(Written::value).orElse(List.of());
    boolean known = !given.isEmpty() && depth().orElse(given.size()) == given.size();
    return known ? Optional.of(given.getLast().value()) : Optional.empty();
  }
}
