package dev.burin.check;

import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.Arrays;
import java.util.List;

/** Everything that one sample's way through a reference leaves behind. */
public final class Pass {

  private final double[][] z;
  private final double[][] a;
  private final double[][] in;
  private double[][] factors;

  /**
   * A pass that is still empty.
   *
   * @param factors what D1 multiplies the inputs of layer l with; empty where all are kept
   */
  Pass(NetworkShape shape, double[][] factors) {
    this.factors = factors;
    List<LayerShape> layers = shape.layers();
    z = new double[layers.size() + 1][0];
    a = new double[layers.size() + 1][0];
    in = new double[layers.size() + 1][0];
    a[0] = new double[shape.inputs()];
    for (int l = 1; l <= layers.size(); l++) {
      z[l] = new double[layers.get(l - 1).out()];
      a[l] = new double[layers.get(l - 1).out()];
      in[l] = factors[l].length > 0 ? new double[layers.get(l - 1).in()] : a[l - 1];
    }
  }

  /** The sums of layer l, counted from 1: {@code [out]}. A kink lies where one of them is 0. */
  public double[] z(int l) {
    return z[l];
  }

  /** The outputs of layer l, counted from 1: {@code [out]}; layer 0 is the sample itself. */
  public double[] a(int l) {
    return a[l];
  }

  /** The inputs of layer l, counted from 1, which are the outputs before it, some dropped. */
  public double[] inputs(int l) {
    return in[l];
  }

  /** What D1 multiplies input k of layer l with. */
  double factor(int l, int k) {
    return factors[l].length == 0 ? 1 : factors[l][k];
  }

  /** D1 d0[k] = a0[k] m[k], where layer l drops inputs. */
  void drop(int l) {
    for (int k = 0; k < factors[l].length; k++) {
      in[l][k] = a[l - 1][k] * factors[l][k];
    }
  }

  /** Takes over which inputs another pass drops. */
  void dropAs(Pass other) {
    factors = other.factors;
  }

  /**
   * Puts an array in the place of the inputs of layer l, to be read from and not written to.
   *
   * @return the inputs that were there before
   */
  double[] lend(int l, double[] inputs) {
    double[] own = in[l];
    in[l] = inputs;
    return own;
  }

  double[] lastZ() {
    return z[z.length - 1];
  }

  double[] lastA() {
    return a[a.length - 1];
  }

  @Override
  public String toString() {
    return "pass of a sample through " + (z.length - 1) + " layers: " + Arrays.toString(lastA());
  }
}
