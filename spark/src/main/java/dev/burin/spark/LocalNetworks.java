package dev.burin.spark;

import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import java.util.Arrays;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The networks with weights of this JVM: one for each array of parameters that was sent here, which
 * all tasks share. It goes when the array does.
 */
final class LocalNetworks {

  /** Arrays are equal only to themselves, so that a broadcast has one network. */
  private static final Map<Object, NeuralNetwork> NETWORKS = new WeakHashMap<>();

  private LocalNetworks() {}

  /**
   * The network of a class with these parameters.
   *
   * @param parameters {@code float[]} or {@code double[]}, laid out as those of the network
   */
  static synchronized NeuralNetwork of(EngravedClass type, Object parameters) {
    NeuralNetwork network = NETWORKS.get(parameters);
    if (network == null) {
      network =
          switch (type.network()) {
            case FloatNetwork n -> n.with((float[]) parameters);
            case DoubleNetwork n -> n.with((double[]) parameters);
          };
      NETWORKS.put(parameters, network);
    }
    return network;
  }

  /** A network like this one, without weights. */
  static NeuralNetwork another(NeuralNetwork network) {
    return switch (network) {
      case FloatNetwork n -> n.another();
      case DoubleNetwork n -> n.another();
    };
  }

  /** A network with the same weights. */
  static NeuralNetwork copy(NeuralNetwork network) {
    return switch (network) {
      case FloatNetwork n -> n.with(n.parameters());
      case DoubleNetwork n -> n.with(n.parameters());
    };
  }

  /** A copy of the parameters of a network, as executors are sent them. */
  static Object parameters(NeuralNetwork network) {
    int begun = network.beginReading();
    Object copy =
        switch (network) {
          case FloatNetwork n -> Arrays.copyOf(n.parameters(), n.layout().length());
          case DoubleNetwork n -> Arrays.copyOf(n.parameters(), n.layout().length());
        };
    network.endReading(begun);
    return copy;
  }
}
