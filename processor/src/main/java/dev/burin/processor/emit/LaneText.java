package dev.burin.processor.emit;

import dev.burin.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Statements on vectors of one element type, and the pieces that several activations share. */
final class LaneText {

  private final Precision precision;
  private final String species;
  private final String vector;
  private final List<String> lines = new ArrayList<>();

  LaneText(Precision precision, String species) {
    this.precision = precision;
    this.species = species;
    this.vector =
        switch (precision) {
          case FLOAT -> "FloatVector";
          case DOUBLE -> "DoubleVector";
        };
  }

  /** The statements so far. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /** Declares a vector. */
  void let(String name, String value) {
    lines.add(vector + " " + name + " = " + value + ";");
  }

  /** Assigns to a vector that is declared already. */
  void set(String name, String value) {
    lines.add(name + " = " + value + ";");
  }

  /** A literal of the element type, from the text of a double literal such as {@code 0.5}. */
  String literal(String number) {
    return switch (precision) {
      case FLOAT -> number + "f";
      case DOUBLE -> number;
    };
  }

  /** A vector with a constant in each lane. */
  String broadcast(String constant) {
    return vector + ".broadcast(" + species + ", " + constant + ")";
  }

  /** {@code where comparison limit ? then : vector}, lane by lane. */
  String blend(String vector, String then, String where, String comparison, String limit) {
    return String.format(
        Locale.ROOT,
        "%s.blend(%s, %s.compare(VectorOperators.%s, %s))",
        vector,
        then,
        where,
        comparison,
        limit);
  }

  /** Declares {@code name}: vector with lanes below a limit raised to it. */
  void floor(String name, String vector, String limit) {
    let(name, blend(vector, limit, vector, "LT", limit));
  }

  /** Lowers lanes above a limit to it. */
  void ceiling(String name, String limit) {
    set(name, blend(name, limit, name, "GT", limit));
  }

  /** Declares {@code name}, a polynomial in {@code variable} by Horner's rule. */
  void horner(String name, String prefix, String variable) {
    int degree = ActivationSeries.degree(prefix, precision);
    let(
        name,
        String.format(
            Locale.ROOT, "%s.fma(%s%d, %s%d)", variable, prefix, degree, prefix, degree - 1));
    for (int i = degree - 2; i >= 0; i--) {
      set(
          name,
          String.format(Locale.ROOT, "%s.fma(%s, %s)", name, variable, broadcast(prefix + i)));
    }
  }

  /** Declares {@code shifted}, {@code rest}, {@code growth}: exp(x) = 2^n (1 + growth). */
  void reduce(String x, String exponent) {
    rest(x, exponent);
    growth();
  }

  /** Declares {@code shifted} = x log2(e) in integers, and {@code rest} = x - n ln(2). */
  void rest(String x, String exponent) {
    let("shifted", String.format(Locale.ROOT, "%s.fma(LOG2_E, %s)", x, exponent));
    let("whole", String.format(Locale.ROOT, "shifted.sub(%s)", exponent));
    let("rest", String.format(Locale.ROOT, "whole.fma(%s, %s)", broadcast("-LN2_HIGH"), x));
    set("rest", String.format(Locale.ROOT, "whole.fma(%s, rest)", broadcast("-LN2_LOW")));
  }

  /** Declares {@code growth} = exp(rest) - 1. */
  void growth() {
    horner("series", "EXP_", "rest");
    let("growth", "rest.mul(rest).fma(series, rest)");
  }

  /** Declares {@code scale}, the power of two in the last bits of {@code shifted}. */
  void scale() {
    let("scale", power("shifted." + bits()));
  }

  /** The power of two whose biased exponent an integer vector ends in. */
  String power(String integers) {
    return switch (precision) {
      case FLOAT -> integers + ".lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats()";
      case DOUBLE -> integers + ".lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles()";
    };
  }

  /** The call that reads a vector as integers. */
  String bits() {
    return switch (precision) {
      case FLOAT -> "reinterpretAsInts()";
      case DOUBLE -> "reinterpretAsLongs()";
    };
  }

  /** {@code size} with the sign of another vector; size is not negative. */
  String signed(String size, String sign) {
    return switch (precision) {
      case FLOAT ->
          String.format(
              Locale.ROOT,
              "%s.reinterpretAsInts().or(%s.reinterpretAsInts().and(0x80000000)).reinterpretAsFloats()",
              size,
              sign);
      case DOUBLE ->
          String.format(
              Locale.ROOT,
              "%s.reinterpretAsLongs().or(%s.reinterpretAsLongs().and(0x8000000000000000L))"
                  + ".reinterpretAsDoubles()",
              size,
              sign);
    };
  }
}
