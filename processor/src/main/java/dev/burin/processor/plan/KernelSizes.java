package dev.burin.processor.plan;

import dev.burin.kernel.NetworkShape;
import java.util.ArrayList;
import java.util.List;

/**
 * Predicts the bytecode of a kernel class: each method whose length a plan decides, and those that
 * call them. A constructor and an initializer of a few bytes are left out.
 */
final class KernelSizes {

  private KernelSizes() {}

  static List<MethodSize> of(Machine machine, NetworkShape shape, List<LayerPlan> layers) {
    List<MethodSize> sizes = new ArrayList<>(PassSizes.of(shape, layers));
    int lanes = machine.lanes(shape.precision());
    sizes.addAll(new UpdateSizes(shape.precision(), lanes).sizes());
    for (LayerPlan layer : layers) {
      boolean last = layer.layout().number() == layers.size();
      boolean fused = last && shape.loss().fusesActivation();
      sizes.addAll(new ActivationSizes(layer, shape.precision()).sizes(!fused));
      sizes.addAll(
          switch (layer) {
            case PanelLayerPlan panels -> PanelSizes.of(panels);
            case RowLayerPlan rows -> RowSizes.of(rows);
          });
    }
    return sizes;
  }
}
