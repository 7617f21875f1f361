package dev.burin.onnx;

import dev.burin.Activation;
import dev.burin.data.Scaling;
import dev.burin.network.NeuralNetwork;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a network as {@code ModelProto}: a Gemm and an activation for each layer. */
final class NetworkWriter {

  /** What the names of a layer begin with. */
  static final String LAYER = "layer";

  /** What the names of the scaling begin with. */
  static final String SCALING = "scaling";

  /** The activations of the layers, with every digit of their slopes. */
  static final String ACTIVATIONS = "burin.activations";

  private static final String WIDTHS = "burin.widths";
  static final String LOSS = "burin.loss";

  /** The version of the messages that came with opset 13; later ones came with more types. */
  private static final int IR_VERSION = 7;

  private static final int IR_VERSION_LATER = 8;

  private static final int IR_VERSION_OF_20 = 9;

  private final NeuralNetwork network;
  private final OnnxExport export;
  private final GraphWriter graph;

  private NetworkWriter(NeuralNetwork network, OnnxExport export) {
    this.network = network;
    this.export = export;
    this.graph = new GraphWriter(network.shape().precision());
  }

  /**
   * The message.
   *
   * @throws IllegalArgumentException if the scaling has another number of columns than the network
   *     has inputs, or would become infinite or 0 in the precision of the network
   * @throws IllegalStateException if a parameter is not finite
   */
  static Message of(NeuralNetwork network, OnnxExport export) {
    return new NetworkWriter(network, export).model();
  }

  private Message model() {
    NetworkShape shape = network.shape();
    String from = export.input();
    graph.input(from, export.batch(), shape.inputs());
    if (export.scaling() != null) {
      from = scaling(export.scaling(), from);
    }
    for (LayerLayout layer : network.layout().layers()) {
      from = layer(layer, from);
    }
    graph.output(export.output(), export.batch(), shape.outputs());
    Message operators = new Message().text(1, "").number(2, export.opset());
    String activations =
        shape.layers().stream().map(LayerShape::activationText).collect(Collectors.joining(","));
    return new Message()
        .number(1, irVersion())
        .text(2, "Burin")
        .text(3, "0.1.0")
        .message(7, graph.graph("network"))
        .message(8, operators)
        .message(14, new Message().text(1, WIDTHS).text(2, shape.widths()))
        .message(14, new Message().text(1, ACTIVATIONS).text(2, activations))
        .message(14, new Message().text(1, LOSS).text(2, shape.loss().name()));
  }

  private int irVersion() {
    if (export.opset() >= 19) {
      return IR_VERSION_OF_20;
    }
    return export.opset() >= 15 ? IR_VERSION_LATER : IR_VERSION;
  }

  /** (x - shift) / divisor. */
  private String scaling(Scaling scaling, String x) {
    int in = network.shape().inputs();
    if (scaling.columns() != in) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The scaling was made for %d columns, but the network has %d inputs.",
              scaling.columns(),
              in));
    }
    double[] shift = scaling.shift();
    double[] divisor = scaling.divisor();
    for (int k = 0; k < in; k++) {
      boolean fits =
          switch (graph.precision()) {
            case FLOAT -> Float.isFinite((float) shift[k]) && (float) divisor[k] != 0;
            case DOUBLE -> true;
          };
      if (!fits) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Column %d of the scaling, (x - %s) / %s, has no float; scale the inputs before.",
                k,
                shift[k],
                divisor[k]));
      }
    }
    String mean = graph.tensor(SCALING + ".shift", k -> shift[k], in);
    String deviation = graph.tensor(SCALING + ".divisor", k -> divisor[k], in);
    String centered = graph.node("Sub", SCALING + ".sub", SCALING + ".centered", x, mean);
    return graph.node("Div", SCALING + ".div", SCALING + ".scaled", centered, deviation);
  }

  private String layer(LayerLayout layer, String from) {
    String name = LAYER + layer.number();
    String w =
        graph.tensor(
            name + ".weight",
            i -> parameter(layer, layer.weight(i / layer.in(), i % layer.in())),
            layer.out(),
            layer.in());
    String b = graph.tensor(name + ".bias", j -> parameter(layer, layer.bias(j)), layer.out());
    boolean last = layer.number() == network.shape().layers().size();
    String a = last ? export.output() : name + ".a";
    boolean bare = layer.layer().activation() == Activation.IDENTITY || (last && export.sums());
    String z = bare ? a : name + ".z";
    Message[] settings = {
      GraphWriter.setting("alpha", 1f),
      GraphWriter.setting("beta", 1f),
      GraphWriter.setting("transB", 1L)
    };
    graph.node("Gemm", name + ".gemm", z, settings, from, w, b);
    if (!bare) {
      new ActivationWriter(graph, export.opset(), name + ".activation").write(layer.layer(), z, a);
    }
    return a;
  }

  private double parameter(LayerLayout layer, int at) {
    double value = network.parameter(at);
    if (!Double.isFinite(value)) {
      throw new IllegalStateException(
          "A parameter of layer "
              + layer.number()
              + " is "
              + value
              + "; only finite parameters are written.");
    }
    return value;
  }
}
