package dev.burin.processor.emit;

import dev.burin.Precision;
import dev.burin.shape.LayerShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A {@code static final} that the text of an activation refers to by name. */
record ActivationConstant(String name, String type, String literal, String javadoc) {

  /** {@code float} or {@code double}. */
  static String type(Precision precision) {
    return switch (precision) {
      case FLOAT -> "float";
      case DOUBLE -> "double";
    };
  }

  /** The slope of the activation of layer {@code number} just below 0, in its precision. */
  static ActivationConstant slope(LayerShape layer, int number, Precision precision) {
    String literal =
        switch (precision) {
          case FLOAT -> (float) layer.slope() + "f";
          case DOUBLE -> String.valueOf(layer.slope());
        };
    return new ActivationConstant(
        "SLOPE" + number,
        type(precision),
        literal,
        String.format(Locale.ROOT, "The slope of layer %d just below 0.", number));
  }

  /** Every constant of one precision, in an order in which each knows those before it only. */
  static List<ActivationConstant> all(Precision precision) {
    Table table = new Table(precision, new ArrayList<>());
    table.add("EXP_FLOOR", "-110f", "-760.0", "Below it x exp(x) rounds to 0.");
    table.add("EXP_CEILING", "89f", "710.0", "From it on exp(x) is infinite.");
    table.add("SATURATION", "18f", "40.0", "From it on 1 + exp(-x) rounds to 1.");
    table.add("TANH_NEAR", "0.55f", "0.55", "Below it tanh is a series.");
    table.add("TANH_CEILING", "10f", "20.0", "From it on tanh rounds to 1.");
    table.add("GELU_CEILING", "15f", "39.0", "From it on a phi(a) rounds to 0.");
    table.add("LOG2_E", "0x1.715476p0f", "0x1.71547652b82fep0", "log2(e).");
    table.add("LN2_HIGH", "0x1.62e43p-1f", "0x1.62e42fefa39efp-1", "ln(2), rounded.");
    table.add("LN2_LOW", "-0x1.05c61p-29f", "0x1.abc9e3b39803fp-56", "ln(2) - LN2_HIGH.");
    table.add(
        "EXPONENT", "0x1.8p23f + 127", "0x1.8p52 + 1023", "Plus n it ends in the bits of 2^n.");
    table.add(
        "LIFTED_EXPONENT",
        "0x1.8p23f + 127 + 64",
        "0x1.8p52 + 1023 + 512",
        "Plus n it ends in the bits of 2^n / UNLIFT.");
    table.add(
        "LOWERED_EXPONENT",
        "0x1.8p23f + 127 - 64",
        "0x1.8p52 + 1023 - 512",
        "Plus n it ends in the bits of 2^n UNLIFT.");
    table.add(
        "TWO_EXPONENTS",
        "0x1.8p23f + 127 + 127",
        "0x1.8p52 + 1023 + 1023",
        "Plus n it ends in two exponents that make 2^n.");
    table.add("UNLIFT", "0x1p-64f", "0x1p-512", "A power of two far from both ends of the range.");
    table.add(
        "INVERSE_SQRT_2PI", "0x1.988454p-2f", "0x1.9884533d43651p-2", "The normal density at 0.");
    table.add("SELU_ABOVE", "0x1.0cfabep0f", "0x1.0cfabd6a91132p0", "The slope of SELU above 0.");
    table.add(
        "SELU_BELOW", "0x1.c212ccp0f", "0x1.c212cc640f031p0", "The slope of SELU just below 0.");
    table.add("SIXTH", "0x1.555556p-3f", "0x1.5555555555555p-3", "1/6, rounded.");
    table.constants.addAll(ActivationSeries.of(precision));
    return List.copyOf(table.constants);
  }

  /** The constants of one precision while they are listed. */
  private record Table(Precision precision, List<ActivationConstant> constants) {
    void add(String name, String inFloat, String inDouble, String javadoc) {
      String literal =
          switch (precision) {
            case FLOAT -> inFloat;
            case DOUBLE -> inDouble;
          };
      constants.add(new ActivationConstant(name, type(precision), literal, javadoc));
    }
  }
}
