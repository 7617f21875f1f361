package dev.burin.npz;

import dev.burin.interchange.Original;
import dev.burin.interchange.PlainActivation;
import dev.burin.interchange.StatedActivation;
import java.util.List;

/** What the arrays of a file compute, taken from them one by one. */
record NpzOriginal(NpzNetwork network, List<StatedActivation> activations) implements Original {

  @Override
  public int batch() {
    return 1;
  }

  @Override
  public double[] outputs(double[] x) {
    double[] a = x;
    for (int l = 0; l < activations.size(); l++) {
      NpzLayer layer = network.layers().get(l);
      double[] z = new double[layer.out(network.layout())];
      for (int j = 0; j < z.length; j++) {
        z[j] = layer.bias(j);
        for (int k = 0; k < a.length; k++) {
          z[j] += layer.weight(network.layout(), j, k) * a[k];
        }
      }
      PlainActivation.apply(activations.get(l).activation(), activations.get(l).slope(), z);
      a = z;
    }
    return a;
  }
}
