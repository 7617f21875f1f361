package dev.burin.io;

import dev.burin.Layout;
import java.util.List;
import java.util.Objects;

/**
 * How a weights file is read, in words that each give another reading:
 *
 * <pre>{@code
 * WeightsFile.load(file, network, Reading.standard().layout(Layout.KERAS).rounded());
 * }</pre>
 *
 * <p>What the standard is, {@link WeightsFile} says. A word more in a later version changes the
 * constructor, but none of the words.
 *
 * @param layout which way round weights lie
 * @param roundsDoubles whether doubles are rounded to the floats of a network
 * @param ignoresExtras whether tensors are passed over that are no weights of the network
 * @param fillsBiases whether a layer may have no biases where another has some
 * @param layers the names of the layers in their order, without {@code .weight}; empty to find them
 * @param goldenRows whether the golden rows of the file are looked at
 */
public record Reading(
    Layout layout,
    boolean roundsDoubles,
    boolean ignoresExtras,
    boolean fillsBiases,
    List<String> layers,
    GoldenCheck goldenRows) {

  private static final Reading STANDARD =
      new Reading(Layout.BY_NAME, false, false, false, List.of(), GoldenCheck.NONE);

  /** Checks what is given. */
  public Reading {
    Objects.requireNonNull(layout, "The layout is null; expected BY_NAME, PYTORCH or KERAS.");
    Objects.requireNonNull(goldenRows, "The check of golden rows is null; expected NONE.");
    layers = List.copyOf(layers);
  }

  /** The reading of {@link WeightsFile#load(java.nio.file.Path, dev.burin.network.Engraved)}. */
  public static Reading standard() {
    return STANDARD;
  }

  /** Weights lie this way round, whatever the tensors are called. */
  public Reading layout(Layout layout) {
    return new Reading(layout, roundsDoubles, ignoresExtras, fillsBiases, layers, goldenRows);
  }

  /** Doubles are rounded to the nearest floats, which may lose digits. */
  public Reading rounded() {
    return new Reading(layout, true, ignoresExtras, fillsBiases, layers, goldenRows);
  }

  /**
   * Tensors are passed over that are no weights of the network. A normalization never is: without
   * it the network would be another.
   */
  public Reading ignoringExtras() {
    return new Reading(layout, roundsDoubles, true, fillsBiases, layers, goldenRows);
  }

  /** Biases that the file has not are 0, be it of some layers only. */
  public Reading missingBiases() {
    return new Reading(layout, roundsDoubles, ignoresExtras, true, layers, goldenRows);
  }

  /**
   * The layers have these names, in this order, such as {@code layers("enc.a", "enc.b")} for the
   * tensors {@code enc.a.weight}, {@code enc.a.bias}, {@code enc.b.weight} and {@code enc.b.bias}.
   */
  public Reading layers(String... names) {
    return new Reading(
        layout, roundsDoubles, ignoresExtras, fillsBiases, List.of(names), goldenRows);
  }

  /** The file must have golden rows, and the network must answer them as they say. */
  public Reading golden() {
    return golden(GoldenCheck.REQUIRED);
  }

  /** If the file has golden rows, the network must answer them as they say. */
  public Reading goldenIfPresent() {
    return golden(GoldenCheck.IF_PRESENT);
  }

  private Reading golden(GoldenCheck check) {
    return new Reading(layout, roundsDoubles, ignoresExtras, fillsBiases, layers, check);
  }
}
