package dev.burin.kernel;

/** The activations and their derivatives for one float. */
public final class FloatMath {

  private FloatMath() {}

  public static float exp(float x) { return (float) StrictMath.exp(x); }
  public static float sigmoid(float z) { return (float) (1 / (1 + StrictMath.exp(-z))); }
  public static float tanh(float z) { return (float) StrictMath.tanh(z); }
  public static float relu(float z) { return z < 0 ? 0 : z; }
  public static float leakyRelu(float z) { return z < 0 ? 0.01f * z : z; }
  public static float elu(float z) { return z < 0 ? (float) StrictMath.expm1(z) : z; }
  public static float gelu(float z) { return z; }
  public static float silu(float z) { return z * sigmoid(z); }
  public static float softplus(float z) { return (float) StrictMath.log1p(StrictMath.exp(z)); }
  public static float sigmoidSlope(float a) { return a * (1 - a); }
  public static float tanhSlope(float a) { return Math.fma(-a, a, 1f); }
  public static float reluSlope(float a) { return a > 0 ? 1 : 0; }
  public static float leakyReluSlope(float a) { return a > 0 ? 1 : 0.01f; }
  public static float eluSlope(float a) { return a > 0 ? 1 : a + 1; }
  public static float geluSlope(float z) { return 1; }
  public static float siluSlope(float z) { return sigmoid(z); }
  public static float softplusSlope(float z) { return sigmoid(z); }
}
