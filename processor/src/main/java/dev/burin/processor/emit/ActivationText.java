package dev.burin.processor.emit;

import dev.burin.Activation;
import dev.burin.Precision;
import dev.burin.shape.LayerShape;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * F2 and B1 for the lanes of one vector, as Java statements: the operations of {@code FloatMath} or
 * {@code DoubleMath} in the same order, so that each lane gets the same bits.
 *
 * <p>The statements name the types FloatVector or DoubleVector, VectorOperators, the species and
 * the {@link #constants()}, and declare locals whose names are words of more than two letters. They
 * belong into a scope of their own, such as the body of a loop. They call no method that takes or
 * returns a vector outside of the Vector API.
 */
final class ActivationText {

  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]+");

  private final Activation activation;
  private final ActivationConstant below;
  private final Precision precision;
  private final String species;

  private ActivationText(LayerShape layer, int number, Precision precision, String species) {
    this.activation = layer.activation();
    this.below = ActivationConstant.slope(layer, number, precision);
    this.precision = precision;
    this.species = species;
  }

  /**
   * The text of the activation of layer {@code number}, where {@code species} names the species in
   * the emitted class.
   */
  static ActivationText of(LayerShape layer, int number, Precision precision, String species) {
    return new ActivationText(layer, number, precision, species);
  }

  /**
   * What {@code FloatMath} or {@code DoubleMath} is given for one number: the slope too, if any.
   */
  String arguments(String number) {
    return activation.takesSlope() ? number + ", " + below.name() : number;
  }

  /** The constants that value, slope and, for SOFTMAX, exp refer to, in order of declaration. */
  List<ActivationConstant> constants() {
    Set<String> words = new LinkedHashSet<>();
    Stream<List<String>> texts =
        switch (activation) {
          case SOFTMAX -> Stream.of(exp("x", "e"));
          default -> Stream.of(value(), slope());
        };
    texts
        .flatMap(List::stream)
        .flatMap(line -> CONSTANT.matcher(line).results())
        .forEach(word -> words.add(word.group()));
    return Stream.concat(Stream.of(below), ActivationConstant.all(precision).stream())
        .filter(constant -> words.contains(constant.name()))
        .toList();
  }

  /** Given the vector {@code z}, declares the vector {@code a = f(z)}. */
  List<String> value() {
    return value("z", "a");
  }

  /** Given the vector named {@code z}, declares the vector named {@code a}, f of it. */
  List<String> value(String z, String a) {
    LaneText text = new LaneText(precision, species);
    new ActivationValues(text, z, a).write(activation, below.name());
    return text.lines();
  }

  /**
   * Given the vector {@code a} or, where {@link Activation#derivativeNeedsSum}, the vector {@code
   * z}, declares the vector {@code slope = f'(z)}.
   */
  List<String> slope() {
    return slope("z", "a", "slope");
  }

  /** The same with names of the caller's choice. */
  List<String> slope(String z, String a, String slope) {
    LaneText text = new LaneText(precision, species);
    new ActivationSlopes(text, z, a, slope).write(activation, below.name());
    return text.lines();
  }

  /** Given the vector named {@code x}, declares the vector named {@code e}, exp of it. */
  List<String> exp(String x, String e) {
    LaneText text = new LaneText(precision, species);
    new ActivationValues(text, x, e).exp();
    return text.lines();
  }
}
