package dev.burin.checks;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.LayerShape;
import dev.burin.kernel.NetworkShape;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What an author would write on an interface, for networks that tests make up.
 *
 * @param name the simple name of the interface
 * @param widths the inputs, then the outputs of each layer
 * @param activations one for each layer
 */
record Declaration(
    String name,
    List<Integer> widths,
    List<Activation> activations,
    Loss loss,
    Precision precision) {

  /** The package of all made-up interfaces. */
  static final String PACKAGE = "dev.burin.checks.engraved";

  Declaration {
    widths = List.copyOf(widths);
    activations = List.copyOf(activations);
  }

  /** The same network under another name. */
  Declaration named(String other) {
    return new Declaration(other, widths, activations, loss, precision);
  }

  NetworkShape shape() {
    List<LayerShape> layers =
        IntStream.range(0, activations.size())
            .mapToObj(l -> LayerShape.of(widths.get(l), widths.get(l + 1), activations.get(l)))
            .toList();
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
        loss = Loss.%s,
        precision = Precision.%s)
    interface %s {
      %s[] outputs(%s[] x);

      void outputs(%s[] x, int n, %s[] out);
    }
    """,
        PACKAGE,
        widths.stream().map(String::valueOf).collect(Collectors.joining(", ")),
        activations.stream().map(f -> "Activation." + f).collect(Collectors.joining(", ")),
        loss,
        precision,
        name,
        type,
        type,
        type,
        type);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s: %s %s %s %s", name, shape().widths(), activations, loss, precision);
  }
}
