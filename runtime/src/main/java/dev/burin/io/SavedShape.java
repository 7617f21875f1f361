package dev.burin.io;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import dev.burin.safetensors.Header;
import dev.burin.safetensors.TensorType;
import dev.burin.safetensors.WeightsInput;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The network that a weights file names, for whoever has the file and not the declaration. */
public final class SavedShape {

  private static final int LONGEST_HEADER = 1 << 24;

  private static final Pattern ACTIVATION = Pattern.compile("([A-Z_]+)(?:\\(([-+.0-9E]+)\\))?");

  private SavedShape() {}

  /**
   * The shape of the network that was saved: widths, activations with their slopes, and loss. How
   * its weights were drawn, and what it dropped in training, is not in the file and is as by
   * default. The precision is DOUBLE where there is a tensor of F64, or golden rows are. Only the
   * header is read.
   *
   * @throws MalformedFileException if the file is no weights file, or does not name its network, as
   *     one of another tool
   * @throws IOException if it cannot be read
   */
  public static NetworkShape of(Path file) throws IOException {
    Objects.requireNonNull(file, "The path is null; expected that of a weights file.");
    Header header;
    try (WeightsInput in = WeightsInput.open(file)) {
      header = in.header(LONGEST_HEADER);
    }
    boolean doubles =
        header.tensors().values().stream().anyMatch(tensor -> tensor.type() == TensorType.F64)
            || TensorType.F64.name().equals(header.metadata().get(GoldenText.TYPE));
    try {
      return shape(
          file.toString(), header.metadata(), doubles ? Precision.DOUBLE : Precision.FLOAT);
    } catch (IllegalArgumentException e) {
      MalformedFileException refused =
          new MalformedFileException(
              file,
              "it names a network that is none ("
                  + Names.shown(String.valueOf(e.getMessage()))
                  + ")",
              "the metadata as they were saved");
      refused.initCause(e);
      throw refused;
    }
  }

  private static NetworkShape shape(String file, Map<String, String> metadata, Precision precision)
      throws MalformedFileException {
    String[] widths = text(file, metadata, Metadata.WIDTHS).split("-", -1);
    String[] activations = text(file, metadata, Metadata.ACTIVATIONS).split(",", -1);
    if (widths.length != activations.length + 1) {
      throw new MalformedFileException(
          file,
          "it names " + widths.length + " widths and " + activations.length + " activations",
          "one width more");
    }
    List<LayerShape> layers = new ArrayList<>();
    for (int l = 0; l < activations.length; l++) {
      Matcher matcher = ACTIVATION.matcher(activations[l]);
      if (!matcher.matches()) {
        throw new IllegalArgumentException(activations[l] + " is no activation");
      }
      Activation activation = Activation.valueOf(matcher.group(1));
      LayerShape layer =
          LayerShape.of(Integer.parseInt(widths[l]), Integer.parseInt(widths[l + 1]), activation);
      layers.add(
          matcher.group(2) == null ? layer : layer.slope(Double.parseDouble(matcher.group(2))));
    }
    Activation last = layers.getLast().activation();
    String loss = metadata.get(Metadata.LOSS);
    return NetworkShape.of(loss == null ? fitting(last) : Loss.valueOf(loss), precision, layers);
  }

  /** The loss of a file that names none, which plays no part in answers. */
  private static Loss fitting(Activation last) {
    return last == Activation.SOFTMAX ? Loss.CROSS_ENTROPY : Loss.MEAN_SQUARED_ERROR;
  }

  private static String text(String file, Map<String, String> metadata, String name)
      throws MalformedFileException {
    String text = metadata.get(name);
    if (text == null) {
      throw new MalformedFileException(
          file,
          "its metadata have no " + name,
          "a file that this library saved, which names its network");
    }
    return text;
  }
}
