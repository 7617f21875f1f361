package dev.burin.stub;

import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A Python file with the network of a weights file in another framework. It loads the file, prints
 * what the network answers for the golden rows of the file beside what it should, and saves weights
 * as this library reads them. It needs NumPy and the framework, and nothing else.
 */
public final class PythonStub {

  private PythonStub() {}

  /**
   * The text of the file, which depends on its arguments alone.
   *
   * @param shape the network
   * @param weights the name of the weights file, which the Python file reads where no other is
   *     given
   */
  public static String of(Framework framework, NetworkShape shape, String weights) {
    Objects.requireNonNull(framework, "The framework is null.");
    Objects.requireNonNull(shape, "The shape of the network is null.");
    Objects.requireNonNull(weights, "The name of the weights file is null.");
    return switch (framework) {
      case NUMPY ->
          join(
              head("NumPy", shape, weights, NumpyStub.needsErf(shape) ? "import math\n" : "", ""),
              NumpyStub.text(shape),
              shape);
      case TORCH ->
          join(head("PyTorch", shape, weights, "", "torch"), TorchStub.text(shape), shape);
      case KERAS ->
          join(head("Keras 3", shape, weights, "", "keras"), KerasStub.text(shape), shape);
    };
  }

  private static String head(
      String framework, NetworkShape shape, String weights, String more, String module) {
    List<String> activations = shape.layers().stream().map(LayerShape::activationText).toList();
    String imports = "import numpy as np\n" + (module.isEmpty() ? "" : "import " + module + "\n");
    return String.format(
        Locale.ROOT,
        """
        ""\"The network %s in %s.

        usage: python3 FILE.py [WEIGHTS [SAVED]]

        Loads WEIGHTS, or the file that is named below, and prints what the network
        answers for the golden rows in it, if there are any. Writes the weights to
        SAVED, as Burin reads them.
        ""\"

        import base64
        import json
        %simport sys

        %s
        WEIGHTS = %s
        WIDTHS = "%s"
        ACTIVATIONS = "%s"
        DTYPE = "%s"
        TYPES = {"F16": "<f2", "F32": "<f4", "F64": "<f8", "I8": "<i1"}
        """,
        shape.widths() + " (" + String.join(", ", activations) + ")",
        framework,
        more,
        module.equals("keras") ? "import keras\nimport numpy as np\n" : imports,
        PythonText.string(weights),
        shape.widths(),
        activations.stream().collect(Collectors.joining(",")),
        switch (shape.precision()) {
          case FLOAT -> "F32";
          case DOUBLE -> "F64";
        });
  }

  private static String join(String head, String network, NetworkShape shape) {
    return head + network + files(shape);
  }

  private static String files(NetworkShape shape) {
    return String.format(
        Locale.ROOT,
        """


        def load(path):
            ""\"The tensors of a safetensors file by name, and what else its header says.""\"
            with open(path, "rb") as file:
                header = json.loads(file.read(int.from_bytes(file.read(8), "little")))
                data = file.read()
            metadata = header.pop("__metadata__", {})
            tensors = {}
            for name, entry in header.items():
                begin, end = entry["data_offsets"]
                if entry["dtype"] == "BF16":
                    bits = np.frombuffer(data[begin:end], "<u2").astype("<u4") << 16
                    values = bits.view("<f4")
                else:
                    values = np.frombuffer(data[begin:end], TYPES[entry["dtype"]])
                tensors[name] = values.reshape(entry["shape"]).astype(TYPES[DTYPE])
            for name in [each for each in tensors if each.endswith(".weight_scale")]:
                scale = tensors.pop(name)
                tensors[name[: -len("_scale")]] *= scale.reshape(-1, 1)
            if "layer1.weight" not in tensors:
                sys.exit(path + ": no layer1.weight; save it without names of your own for layers")
            return tensors, metadata


        def save(path, tensors):
            ""\"Writes tensors by name: weights [out][in] and biases [out].""\"
            texts = {"burin.widths": WIDTHS, "burin.activations": ACTIVATIONS}
            header, data = {"__metadata__": {"burin.format": "1", **texts}}, b""
            for name, tensor in tensors.items():
                values = np.ascontiguousarray(tensor, TYPES[DTYPE]).tobytes()
                offsets = [len(data), len(data) + len(values)]
                header[name] = {"dtype": DTYPE, "shape": tensor.shape, "data_offsets": offsets}
                data += values
            text = json.dumps(header).encode()
            text += b" " * (-len(text) %% 8)
            with open(path, "wb") as file:
                file.write(len(text).to_bytes(8, "little") + text + data)


        def golden(metadata):
            ""\"The golden rows of a file: inputs [n][%d] and outputs [n][%d].""\"
            rows = int(metadata["burin.golden.rows"])
            dtype = TYPES[metadata["burin.golden.dtype"]]
            for which in "burin.golden.inputs", "burin.golden.outputs":
                yield np.frombuffer(base64.b64decode(metadata[which]), dtype).reshape(rows, -1)


        if __name__ == "__main__":
            tensors, metadata = load(sys.argv[1] if len(sys.argv) > 1 else WEIGHTS)
            net = build(tensors)
            if "burin.golden.rows" in metadata:
                inputs, outputs = golden(metadata)
                computed = answers(net, inputs.astype(TYPES[DTYPE]))
                for row, expected in zip(computed, outputs):
                    print("computed", *row, "expected", *expected)
                print("largest difference", np.abs(computed - outputs).max())
            else:
                print("no golden rows in the file")
            if len(sys.argv) > 2:
                save(sys.argv[2], weights(net))
        """,
        shape.inputs(),
        shape.outputs());
  }
}
