package dev.burin.io;

import dev.burin.Activation;
import dev.burin.network.NeuralNetwork;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a weights file is written, in words that each give another writing:
 *
 * <pre>{@code
 * WeightsFile.save(file, network, Writing.standard().layers("fc1", "fc2").golden(x, 4));
 * }</pre>
 */
public final class Writing {

  private static final Writing STANDARD =
      new Writing(Map.of(), Naming.OURS, false, StorageType.SAME, null, 0);

  /** What layers are called. */
  private interface Naming {

    Naming OURS =
        shape -> {
          List<String> names = new ArrayList<>();
          for (int l = 1; l <= shape.layers().size(); l++) {
            names.add("layer" + l);
          }
          return names;
        };

    List<String> of(NetworkShape shape);
  }

  private final Map<String, String> notes;
  private final Naming naming;
  private final boolean foreign;
  private final StorageType storage;
  private final double @Nullable [] golden;
  private final int rows;

  private Writing(
      Map<String, String> notes,
      Naming naming,
      boolean foreign,
      StorageType storage,
      double @Nullable [] golden,
      int rows) {
    this.notes = notes;
    this.naming = naming;
    this.foreign = foreign;
    this.storage = storage;
    this.golden = golden;
    this.rows = rows;
  }

  /** The writing of {@link WeightsFile#save(java.nio.file.Path, dev.burin.network.Engraved)}. */
  public static Writing standard() {
    return STANDARD;
  }

  /**
   * Texts of one's own are kept beside the weights.
   *
   * @param notes texts by name, of at most 512 KiB together as JSON spells them
   * @throws IllegalArgumentException if they are longer, or a name is empty
   */
  public Writing notes(Map<String, String> notes) {
    Notes.check(notes);
    return new Writing(Map.copyOf(notes), naming, foreign, storage, golden, rows);
  }

  /**
   * The layers are called like the attributes of a PyTorch module, so that its {@code
   * load_state_dict} takes the tensors: {@code layers("fc1", "fc2")} for {@code fc1.weight}, {@code
   * fc1.bias}, {@code fc2.weight} and {@code fc2.bias}.
   *
   * @param names one for each layer, no two alike
   */
  public Writing layers(String... names) {
    List<String> given = List.of(names);
    Naming these =
        shape -> {
          if (given.size() != shape.layers().size()) {
            throw new IllegalArgumentException(
                String.format(
                    Locale.ROOT,
                    "The writing names %d layers, but the network %s has %d; name each of them.",
                    given.size(),
                    shape.widths(),
                    shape.layers().size()));
          }
          return given;
        };
    return new Writing(notes, these, true, storage, golden, rows);
  }

  /**
   * The layers are numbered as in PyTorch's {@code nn.Sequential}, where activations count too:
   * {@code 0}, {@code 2}, {@code 4}, and one less after each IDENTITY.
   *
   * @param prefix what stands before the numbers, such as {@code net.} where the sequence is an
   *     attribute; empty for the sequence itself
   */
  public Writing sequential(String prefix) {
    Objects.requireNonNull(prefix, "The prefix is null; expected one such as \"net.\", or \"\".");
    return new Writing(notes, shape -> numbered(prefix, shape), true, storage, golden, rows);
  }

  private static List<String> numbered(String prefix, NetworkShape shape) {
    List<String> names = new ArrayList<>();
    int number = 0;
    for (LayerShape layer : shape.layers()) {
      names.add(prefix + number);
      number += layer.activation() == Activation.IDENTITY ? 1 : 2;
    }
    return names;
  }

  /** Weights are kept in this type, which may round them. */
  public Writing storage(StorageType storage) {
    Objects.requireNonNull(storage, "The storage is null; expected SAME, F16, BF16 or INT8.");
    return new Writing(notes, naming, foreign, storage, golden, rows);
  }

  /**
   * Samples are kept beside the weights, with what the network that is saved answers: golden rows,
   * by which a reader can tell that it computes the same.
   *
   * @param x {@code [n][in]}, row-major; the first n samples are copied
   * @param n how many, at least 1
   * @throws IllegalArgumentException if n is less than 1
   */
  public Writing golden(float[] x, int n) {
    Objects.requireNonNull(x, "The golden inputs are null; expected [n][in].");
    double[] copy = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      copy[i] = x[i];
    }
    return withGolden(copy, n);
  }

  /** {@link #golden(float[], int)} in double; a float network rounds to nearest. */
  public Writing golden(double[] x, int n) {
    Objects.requireNonNull(x, "The golden inputs are null; expected [n][in].");
    return withGolden(x.clone(), n);
  }

  private Writing withGolden(double[] x, int n) {
    if (n < 1) {
      throw new IllegalArgumentException(
          "There are " + n + " golden rows; expected at least 1 of them.");
    }
    return new Writing(notes, naming, foreign, storage, x, n);
  }

  Map<String, String> notes() {
    return notes;
  }

  StorageType storage() {
    return storage;
  }

  /** Whether layers have names that are not ours. */
  boolean isForeign() {
    return foreign;
  }

  /** The names of the layers of a network, no two alike. */
  List<String> names(NetworkShape shape) {
    List<String> names = naming.of(shape);
    if (new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException(
          "Two layers are to be called alike in " + names + "; give each a name of its own.");
    }
    return names;
  }

  /** The golden rows that a network gives, if any are wanted. */
  @Nullable GoldenRows golden(NeuralNetwork network) {
    return golden == null ? null : GoldenRows.answeredBy(network, golden, rows);
  }
}
