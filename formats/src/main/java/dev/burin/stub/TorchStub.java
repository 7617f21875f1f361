package dev.burin.stub;

import dev.burin.Precision;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.Locale;

/** The network as a module of PyTorch, whose state has the names of our tensors. */
final class TorchStub {

  private TorchStub() {}

  static String text(NetworkShape shape) {
    StringBuilder layers = new StringBuilder();
    StringBuilder calls = new StringBuilder();
    for (int l = 1; l <= shape.layers().size(); l++) {
      LayerShape layer = shape.layers().get(l - 1);
      layers.append(
          String.format(
              Locale.ROOT,
              "        self.layer%d = torch.nn.Linear(%d, %d)\n",
              l,
              layer.in(),
              layer.out()));
      calls.append("        x = " + applied(layer, "self.layer" + l + "(x)") + "\n");
    }
    return String.format(
        Locale.ROOT,
        """


    class Network(torch.nn.Module):
        ""\"Takes samples x [n][%d] and answers [n][%d].""\"

        def __init__(self):
            super().__init__()
    %s
        def forward(self, x):
    %s        return x


    def build(tensors):
        ""\"The network with these weights.""\"
        net = Network()%s
        net.load_state_dict({name: torch.from_numpy(t) for name, t in tensors.items()})
        return net.eval()


    def answers(net, x):
        ""\"Answers for samples in an array of NumPy.""\"
        with torch.no_grad():
            return net(torch.from_numpy(x)).numpy()


    def weights(net):
        ""\"The tensors of the network by name.""\"
        return {name: tensor.numpy() for name, tensor in net.state_dict().items()}
    """,
        shape.inputs(),
        shape.outputs(),
        layers,
        calls,
        shape.precision() == Precision.DOUBLE ? ".double()" : "");
  }

  private static String applied(LayerShape layer, String sums) {
    String slope = ", " + PythonText.number(layer.slope());
    return switch (layer.activation()) {
      case IDENTITY -> sums;
      case SIGMOID -> "torch.sigmoid(" + sums + ")";
      case TANH -> "torch.tanh(" + sums + ")";
      case RELU -> "torch.relu(" + sums + ")";
      case LEAKY_RELU -> "torch.nn.functional.leaky_relu(" + sums + slope + ")";
      case ELU -> "torch.nn.functional.elu(" + sums + slope + ")";
      case GELU -> "torch.nn.functional.gelu(" + sums + ")";
      case SILU -> "torch.nn.functional.silu(" + sums + ")";
      case SOFTPLUS -> "torch.nn.functional.softplus(" + sums + ")";
      case SELU -> "torch.selu(" + sums + ")";
      case HARD_SIGMOID -> "torch.nn.functional.hardsigmoid(" + sums + ")";
      case MISH -> "torch.nn.functional.mish(" + sums + ")";
      case SOFTMAX -> "torch.softmax(" + sums + ", dim=-1)";
    };
  }
}
