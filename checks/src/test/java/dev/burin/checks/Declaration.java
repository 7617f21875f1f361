package dev.burin.checks;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What an author would write on an interface, for networks that tests make up.
 *
 * @param name the simple name of the interface
 * @param widths the inputs, then the outputs of each layer
 * @param activations one for each layer
 * @param slopes one for each layer whose activation takes one, or none
 * @param dropout one for each layer, or none
 */
record Declaration(
    String name,
    List<Integer> widths,
    List<Activation> activations,
    List<Double> slopes,
    Loss loss,
    Precision precision,
    List<Double> dropout) {

  /** The package of all made-up interfaces. */
  static final String PACKAGE = "dev.burin.checks.engraved";

  Declaration {
    widths = List.copyOf(widths);
    activations = List.copyOf(activations);
    slopes = List.copyOf(slopes);
    dropout = List.copyOf(dropout);
  }

  /** A network with the default slopes and without dropout. */
  Declaration(
      String name,
      List<Integer> widths,
      List<Activation> activations,
      Loss loss,
      Precision precision) {
    this(name, widths, activations, List.of(), loss, precision, List.of());
  }

  /** The same network with other slopes. */
  Declaration sloped(List<Double> others) {
    return new Declaration(name, widths, activations, others, loss, precision, dropout);
  }

  /** The same network with inputs dropped in training. */
  Declaration dropping(List<Double> others) {
    return new Declaration(name, widths, activations, slopes, loss, precision, others);
  }

  /** The same network under another name. */
  Declaration named(String other) {
    return new Declaration(other, widths, activations, slopes, loss, precision, dropout);
  }

  NetworkShape shape() {
    Iterator<Double> given = slopes.iterator();
    List<LayerShape> layers = new ArrayList<>();
    for (int l = 0; l < activations.size(); l++) {
      LayerShape layer = LayerShape.of(widths.get(l), widths.get(l + 1), activations.get(l));
      boolean sloped = given.hasNext() && activations.get(l).takesSlope();
      layer = sloped ? layer.slope(given.next()) : layer;
      layers.add(dropout.isEmpty() ? layer : layer.dropout(dropout.get(l)));
    }
    return NetworkShape.of(loss, precision, layers);
  }

  String source() {
    String type = precision == Precision.FLOAT ? "float" : "double";
    return String.format(
        Locale.ROOT,
        """
        package %s;

        import dev.burin.Activation;
        import dev.burin.Loss;
        import dev.burin.Network;
        import dev.burin.Precision;

        @Network(
            layers = {%s},
            activations = {%s},
            slopes = {%s},
            loss = Loss.%s,
            dropout = {%s},
            precision = Precision.%s)
        interface %s {
          %s[] outputs(%s[] x);

          void outputs(%s[] x, int n, %s[] out);
        }
        """,
        PACKAGE,
        widths.stream().map(String::valueOf).collect(Collectors.joining(", ")),
        activations.stream().map(f -> "Activation." + f).collect(Collectors.joining(", ")),
        slopes.stream().map(String::valueOf).collect(Collectors.joining(", ")),
        loss,
        dropout.stream().map(String::valueOf).collect(Collectors.joining(", ")),
        precision,
        name,
        type,
        type,
        type,
        type);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s: %s", name, shape());
  }
}
