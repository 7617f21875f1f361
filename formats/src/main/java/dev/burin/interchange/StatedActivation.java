package dev.burin.interchange;

import dev.burin.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An activation that the user states, for files that hold weights and nothing else.
 *
 * @param slope the slope just below 0, {@link Activation#defaultSlope()} for those that take none
 */
public record StatedActivation(Activation activation, double slope) {

  /**
   * A name, and the slope in brackets or, as shells treat brackets in their own way, behind a
   * colon.
   */
  private static final Pattern FORM =
      Pattern.compile("\\s*([A-Za-z_]+)(?:\\(([-+.0-9eE]+)\\)|:([-+.0-9eE]+))?\\s*");

  /** What Keras, scikit-learn and others call them. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of("linear", "IDENTITY", "logistic", "SIGMOID", "swish", "SILU");

  /** Checks the slope. */
  public StatedActivation {
    Objects.requireNonNull(activation, "The activation is null.");
    boolean fitting =
        activation.takesSlope()
            ? slope >= Activation.LEAST_SLOPE && slope <= Activation.GREATEST_SLOPE
            : slope == 0;
    if (!fitting) {
      throw new IllegalArgumentException(
          "The slope of "
              + activation
              + " is "
              + slope
              + "; expected "
              + (activation.takesSlope()
                  ? Activation.LEAST_SLOPE + " to " + Activation.GREATEST_SLOPE
                  : "none")
              + ".");
    }
  }

  /** An activation with the slope that it has by itself. */
  public static StatedActivation of(Activation activation) {
    Objects.requireNonNull(activation, "The activation is null.");
    return new StatedActivation(activation, activation.defaultSlope());
  }

  /**
   * Reads a list such as {@code relu,leaky_relu:0.2,softmax}, one activation for each layer.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static List<StatedActivation> parse(String text) {
    Objects.requireNonNull(text, "The activations are null; expected relu,softmax for example.");
    List<StatedActivation> stated = new ArrayList<>();
    for (String each : text.split(",", -1)) {
      Matcher matcher = FORM.matcher(each);
      if (!matcher.matches()) {
        throw unknown(each);
      }
      Activation activation = named(each, matcher.group(1));
      String slope = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
      stated.add(
          slope == null ? of(activation) : new StatedActivation(activation, number(each, slope)));
    }
    return List.copyOf(stated);
  }

  /** The activation as {@link #parse} reads it. */
  public String text() {
    String name = activation.name().toLowerCase(Locale.ROOT);
    return slope == activation.defaultSlope() ? name : name + ":" + slope;
  }

  private static Activation named(String each, String given) {
    String name = OTHER_NAMES.getOrDefault(given.toLowerCase(Locale.ROOT), given);
    for (Activation activation : Activation.values()) {
      if (activation.name().equals(name.toUpperCase(Locale.ROOT))) {
        return activation;
      }
    }
    throw unknown(each);
  }

  private static double number(String each, String slope) {
    try {
      return Double.parseDouble(slope);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(unknown(each).getMessage(), e);
    }
  }

  private static IllegalArgumentException unknown(String each) {
    return new IllegalArgumentException(
        "\""
            + each.strip()
            + "\" is no activation; expected one for each layer, such as"
            + " relu,leaky_relu:0.2,softmax.");
  }
}
