package dev.burin.check;

import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.Arrays;
import java.util.List;

/** Everything that one sample's way through a reference leaves behind. */
public final class Pass {

  private final double[][] z;
  private final double[][] a;

  Pass(NetworkShape shape) {
    List<LayerShape> layers = shape.layers();
    z = new double[layers.size() + 1][0];
    a = new double[layers.size() + 1][0];
    a[0] = new double[shape.inputs()];
    for (int l = 1; l <= layers.size(); l++) {
      z[l] = new double[layers.get(l - 1).out()];
      a[l] = new double[layers.get(l - 1).out()];
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

  /**
   * Puts an array in the place of the outputs of layer l, to be read from and not written to.
   *
   * @return the outputs that were there before
   */
  double[] lend(int l, double[] outputs) {
    double[] own = a[l];
    a[l] = outputs;
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
