package dev.burin.io;

import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import dev.burin.kernel.Law;
import dev.burin.network.Fingerprint;
import dev.burin.network.InputScaling;
import dev.burin.network.NeuralNetwork;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a weights file says about its network beside the weights. */
final class Metadata {

  /** What the names of our own entries begin with. */
  static final String OURS = "burin.";

  static final String VERSION = "burin.format";
  static final String CHECKSUM = "burin.crc32c";
  static final String WIDTHS = "burin.widths";
  static final String ACTIVATIONS = "burin.activations";
  static final String LOSS = "burin.loss";
  static final String DECLARATION = "burin.declaration.sha256";
  static final String PARAMETERS = "burin.parameters.sha256";

  /** How raw bytes become inputs, as {@link InputScaling#text()} spells it. */
  static final String SCALING = "burin.input.scaling";

  /** What other tools ask for whose tensors these are. */
  static final String TOOL = "format";

  /** The answer for tensors that are named and shaped as in PyTorch. */
  static final String PYTORCH = "pt";

  /** What the names of entries begin with that the user gave. */
  static final String NOTE = "burin.note.";

  /**
   * The law of sums under which the network was trained. Another law would have trained it to
   * slightly other weights and reads these as they are, so that no file is refused for it.
   */
  static final String LAW = "burin.law";

  /** The version of the names and shapes of tensors and of these entries. */
  static final String CURRENT = "2";

  /** The same without a checksum. */
  static final String UNCHECKED = "1";

  private Metadata() {}

  /** The entries in the order of a file, without the checksum. */
  static Map<String, String> of(NeuralNetwork network) {
    Map<String, String> metadata = of(network.shape());
    metadata.put(PARAMETERS, Fingerprint.of(network).sha256());
    InputScaling scaling = network.inputScaling();
    if (scaling != null) {
      metadata.put(SCALING, scaling.text());
    }
    return metadata;
  }

  /** What is said of a shape alone. */
  static Map<String, String> of(NetworkShape shape) {
    Map<String, String> metadata = new TreeMap<>();
    metadata.put(VERSION, CURRENT);
    metadata.put(LAW, String.valueOf(Law.NUMBER));
    metadata.put(WIDTHS, shape.widths());
    metadata.put(
        ACTIVATIONS,
        shape.layers().stream().map(LayerShape::activationText).collect(Collectors.joining(",")));
    metadata.put(LOSS, shape.loss().name());
    metadata.put(DECLARATION, Fingerprint.of(shape).sha256());
    return metadata;
  }

  /** What a file says of raw bytes, or null. */
  static @Nullable InputScaling scaling(
      String file, Map<String, String> metadata, NetworkShape shape) throws MalformedFileException {
    String text = metadata.get(SCALING);
    if (text == null) {
      return null;
    }
    try {
      InputScaling scaling = InputScaling.parse(text);
      if (scaling.columns() == 1 || scaling.columns() == shape.inputs()) {
        return scaling;
      }
    } catch (IllegalArgumentException e) {
      // What is no scaling and what is one of another length are told in the same words.
    }
    throw new MalformedFileException(
        file,
        SCALING + " is \"" + Names.shown(text) + "\"",
        "a shift and a divisor, or as many pairs of them as there are inputs, " + shape.inputs());
  }
}
