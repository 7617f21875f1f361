package dev.burin.processor.declare;

import dev.burin.Activation;
import dev.burin.Initializer;
import dev.burin.Loss;
import dev.burin.kernel.LayerShape;
import dev.burin.kernel.NetworkShape;
import dev.burin.processor.model.NetworkModel;
import dev.burin.processor.report.Message;
import dev.burin.processor.report.Place;
import dev.burin.processor.report.Reporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the widths and the activations into a shape, or into refusals. */
final class LayersCheck {

  private final Reporter reporter;

  LayersCheck(Reporter reporter) {
    this.reporter = reporter;
  }

  /** The shape, or nothing if any of its values was refused. */
  Optional<NetworkShape> check(NetworkDeclaration declaration) {
    boolean widths = widths(declaration);
    boolean activations = widths && activations(declaration);
    boolean loss = loss(declaration);
    boolean starts = new InitializersCheck(reporter).check(declaration);
    return activations && loss && starts ? Optional.of(shape(declaration)) : Optional.empty();
  }

  private boolean widths(NetworkDeclaration declaration) {
    List<Written<Integer>> layers = declaration.layers().value();
    Place place = declaration.layers().place();
    if (layers.isEmpty()) {
      reporter.refuse(place, Message.LAYERS_EMPTY);
      return false;
    }
    boolean good = true;
    for (int l = 0; l < layers.size(); l++) {
      int width = layers.get(l).value();
      if (width < 1) {
        reporter.refuse(layers.get(l).place(), Message.LAYER_TOO_SMALL, l, width);
        good = false;
      }
    }
    if (good && layers.size() == 1) {
      reporter.refuse(place, Message.LAYERS_SINGLE, layers.getFirst().value());
      return false;
    }
    int surplus = declaration.depth() - NetworkModel.MOST_LAYERS;
    if (surplus > 0) {
      reporter.refuse(
          layers.get(NetworkModel.MOST_LAYERS + 1).place(),
          Message.LAYERS_TOO_MANY,
          declaration.depth(),
          NetworkModel.MOST_LAYERS,
          surplus);
      return false;
    }
    return good && layers.size() > 1 && size(declaration);
  }

  /** Finds the first layer at which the parameters outgrow one array. */
  private boolean size(NetworkDeclaration declaration) {
    for (int depth = 1; depth <= declaration.depth(); depth++) {
      NetworkShape prefix = prefix(declaration, depth);
      if (!NetworkModel.fitsOneArray(prefix)) {
        reporter.refuse(
            declaration.layers().value().get(depth).place(),
            Message.PARAMETERS_TOO_MANY,
            depth,
            prefix.parameters(),
            NetworkModel.LONGEST_ARRAY);
        return false;
      }
    }
    return true;
  }

  /** The first layers with activations that fit anything: only the sizes matter. */
  private static NetworkShape prefix(NetworkDeclaration declaration, int depth) {
    List<LayerShape> layers = new ArrayList<>();
    for (int l = 1; l <= depth; l++) {
      int in = declaration.layers().value().get(l - 1).value();
      int out = declaration.layers().value().get(l).value();
      layers.add(LayerShape.of(in, out, Activation.IDENTITY));
    }
    return new NetworkShape(layers, Loss.MEAN_SQUARED_ERROR, declaration.precision().value());
  }

  private boolean activations(NetworkDeclaration declaration) {
    List<Written<Activation>> activations = declaration.activations().value();
    int depth = declaration.depth();
    if (activations.size() < depth) {
      String example = String.join(", ", completed(activations, depth));
      reporter.refuse(
          declaration.activations().place(),
          Message.ACTIVATIONS_TOO_FEW,
          activations.size(),
          depth,
          example);
      return false;
    }
    if (activations.size() > depth) {
      reporter.refuse(
          activations.get(depth).place(), Message.ACTIVATIONS_TOO_MANY, activations.size(), depth);
      return false;
    }
    boolean good = true;
    for (int l = 0; l < depth - 1; l++) {
      if (activations.get(l).value() == Activation.SOFTMAX) {
        reporter.refuse(activations.get(l).place(), Message.SOFTMAX_NOT_LAST, l);
        good = false;
      }
    }
    int outputs = declaration.layers().value().getLast().value();
    if (activations.getLast().value() == Activation.SOFTMAX && outputs == 1) {
      reporter.refuse(activations.getLast().place(), Message.SOFTMAX_OF_ONE);
      good = false;
    }
    return good;
  }

  private static List<String> completed(List<Written<Activation>> activations, int depth) {
    List<String> names = new ArrayList<>();
    for (int l = 0; l < depth; l++) {
      names.add(l < activations.size() ? activations.get(l).value().name() : "SIGMOID");
    }
    return names;
  }

  /** The last activation is known only if there is one for each layer. */
  private boolean loss(NetworkDeclaration declaration) {
    List<Written<Activation>> activations = declaration.activations().value();
    if (activations.isEmpty() || activations.size() != declaration.depth()) {
      return false;
    }
    Loss loss = declaration.loss().value();
    Activation last = activations.getLast().value();
    if (loss.fits(last)) {
      return true;
    }
    Loss fitting =
        switch (last) {
          case SOFTMAX -> Loss.CROSS_ENTROPY;
          case SIGMOID -> Loss.BINARY_CROSS_ENTROPY;
          default -> Loss.MEAN_SQUARED_ERROR;
        };
    String activation =
        switch (loss) {
          case BINARY_CROSS_ENTROPY -> "SIGMOID";
          case CROSS_ENTROPY -> "SOFTMAX";
          case HALF_MEAN_SQUARED_ERROR, MEAN_SQUARED_ERROR -> "one that is not SOFTMAX";
        };
    reporter.refuse(
        declaration.loss().place(), Message.LOSS_MISFIT, loss, last, fitting, activation);
    return false;
  }

  private static NetworkShape shape(NetworkDeclaration declaration) {
    List<LayerShape> layers = new ArrayList<>();
    for (int l = 1; l <= declaration.depth(); l++) {
      int in = declaration.layers().value().get(l - 1).value();
      int out = declaration.layers().value().get(l).value();
      Activation activation = declaration.activations().value().get(l - 1).value();
      Initializer initializer = InitializersCheck.initializer(declaration, l, activation);
      double scale = declaration.scale().value();
      layers.add(new LayerShape(in, out, activation, initializer, scale));
    }
    return new NetworkShape(layers, declaration.loss().value(), declaration.precision().value());
  }
}
