package dev.burin.sample.table;

import dev.burin.data.Encoding;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The declared networks. A network is engraved for one number of inputs, so that a table of another
 * width needs a declaration of its own: no rows are padded to fit one that is there.
 */
final class TableNetworks {

  private static final List<TableNetwork> ALL =
      List.of(
          new TableNetwork(
              Classes4To2Network.SHAPE, Classes4To2Network::new, Classes4To2Network::new),
          new TableNetwork(
              Classes4To3Network.SHAPE, Classes4To3Network::new, Classes4To3Network::new),
          new TableNetwork(
              Classes8To2Network.SHAPE, Classes8To2Network::new, Classes8To2Network::new),
          new TableNetwork(
              Classes13To3Network.SHAPE, Classes13To3Network::new, Classes13To3Network::new),
          new TableNetwork(
              Classes30To2Network.SHAPE, Classes30To2Network::new, Classes30To2Network::new),
          new TableNetwork(
              Classes64To10Network.SHAPE, Classes64To10Network::new, Classes64To10Network::new),
          new TableNetwork(Value8Network.SHAPE, Value8Network::new, Value8Network::new),
          new TableNetwork(Value13Network.SHAPE, Value13Network::new, Value13Network::new));

  private TableNetworks() {}

  /**
   * The network for rows as an encoding makes them.
   *
   * @throws IllegalArgumentException if none was declared; the message shows the declaration that
   *     is missing and says where it goes
   */
  static TableNetwork of(Encoding encoding) {
    return ALL.stream()
        .filter(network -> network.fits(encoding))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(missing(encoding)));
  }

  private static String missing(Encoding encoding) {
    String name = name(encoding);
    return String.format(
        Locale.ROOT,
        "The encoded table has %d numbers in a row and %s to tell, and a network is engraved for"
            + " one width: none of those here fits (%s). Write this one beside them, %s into"
            + " sample-app/src/main/java/dev/burin/sample/table/%s.java and %sNetwork into the list"
            + " of TableNetworks, and compile; or leave columns out with --without.",
        encoding.inputs(),
        encoding.tellsClasses() ? encoding.classes().size() + " classes" : "a value",
        ALL.stream().map(TableNetwork::toString).collect(Collectors.joining(", ")),
        declaration(encoding),
        name,
        name);
  }

  /** A declaration for an encoding, in the words of those that are here. */
  static String declaration(Encoding encoding) {
    int in = encoding.inputs();
    int out = encoding.outputs();
    String form = "@Network(layers = {%d, %s}, activations = {%s}, loss = %s) interface %s";
    String method = " { void outputs(float[] x, int n, float[] out); }";
    String name = name(encoding);
    if (!encoding.tellsClasses()) {
      return String.format(
              Locale.ROOT,
              form,
              in,
              "64, 64, 1",
              "RELU, RELU, IDENTITY",
              "HALF_MEAN_SQUARED_ERROR",
              name)
          + method;
    }
    String last = out == 1 ? "SIGMOID" : "SOFTMAX";
    String loss = out == 1 ? "BINARY_CROSS_ENTROPY" : "CROSS_ENTROPY";
    return String.format(Locale.ROOT, form, in, "64, " + out, "RELU, " + last, loss, name) + method;
  }

  private static String name(Encoding encoding) {
    return encoding.tellsClasses()
        ? "Classes" + encoding.inputs() + "To" + encoding.classes().size()
        : "Value" + encoding.inputs();
  }
}
