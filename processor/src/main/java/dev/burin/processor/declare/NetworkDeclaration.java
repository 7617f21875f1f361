package dev.burin.processor.declare;

import dev.burin.Activation;
import dev.burin.Initializer;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.processor.report.Place;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * An annotated type as its author wrote it, right or wrong.
 *
 * @param type the annotated type
 * @param place the annotation
 * @param layers the widths, each at its place, and the place of the list
 * @param activations one for each layer after the inputs, if they are right
 * @param loss the loss
 * @param initializers none, one, or one for each layer after the inputs, if they are right
 * @param scale the standard deviation of NORMAL
 * @param scaleGiven whether the scale was written and is not the default
 * @param precision the element type
 * @param methods the abstract methods, inherited ones included; empty if the type is no interface
 */
public record NetworkDeclaration(
    TypeElement type,
    Place place,
    Written<List<Written<Integer>>> layers,
    Written<List<Written<Activation>>> activations,
    Written<Loss> loss,
    Written<List<Written<Initializer>>> initializers,
    Written<Double> scale,
    boolean scaleGiven,
    Written<Precision> precision,
    List<MethodDeclaration> methods) {

  /** Copies the list of methods. */
  public NetworkDeclaration {
    methods = List.copyOf(methods);
  }

  /** The number of layers that follow the inputs. */
  int depth() {
    return layers.value().size() - 1;
  }
}
