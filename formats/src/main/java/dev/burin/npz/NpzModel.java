package dev.burin.npz;

import dev.burin.Precision;
import dev.burin.data.npy.NpyArray;
import dev.burin.data.npy.NpyType;
import dev.burin.data.npy.Npz;
import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import dev.burin.interchange.Chain;
import dev.burin.interchange.ChainBuilder;
import dev.burin.interchange.ForeignModel;
import dev.burin.interchange.StatedActivation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads networks that were saved with {@code numpy.savez}: weights and biases, and nothing else.
 *
 * <p>Their names are {@code W1 b1 W2 b2}, {@code coefs_0 intercepts_0} and so on, as scikit-learn
 * calls them, {@code fc1.weight fc1.bias}, as PyTorch does, or {@code arr_0 arr_1}, as NumPy itself
 * does. Which way the matrices lie follows from the names of a library, from the biases, or from
 * how the layers fit; where nothing shows it, as with square layers, it has to be said. Numbers are
 * halves, floats or doubles in either byte order and either order of the elements.
 */
public final class NpzModel {

  private NpzModel() {}

  /**
   * Reads a network whose matrices lie in the only way that fits.
   *
   * @param activations one for each layer, since such a file has none
   * @throws MalformedFileException if the file does not hold such a network, if there are not as
   *     many activations as layers, or if the matrices might lie both ways; the message names the
   *     array and the reason
   * @throws IOException if it cannot be read
   */
  public static ForeignModel read(Path file, List<StatedActivation> activations)
      throws IOException {
    return read(file, activations, null);
  }

  /**
   * {@link #read(Path, List)} with the layout of the matrices.
   *
   * @param layout which way they lie, or null to find it out
   */
  public static ForeignModel read(
      Path file, List<StatedActivation> activations, @Nullable WeightLayout layout)
      throws IOException {
    Objects.requireNonNull(file, "The path is null; expected that of an .npz file.");
    List<StatedActivation> stated = List.copyOf(activations);
    Map<String, NpyArray> arrays = Npz.read(file);
    String name = file.toString();
    Precision precision = precision(name, arrays);
    NpzLayers.Ways ways = NpzLayers.of(name, arrays);
    if (layout != null && ways.layout() != null && layout != ways.layout()) {
      throw new MalformedFileException(
          file,
          "by the names of its arrays it is " + ways.layout() + ", and " + layout + " is stated",
          "no statement, or other names");
    }
    NpzNetwork network = only(name, ways, layout == null ? ways.layout() : layout);
    requireStated(name, network, stated);
    return model(file, network, stated, precision);
  }

  /** Weights are numbers with a fraction. */
  private static Precision precision(String file, Map<String, NpyArray> arrays)
      throws MalformedFileException {
    Precision precision = Precision.FLOAT;
    for (var each : arrays.entrySet()) {
      NpyType type = each.getValue().type();
      switch (type) {
        case F2, F4 -> {}
        case F8 -> precision = Precision.DOUBLE;
        case I1, I2, I4, I8, U1, U2, U4, U8, B1 ->
            throw new MalformedFileException(
                file,
                "array \"" + Names.shown(each.getKey()) + "\"",
                "its elements are " + type,
                "F2, F4 or F8; whole numbers are no weights");
      }
    }
    return precision;
  }

  /** The only way of taking the arrays for a network. */
  private static NpzNetwork only(String file, NpzLayers.Ways ways, @Nullable WeightLayout layout)
      throws MalformedFileException {
    List<NpzNetwork> fitting = new ArrayList<>();
    for (List<NpzLayer> layers : ways.layers()) {
      for (WeightLayout each : WeightLayout.values()) {
        NpzNetwork network = new NpzNetwork(layers, each);
        if ((layout == null || layout == each) && network.fits()) {
          fitting.add(network);
        }
      }
    }
    String shapes =
        ways.layers().getFirst().stream()
            .map(layer -> Names.shown(layer.name()) + " " + layer.matrix().shape())
            .collect(Collectors.joining(", "));
    if (fitting.isEmpty()) {
      throw new MalformedFileException(
          file,
          "its arrays are no layers that fit one another: " + shapes,
          "matrices of which each takes what the one before it gives, with as many biases");
    }
    if (fitting.size() > 1) {
      throw new MalformedFileException(
          file,
          "its matrices might lie both ways, or be layers in two orders: " + shapes,
          "their layout to be stated, OUT_IN with a row for each output or IN_OUT with one for each"
              + " input");
    }
    return fitting.getFirst();
  }

  private static void requireStated(String file, NpzNetwork network, List<StatedActivation> stated)
      throws MalformedFileException {
    int layers = network.layers().size();
    if (stated.size() != layers) {
      throw new MalformedFileException(
          file,
          "it has the weights of "
              + layers
              + " layers, "
              + network.widths()
              + ", and no activations"
              + (stated.isEmpty() ? "" : ", and " + stated.size() + " are stated"),
          "one for each layer to be stated, such as relu,softmax");
    }
  }

  private static ForeignModel model(
      Path file, NpzNetwork network, List<StatedActivation> stated, Precision precision)
      throws MalformedFileException {
    ChainBuilder builder = new ChainBuilder(file.toString(), network.inputs());
    for (int l = 0; l < network.layers().size(); l++) {
      NpzLayer layer = network.layers().get(l);
      String place = "array \"" + Names.shown(layer.name()) + "\"";
      builder.dense(
          place,
          layer.name(),
          layer.out(network.layout()),
          network.weights(layer),
          network.biases(layer));
      if (stated.get(l).activation() != dev.burin.Activation.IDENTITY) {
        builder.activation(place, stated.get(l).activation(), stated.get(l).slope());
      }
    }
    Chain chain = builder.chain(precision, null);
    List<String> remarks = new ArrayList<>();
    remarks.add("the file has no activations: they were stated");
    remarks.add("the matrices were taken as " + network.layout());
    if (network.layers().getFirst().vector() == null) {
      remarks.add("the file has no biases: they are 0");
    }
    return new ForeignModel(
        file.getFileName() + "",
        "NumPy",
        chain,
        builder.folded(),
        List.of(),
        remarks,
        new NpzOriginal(network, stated));
  }
}
