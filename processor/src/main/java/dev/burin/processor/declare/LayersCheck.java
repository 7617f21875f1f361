package dev.burin.processor.declare;

import dev.burin.Activation;
import dev.burin.Initializer;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.processor.model.NetworkModel;
import dev.burin.processor.report.Message;
import dev.burin.processor.report.Reporter;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the values of the annotation into a shape, or into refusals. */
final class LayersCheck {

  private final Reporter reporter;

  LayersCheck(Reporter reporter) {
    this.reporter = reporter;
  }

  /** The shape, or nothing if any of its values was refused. */
  Optional<NetworkShape> check(NetworkDeclaration declaration) {
    boolean good =
        declaration.layers().isPresent() && widths(declaration, declaration.layers().get());
    good &= new ActivationsCheck(reporter).check(declaration);
    good &= new SlopesCheck(reporter).check(declaration);
    good &= new InitializersCheck(reporter).check(declaration);
    good &= new DropoutCheck(reporter).check(declaration);
    return good && declaration.precision().isPresent()
        ? Optional.of(shape(declaration))
        : Optional.empty();
  }

  private boolean widths(NetworkDeclaration declaration, Written<List<Written<Integer>>> written) {
    List<Written<Integer>> layers = written.value();
    if (layers.isEmpty()) {
      reporter.refuse(written.place(), Message.LAYERS_EMPTY);
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
      reporter.refuse(written.place(), Message.LAYERS_SINGLE, layers.getFirst().value());
      return false;
    }
    int depth = layers.size() - 1;
    if (depth > NetworkModel.MOST_LAYERS) {
      reporter.refuse(
          layers.get(NetworkModel.MOST_LAYERS + 1).place(),
          Message.LAYERS_TOO_MANY,
          depth,
          NetworkModel.MOST_LAYERS,
          depth - NetworkModel.MOST_LAYERS);
      return false;
    }
    return good && depth > 0 && size(declaration, layers);
  }

  /** Finds the first layer at which the parameters outgrow one array. */
  private boolean size(NetworkDeclaration declaration, List<Written<Integer>> layers) {
    if (declaration.precision().isEmpty()) {
      return false;
    }
    Precision precision = declaration.precision().get().value();
    for (int depth = 1; depth < layers.size(); depth++) {
      NetworkShape prefix = prefix(layers, depth, precision);
      if (!NetworkModel.fitsOneArray(prefix)) {
        reporter.refuse(
            layers.get(depth).place(),
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
  private static NetworkShape prefix(
      List<Written<Integer>> widths, int depth, Precision precision) {
    List<LayerShape> layers = new ArrayList<>();
    for (int l = 1; l <= depth; l++) {
      int in = widths.get(l - 1).value();
      layers.add(LayerShape.of(in, widths.get(l).value(), Activation.IDENTITY));
    }
    return NetworkShape.of(Loss.MEAN_SQUARED_ERROR, precision, layers);
  }

  private static NetworkShape shape(NetworkDeclaration declaration) {
    List<Written<Integer>> widths = declaration.layers().orElseThrow().value();
    List<Written<Activation>> activations = declaration.activations().orElseThrow().value();
    double scale = declaration.scale().orElseThrow().value();
    List<LayerShape> layers = new ArrayList<>();
    for (int l = 1; l < widths.size(); l++) {
      int in = widths.get(l - 1).value();
      int out = widths.get(l).value();
      Activation activation = activations.get(l - 1).value();
      Initializer initializer = InitializersCheck.initializer(declaration, l, activation);
      LayerShape layer = LayerShape.of(in, out, activation).initializer(initializer);
      layer = initializer == Initializer.NORMAL ? layer.scale(scale) : layer;
      layer = layer.dropout(DropoutCheck.share(declaration, l));
      layers.add(activation.takesSlope() ? layer.slope(SlopesCheck.slope(declaration, l)) : layer);
    }
    return NetworkShape.of(
        declaration.loss().orElseThrow().value(),
        declaration.precision().orElseThrow().value(),
        layers);
  }
}
