package dev.burin.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.FloatTwin;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Costs without room for a gradient: the same bits, and a fraction of the memory. */
class CostsAloneTest {

  private static FloatNetwork network(Activation hidden, int out) {
    boolean one = out == 1;
    NetworkShape shape =
        NetworkShape.of(
            one ? Loss.BINARY_CROSS_ENTROPY : Loss.CROSS_ENTROPY,
            Precision.FLOAT,
            LayerShape.of(300, 200, hidden),
            LayerShape.of(200, 200, hidden),
            LayerShape.of(200, out, one ? Activation.SIGMOID : Activation.SOFTMAX));
    FloatNetwork network = new FloatNetwork(shape, new FloatTwin(shape));
    network.initialize(1);
    return network;
  }

  private static float[] inputs(int n) {
    Random random = new Random(2);
    float[] x = new float[n * 300];
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextFloat();
    }
    return x;
  }

  private static float[] targets(int n, int out) {
    float[] y = new float[n * out];
    for (int i = 0; i < n; i++) {
      y[i * out] = 1;
    }
    return y;
  }

  @Test
  void theyAreThoseOfATraining() {
    for (Activation hidden : new Activation[] {Activation.RELU, Activation.GELU}) {
      for (int out : new int[] {1, 7}) {
        FloatNetwork network = network(hidden, out);
        FloatTraining costs = FloatTraining.forCosts(network, 40);
        for (int n : new int[] {1, 5, 40, 300}) {
          assertThat(costs.cost(inputs(n), targets(n, out), n))
              .isEqualTo(new FloatTraining(network, n, 1).cost(inputs(n), targets(n, out), n));
        }
      }
    }
  }

  @Test
  void theyHoldNothingAsLongAsTheWeights() {
    FloatNetwork network = network(Activation.RELU, 1);
    FloatTraining.forCosts(network, 8);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    FloatTraining costs = FloatTraining.forCosts(network, 8);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(costs.path()).isEqualTo("plain");
    assertThat(allocated).isLessThan(4 * network.shape().parameters() / 5);
  }

  @Test
  void aGradientIsRefused() {
    FloatNetwork network = network(Activation.RELU, 1);
    FloatTraining costs = FloatTraining.forCosts(network, 8);
    for (int n : new int[] {1, 300}) {
      float[] x = inputs(n);
      float[] y = targets(n, 1);
      assertThatThrownBy(() -> costs.propagate(x, y, n))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("room for costs alone");
      assertThatThrownBy(() -> costs.gradient(x, y, n)).isInstanceOf(IllegalStateException.class);
      assertThat(costs.cost(x, y, n)).isPositive();
    }
    assertThatThrownBy(costs::gradient).isInstanceOf(IllegalStateException.class);
  }
}
