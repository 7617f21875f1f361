package dev.burin.processor.plan;

import dev.burin.processor.model.NetworkModel;
import dev.burin.shape.ParameterLayout;
import java.util.ArrayList;
import java.util.List;

/** Decides everything: a pure function of the network and of the machines we wrote down. */
public final class Planner {

  private Planner() {}

  /** The plan of a network for every machine of {@link Machine#ALL}. */
  public static NetworkPlan plan(NetworkModel model) {
    ParameterLayout layout = ParameterLayout.of(model.shape());
    List<KernelPlan> kernels = new ArrayList<>();
    for (Machine machine : Machine.ALL) {
      List<LayerPlan> layers = new ArrayList<>();
      for (int l = 1; l <= layout.layers().size(); l++) {
        layers.add(new LayerPlanner(machine, layout, l).plan());
      }
      kernels.add(new KernelPlan(machine, layers));
    }
    return new NetworkPlan(model, layout, kernels);
  }
}
