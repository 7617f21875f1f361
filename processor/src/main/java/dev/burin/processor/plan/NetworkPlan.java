package dev.burin.processor.plan;

import dev.burin.kernel.WorkspaceLayout;
import dev.burin.processor.model.NetworkModel;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.ParameterLayout;
import java.util.List;
import java.util.Locale;

/**
 * Everything that is decided about a network before a line of it is spelled.
 *
 * @param model the network
 * @param layout where its parameters lie
 * @param kernels one plan for each machine
 */
public record NetworkPlan(NetworkModel model, ParameterLayout layout, List<KernelPlan> kernels) {

  /** Copies the list. */
  public NetworkPlan {
    kernels = List.copyOf(kernels);
  }

  /** Which buffers a training of this network has, and so what its kernels may read. */
  public WorkspaceLayout buffers() {
    return new WorkspaceLayout(layout, true);
  }

  /** The plan as a page for people: one line per equation, layer and machine. */
  @Override
  public String toString() {
    StringBuilder page = new StringBuilder("plan of " + model.className() + "\n");
    for (LayerLayout layer : layout.layers()) {
      page.append(
          String.format(
              Locale.ROOT,
              "  layer %d: %d -> %d, %s, rows of %d, weights at %d, biases at %d%s\n",
              layer.number(),
              layer.in(),
              layer.out(),
              layer.storage(),
              layer.stride(),
              layer.weights(),
              layer.bias(),
              buffers().drops(layer.number())
                  ? ", drops " + layer.layer().dropout() + " of its inputs in training"
                  : ""));
    }
    for (KernelPlan kernel : kernels) {
      page.append("  ").append(kernel.machine().label());
      page.append(" (").append(kernel.machine().registers()).append(" registers)\n");
      kernel.layers().forEach(layer -> PlanText.append(page, layer));
    }
    return page.toString();
  }
}
