package dev.burin.keras;

import dev.burin.Activation;
import dev.burin.Precision;
import dev.burin.file.MalformedFileException;
import dev.burin.hdf5.Hdf5Array;
import dev.burin.interchange.Chain;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes steps of layers: what each of them does in inference, with its numbers from the file. */
final class Layers {

  /** The layers that do nothing in inference. */
  private static final Set<String> INERT =
      Set.of(
          "Dropout",
          "AlphaDropout",
          "GaussianDropout",
          "GaussianNoise",
          "SpatialDropout1D",
          "ActivityRegularization",
          "Identity");

  private static final Set<String> ACTIVATIONS =
      Set.of("Activation", "ReLU", "LeakyReLU", "ELU", "Softmax");

  private static final String READ =
      "Dense, activations, BatchNormalization, Normalization, Rescaling, Flatten, Reshape and what"
          + " is inert in inference";

  /** The names of types in which a layer may compute. */
  private static final String POLICIES = "(mixed_)?(float16|bfloat16)|float32|float64";

  private final Version version;
  private final Variables variables;
  private final Dimensions dimensions = new Dimensions();
  private final List<Step> steps = new ArrayList<>();
  private final List<String> dropped = new ArrayList<>();
  private final Weights weights;
  private int dense;

  /**
   * Nothing yet.
   *
   * @param mostBytes the most memory that all weights may take
   */
  Layers(Version version, Variables variables, long mostBytes) {
    this.version = version;
    this.variables = variables;
    this.weights = new Weights(mostBytes);
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  /** What has no part in inference, one line for each layer. */
  List<String> dropped() {
    return List.copyOf(dropped);
  }

  /** What the weights need. */
  Precision precision() {
    return weights.precision();
  }

  /** Adds what a layer does. */
  void add(Layer layer) throws IOException {
    dimensions.input(layer);
    // Inputs may be whole numbers; what a layer computes with is another matter.
    if (!layer.kind().equals("InputLayer")) {
      requirePlain(layer);
    }
    switch (layer.kind()) {
      case "InputLayer" -> {}
      case "Dense" -> dense(layer);
      case "BatchNormalization" -> {
        dimensions.requireRow(layer);
        steps.add(Normalization.batch(layer, version, variables, weights));
      }
      case "Normalization" -> {
        dimensions.requireRow(layer);
        steps.add(Normalization.features(layer, variables, weights));
      }
      case "Rescaling" -> rescaling(layer);
      case "Flatten" -> dimensions.flatten(layer);
      case "Reshape" -> dimensions.reshape(layer);
      case "Lambda" ->
          throw layer.refused("it holds code, which is not run", "a layer of Keras for it");
      default -> other(layer);
    }
  }

  private void other(Layer layer) throws IOException {
    if (INERT.contains(layer.kind())) {
      dropped.add(layer.place() + ", which does nothing in inference");
    } else if (ACTIVATIONS.contains(layer.kind())) {
      activate(layer, KerasActivation.layer(layer, version));
    } else {
      throw layer.refused("layers of this class are not read", READ);
    }
  }

  /** A layer whose weights are stored in whole numbers computes something else. */
  private void requirePlain(Layer layer) throws MalformedFileException {
    Json value = layer.config().get("dtype");
    Json policy =
        value instanceof Json.Members members && members.get("config") instanceof Json.Members of
            ? of.get("name")
            : value;
    boolean known = policy == null || Architecture.text(policy).matches(POLICIES);
    if (layer.config().get("quantization_config") != null || !known) {
      throw layer.refused(
          "it is quantized" + (policy == null ? "" : ", or of the dtype " + policy.shown()),
          "float16, bfloat16, float32 or float64");
    }
    if (policy != null && Architecture.text(policy).contains("float16")) {
      dropped.add(layer.place() + ": that Keras computes it in " + Architecture.text(policy));
    }
  }

  private void dense(Layer layer) throws IOException {
    if (++dense > Chain.MOST_LAYERS) {
      throw layer.refused(
          "it is the Dense layer number " + dense,
          "at most " + Chain.MOST_LAYERS + ", which a declaration may have");
    }
    // The name of the field in Keras 1.
    boolean biased = layer.truth("use_bias", layer.truth("bias", true));
    List<Hdf5Array> arrays =
        variables.of(layer, biased ? List.of("kernel", "bias") : List.of("kernel"));
    Hdf5Array kernel = arrays.getFirst();
    boolean matrix =
        kernel.shape().size() == 2
            && kernel.shape().stream().allMatch(n -> n > 0 && n <= Integer.MAX_VALUE);
    if (!matrix) {
      throw layer.refused(
          "its kernel has the shape " + kernel.shape(), "two lengths, [in, out], from 1 on");
    }
    double units = layer.number("units", layer.number("output_dim", kernel.shape().get(1)));
    if (units != kernel.shape().get(1)) {
      throw layer.refused(
          "its kernel has the shape " + kernel.shape(), "[in, " + (long) units + "], by its units");
    }
    dimensions.requireRow(layer, kernel.shape().get(0));
    double[] numbers = weights.read(layer, "kernel", kernel, kernel.shape());
    int in = Math.toIntExact(kernel.shape().get(0));
    int out = Math.toIntExact(kernel.shape().get(1));
    double[] bias =
        biased ? weights.read(layer, "bias", arrays.get(1), List.of((long) out)) : new double[out];
    dimensions.row(out);
    steps.add(new Step.Dense(layer.place(), layer.name(), in, out, numbers, bias));
    activate(layer, KerasActivation.field(layer, version));
  }

  /** Adds an activation to what a layer does. */
  void activate(Layer layer, KerasActivation activation) throws MalformedFileException {
    if (activation.activation() == Activation.SOFTMAX) {
      dimensions.requireRow(layer);
    }
    if (activation.activation() != Activation.IDENTITY) {
      steps.add(new Step.Activate(layer.place(), activation));
    }
  }

  /** One factor for all numbers goes with samples of any shape. */
  private void rescaling(Layer layer) throws MalformedFileException {
    Step.Normalize rescaling = Normalization.rescaling(layer);
    if (rescaling.mean().length > 1) {
      dimensions.requireRow(layer);
    }
    steps.add(rescaling);
  }
}
