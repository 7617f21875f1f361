package dev.burin.processor.emit;

import dev.burin.Activation;
import java.util.Locale;

/** F2: the statements that make the vector a out of the vector z. */
final class ActivationValues {

  private final LaneText text;
  private final String z;
  private final String a;

  ActivationValues(LaneText text, String z, String a) {
    this.text = text;
    this.z = z;
    this.a = a;
  }

  /** The statements; {@code below} names the slope just below 0 of what takes one. */
  void write(Activation activation, String below) {
    switch (activation) {
      case IDENTITY -> text.let(a, z);
      case SIGMOID -> sigmoid();
      case TANH -> tanh();
      case RELU -> text.let(a, relu());
      case LEAKY_RELU -> text.let(a, below0(z, z + ".mul(" + below + ")"));
      case ELU -> elu(below);
      case GELU -> gelu();
      case SILU -> silu();
      case SOFTPLUS -> softplus();
      case SELU -> selu();
      case HARD_SIGMOID -> hardSigmoid();
      case MISH -> mish();
      case SOFTMAX ->
          throw new IllegalArgumentException(
              "SOFTMAX is no function of one element; write its parts around exp.");
    }
  }

  void exp() {
    text.floor("bounded", z, "EXP_FLOOR");
    text.ceiling("bounded", "EXP_CEILING");
    text.reduce("bounded", "TWO_EXPONENTS");
    String both = "shifted." + text.bits();
    String half = both + ".lanewise(VectorOperators.LSHR, 1)";
    text.let("scale", text.power(half));
    text.let("scale2", text.power(String.format(Locale.ROOT, "%s.sub(%s)", both, half)));
    text.let(a, "scale.fma(growth, scale).mul(scale2)");
  }

  void sigmoid() {
    bounded();
    loweredOnePlusExp("bounded.neg()");
    text.let(a, text.broadcast(text.literal("1.0")) + ".div(lowered).mul(UNLIFT)");
  }

  private void tanh() {
    text.let("size", z + ".abs()");
    text.let("square", "size.mul(size)");
    text.horner("near", "TANH_", "square");
    text.set("near", "square.mul(size).fma(near, size)");
    text.let("bounded", "size");
    text.ceiling("bounded", "TANH_CEILING");
    loweredOnePlusExp(String.format(Locale.ROOT, "bounded.mul(%s)", text.literal("2.0")));
    text.let(
        "far",
        String.format(
            Locale.ROOT,
            "%s.sub(%s.div(lowered))",
            text.broadcast(text.literal("1.0")),
            text.broadcast("2 * UNLIFT")));
    text.set("far", text.blend("far", "near", "size", "LT", "TANH_NEAR"));
    text.let(a, text.signed("far", z));
  }

  private void elu(String below) {
    fall();
    text.let(a, below0(z, "fall.mul(" + below + ")"));
  }

  private void selu() {
    fall();
    text.let(a, below0(z + ".mul(SELU_ABOVE)", "fall.mul(SELU_BELOW)"));
  }

  /** Declares {@code fall} = exp(z) - 1 for z below 0. */
  private void fall() {
    text.floor("bounded", z, "-SATURATION");
    text.reduce("bounded", "EXPONENT");
    text.scale();
    text.let(
        "fall",
        String.format(Locale.ROOT, "scale.fma(growth, scale.sub(%s))", text.literal("1.0")));
  }

  private void hardSigmoid() {
    text.let("shifted", z + ".add(" + text.literal("3.0") + ")");
    text.floor("bounded", "shifted", text.literal("0.0"));
    text.ceiling("bounded", text.literal("6.0"));
    text.let(a, "bounded.div(" + text.literal("6.0") + ")");
  }

  private void mish() {
    lifted();
    String two = text.literal("2.0");
    text.let("decay", "lifted.mul(UNLIFT)");
    text.let("more", "decay.add(" + two + ")");
    text.let("bottom", "decay.fma(more, " + text.broadcast(two) + ")");
    text.let("low", "bounded.mul(lifted.mul(more)).div(bottom).mul(UNLIFT)");
    text.let("twice", "decay.add(decay)");
    text.let("top", "twice.add(" + text.literal("1.0") + ")");
    text.let("high", z + ".mul(top.div(twice.fma(decay, top)))");
    text.let(a, below0("high", "low"));
  }

  private void gelu() {
    liftedGauss();
    tail();
    text.let(a, relu() + ".sub(distance.mul(tail).mul(UNLIFT))");
  }

  private void silu() {
    bounded();
    loweredOnePlusExp("bounded.neg()");
    text.let("product", "bounded.div(lowered).mul(UNLIFT)");
    text.let(a, text.blend("product", z, z, "GT", "SATURATION"));
  }

  private void softplus() {
    decay();
    text.horner("logarithm", "LOG_", "decay");
    text.set("logarithm", "decay.mul(decay).neg().fma(logarithm, decay)");
    text.let(a, relu() + ".add(logarithm)");
  }

  /** Declares {@code decay} = exp(-|z|), and {@code bounded} = -|z| not below its floor. */
  void decay() {
    power();
    text.let("decay", "scale.fma(growth, scale).mul(UNLIFT)");
  }

  /** Declares {@code lifted} = exp(-|z|) / UNLIFT, and {@code bounded} as above. */
  private void lifted() {
    power();
    text.let("lifted", "scale.fma(growth, scale)");
  }

  private void power() {
    text.let("bounded", z + ".abs().neg()");
    text.set("bounded", text.blend("bounded", "EXP_FLOOR", "bounded", "LT", "EXP_FLOOR"));
    text.reduce("bounded", "LIFTED_EXPONENT");
    text.scale();
  }

  /** Declares {@code distance} = |z|, bounded, and {@code gauss} = exp(-distance^2/2) / UNLIFT. */
  void liftedGauss() {
    text.let("distance", z + ".abs()");
    text.ceiling("distance", "GELU_CEILING");
    text.let("half", String.format(Locale.ROOT, "distance.mul(%s)", text.literal("-0.5")));
    text.let("power", "half.mul(distance)");
    text.let("lost", "half.fma(distance, power.neg())");
    text.rest("power", "LIFTED_EXPONENT");
    text.set("rest", "rest.add(lost)");
    text.growth();
    text.scale();
    text.let("gauss", "scale.fma(growth, scale)");
  }

  /** Declares {@code tail} = gauss exp(distance^2/2) Phi(-distance). */
  void tail() {
    text.horner("tail", "TAIL_P", "distance");
    text.horner("divisor", "TAIL_Q", "distance");
    text.set("tail", "gauss.mul(tail).div(divisor)");
  }

  private void bounded() {
    text.floor("bounded", z, "EXP_FLOOR");
    text.ceiling("bounded", "SATURATION");
  }

  /** Declares {@code lowered} = (1 + exp(x)) UNLIFT. */
  private void loweredOnePlusExp(String x) {
    text.let("power", x);
    text.reduce("power", "LOWERED_EXPONENT");
    text.scale();
    text.let("less", text.blend(text.broadcast("UNLIFT"), "scale", "scale", "LT", "UNLIFT"));
    text.floor("greater", "scale", "UNLIFT");
    text.let("lowered", "scale.fma(growth, less).add(greater)");
  }

  String relu() {
    return below0(z, text.literal("0.0"));
  }

  /** {@code vector}, or {@code then} in lanes where z is below 0. */
  private String below0(String vector, String then) {
    return text.blend(vector, then, z, "LT", text.literal("0.0"));
  }
}
