package dev.burin.processor.emit;

import dev.burin.Activation;
import java.util.Locale;

/** B1: the statements that make the vector of derivatives out of the vector a or z. */
final class ActivationSlopes {

  private final LaneText text;
  private final String z;
  private final String a;
  private final String slope;

  ActivationSlopes(LaneText text, String z, String a, String slope) {
    this.text = text;
    this.z = z;
    this.a = a;
    this.slope = slope;
  }

  /** The statements; {@code below} names the slope just below 0 of what takes one. */
  void write(Activation activation, String below) {
    String zero = text.literal("0.0");
    String one = text.literal("1.0");
    switch (activation) {
      case IDENTITY -> text.let(slope, text.broadcast(one));
      case SIGMOID ->
          text.let(
              slope, String.format(Locale.ROOT, "%s.mul(%s.sub(%s))", a, text.broadcast(one), a));
      case TANH ->
          text.let(
              slope, String.format(Locale.ROOT, "%s.neg().fma(%s, %s)", a, a, text.broadcast(one)));
      case RELU -> kinked(zero);
      case LEAKY_RELU -> kinked(below);
      case ELU ->
          text.let(
              slope,
              text.blend(String.format(Locale.ROOT, "%s.add(%s)", a, below), one, a, "GT", zero));
      case GELU -> gelu();
      case SILU -> silu();
      case SOFTPLUS -> new ActivationValues(text, z, slope).sigmoid();
      case SELU -> text.let(slope, text.blend(a + ".add(SELU_BELOW)", "SELU_ABOVE", a, "GT", zero));
      case HARD_SIGMOID -> {
        text.let(slope, text.blend(a, "SIXTH", a, "GT", zero));
        text.set(slope, text.blend(slope, zero, a, "LE", zero));
        text.set(slope, text.blend(slope, zero, a, "GE", one));
      }
      case MISH -> mish();
      case SOFTMAX ->
          throw new IllegalArgumentException("The slope of SOFTMAX is taken with its loss.");
    }
  }

  /** 1 above zero, {@code below} from zero down, and NaN of NaN. */
  private void kinked(String below) {
    text.let(slope, text.blend(a, text.literal("1.0"), a, "GT", text.literal("0.0")));
    text.set(slope, text.blend(slope, below, a, "LE", text.literal("0.0")));
  }

  private void gelu() {
    ActivationValues values = new ActivationValues(text, z, slope);
    values.liftedGauss();
    text.set("gauss", "gauss.mul(UNLIFT)");
    values.tail();
    text.let("bend", "distance.mul(gauss.mul(INVERSE_SQRT_2PI))");
    text.let("above", text.broadcast(text.literal("1.0")) + ".sub(tail).add(bend)");
    text.let(slope, text.blend("above", "tail.sub(bend)", z, "LT", text.literal("0.0")));
  }

  private void mish() {
    new ActivationValues(text, z, slope).decay();
    text.let("more", "decay.add(" + text.literal("1.0") + ")");
    text.let("bend", "decay.mul(" + text.literal("4.0") + ").mul(more)");
    text.let("part", "decay.mul(decay.add(" + text.literal("2.0") + "))");
    text.let("divisor", "part.add(" + text.literal("2.0") + ")");
    text.let("low", "part.div(divisor).add(bounded.mul(bend.div(divisor.mul(divisor))))");
    text.let("top", "decay.add(more)");
    text.let("bottom", "decay.add(decay).fma(decay, top)");
    text.let("high", "top.div(bottom).sub(bounded.mul(bend.mul(decay).div(bottom.mul(bottom))))");
    text.let(slope, text.blend("high", "low", z, "LT", text.literal("0.0")));
  }

  private void silu() {
    new ActivationValues(text, z, slope).decay();
    String one = text.literal("1.0");
    text.let(
        "large", String.format(Locale.ROOT, "%s.div(decay.add(%s))", text.broadcast(one), one));
    text.let("small", "decay.mul(large)");
    text.let("bend", "bounded.mul(small.mul(large))");
    text.let(slope, text.blend("large.sub(bend)", "small.add(bend)", z, "LT", text.literal("0.0")));
  }
}
