package dev.burin.kernel;

/** The activations and their derivatives for one double. */
public final class DoubleMath {

  private DoubleMath() {}

  public static double exp(double x) { return StrictMath.exp(x); }
  public static double sigmoid(double z) { return (1 / (1 + StrictMath.exp(-z))); }
  public static double tanh(double z) { return StrictMath.tanh(z); }
  public static double relu(double z) { return z < 0 ? 0 : z; }
  public static double leakyRelu(double z) { return z < 0 ? 0.01 * z : z; }
  public static double elu(double z) { return z < 0 ? StrictMath.expm1(z) : z; }
  public static double gelu(double z) { return z; }
  public static double silu(double z) { return z * sigmoid(z); }
  public static double softplus(double z) { return StrictMath.log1p(StrictMath.exp(z)); }
  public static double sigmoidSlope(double a) { return a * (1 - a); }
  public static double tanhSlope(double a) { return Math.fma(-a, a, 1); }
  public static double reluSlope(double a) { return a > 0 ? 1 : 0; }
  public static double leakyReluSlope(double a) { return a > 0 ? 1 : 0.01; }
  public static double eluSlope(double a) { return a > 0 ? 1 : a + 1; }
  public static double geluSlope(double z) { return 1; }
  public static double siluSlope(double z) { return sigmoid(z); }
  public static double softplusSlope(double z) { return sigmoid(z); }
}
