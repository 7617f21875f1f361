package dev.burin.stub;

import dev.burin.Precision;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.Locale;

/** The network as a Sequential model of Keras 3, which has kernels [in][out]. */
final class KerasStub {

  /**
   * What a layer may be made with on one line of 88 characters, as the formatter Black has them.
   */
  private static final int LONGEST = 55;

  private KerasStub() {}

  static String text(NetworkShape shape) {
    StringBuilder layers = new StringBuilder();
    for (int l = 1; l <= shape.layers().size(); l++) {
      LayerShape layer = shape.layers().get(l - 1);
      String made = layer.out() + ", " + activation(layer) + ", name=\"layer" + l + "\"";
      layers.append(
          made.length() <= LONGEST
              ? "            keras.layers.Dense(" + made + "),\n"
              : "            keras.layers.Dense(\n                " + made + "\n            ),\n");
    }
    return String.format(
        Locale.ROOT,
        """
    %s

    def build(tensors):
        ""\"The network with these weights; it takes [n][%d] and answers [n][%d].""\"
        net = keras.Sequential(
            [
                keras.Input((%d,)),
    %s        ]
        )
        for layer in net.layers:
            weight, bias = tensors[layer.name + ".weight"], tensors[layer.name + ".bias"]
            layer.set_weights([weight.T, bias])
        return net


    def answers(net, x):
        ""\"Answers for samples in an array of NumPy.""\"
        return keras.ops.convert_to_numpy(net(x))


    def weights(net):
        ""\"The tensors of the network by name, weights [out][in] as Burin has them.""\"
        tensors = {}
        for layer in net.layers:
            kernel, bias = layer.get_weights()
            tensors[layer.name + ".weight"] = kernel.T
            tensors[layer.name + ".bias"] = bias
        return tensors
    """,
        shape.precision() == Precision.DOUBLE ? "keras.config.set_floatx(\"float64\")\n" : "",
        shape.inputs(),
        shape.outputs(),
        shape.inputs(),
        layers);
  }

  private static String activation(LayerShape layer) {
    String slope = PythonText.number(layer.slope());
    return "activation="
        + switch (layer.activation()) {
          case IDENTITY -> "\"linear\"";
          case SIGMOID -> "\"sigmoid\"";
          case TANH -> "\"tanh\"";
          case RELU -> "\"relu\"";
          case LEAKY_RELU -> "keras.layers.LeakyReLU(negative_slope=" + slope + ")";
          case ELU -> "keras.layers.ELU(alpha=" + slope + ")";
          case GELU -> "\"gelu\"";
          case SILU -> "\"silu\"";
          case SOFTPLUS -> "\"softplus\"";
          case SELU -> "\"selu\"";
          case HARD_SIGMOID -> "\"hard_sigmoid\"";
          case MISH -> "\"mish\"";
          case SOFTMAX -> "\"softmax\"";
        };
  }
}
