package dev.burin.stub;

import dev.burin.Activation;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.Locale;
import java.util.TreeSet;

/** The network in NumPy: one line for each layer, and the functions that they need. */
final class NumpyStub {

  private NumpyStub() {}

  static boolean needsErf(NetworkShape shape) {
    return shape.layers().stream().anyMatch(layer -> layer.activation() == Activation.GELU);
  }

  static String text(NetworkShape shape) {
    StringBuilder text = new StringBuilder();
    TreeSet<Activation> used = new TreeSet<>();
    shape.layers().forEach(layer -> used.add(layer.activation()));
    if (used.contains(Activation.SILU)) {
      used.add(Activation.SIGMOID);
    }
    for (Activation activation : used) {
      text.append(function(activation));
    }
    text.append(
        String.format(
            Locale.ROOT,
            """


            def answers(t, x):
                ""\"Answers [n][%d] for samples x [n][%d]; t has the tensors by name.""\"
            """,
            shape.outputs(),
            shape.inputs()));
    for (int l = 1; l <= shape.layers().size(); l++) {
      String from = l == 1 ? "x" : "a" + (l - 1);
      String sums =
          String.format(
              Locale.ROOT, "%s @ t[\"layer%d.weight\"].T + t[\"layer%d.bias\"]", from, l, l);
      text.append("    a" + l + " = " + applied(shape.layers().get(l - 1), sums) + "\n");
    }
    return text
        + String.format(
            Locale.ROOT,
            """
            return a%d


        def build(tensors):
            ""\"The network with these weights, which NumPy needs no object for.""\"
            return tensors


        def weights(net):
            ""\"The tensors of the network by name.""\"
            return net
        """,
            shape.layers().size());
  }

  private static String applied(LayerShape layer, String sums) {
    String slope = ", " + PythonText.number(layer.slope());
    return switch (layer.activation()) {
      case IDENTITY -> sums;
      case SIGMOID -> "sigmoid(" + sums + ")";
      case TANH -> "np.tanh(" + sums + ")";
      case RELU -> "np.maximum(" + sums + ", 0)";
      case LEAKY_RELU -> "leaky_relu(" + sums + slope + ")";
      case ELU -> "elu(" + sums + slope + ")";
      case GELU -> "gelu(" + sums + ")";
      case SILU -> "silu(" + sums + ")";
      case SOFTPLUS -> "np.logaddexp(" + sums + ", 0)";
      case SELU -> "selu(" + sums + ")";
      case HARD_SIGMOID -> "np.clip(" + sums + " + 3, 0, 6) / 6";
      case MISH -> "mish(" + sums + ")";
      case SOFTMAX -> "softmax(" + sums + ")";
    };
  }

  /** The function of an activation that NumPy has not, or nothing. */
  private static String function(Activation activation) {
    return switch (activation) {
      case IDENTITY, TANH, RELU, SOFTPLUS, HARD_SIGMOID -> "";
      case SIGMOID -> function("sigmoid(z)", "0.5 * (1 + np.tanh(0.5 * z))");
      case LEAKY_RELU -> function("leaky_relu(z, slope)", "np.where(z > 0, z, slope * z)");
      case ELU ->
          function("elu(z, alpha)", "np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0)))");
      case GELU ->
          function(
              "gelu(z)", "(0.5 * z * (1 + np.vectorize(math.erf)(z / 2**0.5))).astype(z.dtype)");
      case SILU -> function("silu(z)", "z * sigmoid(z)");
      case SELU ->
          function(
              "selu(z)",
              "1.0507009873554805"
                  + " * np.where(z > 0, z, 1.6732632423543772 * np.expm1(np.minimum(z, 0)))");
      case MISH -> function("mish(z)", "z * np.tanh(np.logaddexp(z, 0))");
      case SOFTMAX ->
          """


          def softmax(z):
              e = np.exp(z - z.max(axis=-1, keepdims=True))
              return e / e.sum(axis=-1, keepdims=True)
          """;
    };
  }

  private static String function(String head, String body) {
    return "\n\ndef " + head + ":\n    return " + body + "\n";
  }
}
