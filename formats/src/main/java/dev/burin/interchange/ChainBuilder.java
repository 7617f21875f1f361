package dev.burin.interchange;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.file.MalformedFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes a chain from what a file says, in the order of the computation: layers, activations, and
 * normalisations, each of which is folded into the layer before it or, where an activation or
 * nothing stands there, into the one after it. What cannot be said as a chain is refused with the
 * place that the reader of the file gave to it.
 */
public final class ChainBuilder {

  private final String file;
  private final List<DenseLayer> layers = new ArrayList<>();
  private final List<String> folded = new ArrayList<>();
  private InputRange range;
  private int width;

  /** The place of the activation of the last layer, once it has one. */
  private @Nullable String activated;

  /** What waits for the next layer: a = scale a' + shift. */
  private @Nullable Affine waiting;

  /**
   * A chain without layers.
   *
   * @param file what messages call the file
   * @param inputs the width of a sample, at least 1
   */
  public ChainBuilder(String file, int inputs) {
    if (inputs < 1) {
      throw new IllegalArgumentException("A sample has " + inputs + " numbers, not 1 or more.");
    }
    this.file = file;
    this.width = inputs;
    this.range = InputRange.standard(inputs);
  }

  /** The width of the values at this point of the chain. */
  public int width() {
    return width;
  }

  /** Whether sums stand at this point, to which nothing has been applied yet. */
  public boolean atSums() {
    return !layers.isEmpty() && activated == null;
  }

  /** The numbers that the file is given are whole. */
  public void wholeInputs() {
    range = range.ofWholeNumbers();
  }

  /**
   * Adds a layer.
   *
   * @param place where it is in the file, such as {@code node "fc1" (Gemm)}
   * @param name what its weights are called
   * @param out its outputs
   * @param weights {@code [out][in]}, row-major, where in is {@link #width()}; they are kept, and
   *     written when a normalisation is folded
   * @param bias {@code [out]}, likewise
   * @throws MalformedFileException if there are no outputs, if a number is not finite, or if it
   *     comes after SOFTMAX
   */
  public void dense(String place, String name, int out, double[] weights, double[] bias)
      throws MalformedFileException {
    refuseAfterSoftmax(place);
    if (out < 1) {
      throw refused(place, name + " has no outputs", "a layer of at least one neuron");
    }
    finite(place, name, weights);
    finite(place, name + " (bias)", bias);
    if (layers.size() == Chain.MOST_LAYERS) {
      throw refused(
          place,
          "it is layer " + (layers.size() + 1),
          "at most " + Chain.MOST_LAYERS + " layers, which a declaration may have");
    }
    DenseLayer layer = new DenseLayer(name, width, out, weights, bias, Activation.IDENTITY, 0);
    if (waiting != null) {
      waiting.before(layer);
      if (layers.isEmpty()) {
        InputRange before = InputRange.before(waiting.scale(), waiting.shift());
        range = range.whole() ? before.ofWholeNumbers() : before;
      }
      folded.add(waiting.places() + " into layer " + (layers.size() + 1) + ", which follows it");
      waiting = null;
    }
    layers.add(layer);
    width = out;
    activated = null;
  }

  /**
   * Adds {@code a[j] = scale[j] a'[j] + shift[j]}, as a bias or a normalisation is.
   *
   * @param place where it is in the file
   * @param scale {@code [width]}
   * @param shift {@code [width]}
   * @throws MalformedFileException if a number is not finite, or if it comes after SOFTMAX
   */
  public void affine(String place, double[] scale, double[] shift) throws MalformedFileException {
    refuseAfterSoftmax(place);
    finite(place, "its factor", scale);
    finite(place, "its shift", shift);
    Affine affine = new Affine(place, scale, shift);
    if (atSums()) {
      affine.after(layers.getLast());
      if (!affine.onlyShifts()) {
        folded.add(place + " into layer " + layers.size() + ", which it follows");
      }
    } else {
      Affine both = waiting == null ? affine : waiting.then(affine);
      waiting = both.changesNothing() ? null : both;
    }
  }

  /**
   * Adds an activation.
   *
   * @param place where it is in the file
   * @param slope its slope, or {@link Activation#defaultSlope()}
   * @throws MalformedFileException if no layer stands before it, or if the slope is out of range
   */
  public void activation(String place, Activation activation, double slope)
      throws MalformedFileException {
    refuseAfterSoftmax(place);
    if (!atSums()) {
      throw refused(
          place,
          layers.isEmpty() ? "no layer stands before it" : "it comes after " + activated,
          "one activation after each dense layer, such as a Gemm");
    }
    boolean inRange = slope >= Activation.LEAST_SLOPE && slope <= Activation.GREATEST_SLOPE;
    if (activation.takesSlope() && !inRange) {
      throw refused(
          place,
          String.format(Locale.ROOT, "alpha, the slope of %s below 0, is %s", activation, slope),
          "one from " + Activation.LEAST_SLOPE + " to " + Activation.GREATEST_SLOPE);
    }
    layers.set(layers.size() - 1, layers.getLast().with(activation, slope));
    activated = place;
  }

  /**
   * The chain.
   *
   * @param loss the cost that the file names, or null for the one that goes with the last
   *     activation
   * @throws MalformedFileException if there is no layer, or if a normalisation comes after the last
   *     activation of many outputs
   */
  public Chain chain(Precision precision, @Nullable Loss loss) throws MalformedFileException {
    if (layers.isEmpty()) {
      throw refused("", "there is no dense layer, such as a Gemm, in it", "at least one");
    }
    if (waiting != null) {
      Affine last = waiting;
      waiting = null;
      dense(last.places(), "diagonal", width, last.diagonal(file), last.shift());
      folded.add(last.places() + " into a layer of its own, " + layers.size() + ", the last");
    }
    Activation last = layers.getLast().activation();
    Loss fitting = loss != null && loss.fits(last) ? loss : loss(last);
    return new Chain(layers, fitting, precision, range);
  }

  /** What was folded, and where to: one line each. */
  public List<String> folded() {
    return List.copyOf(folded);
  }

  /** The loss that usually goes with the activation of the last layer. */
  static Loss loss(Activation last) {
    if (last == Activation.SOFTMAX) {
      return Loss.CROSS_ENTROPY;
    }
    return last == Activation.SIGMOID ? Loss.BINARY_CROSS_ENTROPY : Loss.MEAN_SQUARED_ERROR;
  }

  private void refuseAfterSoftmax(String place) throws MalformedFileException {
    if (!layers.isEmpty() && layers.getLast().activation() == Activation.SOFTMAX) {
      throw refused(
          place, "it comes after " + activated, "Softmax at the end of the last layer only");
    }
  }

  private void finite(String place, String what, double[] numbers) throws MalformedFileException {
    for (int i = 0; i < numbers.length; i++) {
      if (!Double.isFinite(numbers[i])) {
        throw refused(place, what + " has " + numbers[i] + " at index " + i, "finite numbers");
      }
    }
  }

  private MalformedFileException refused(String place, String found, String expected) {
    return new MalformedFileException(file, place, found, expected);
  }
}
