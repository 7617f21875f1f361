package dev.burin.processor.plan;

import java.util.List;

/**
 * One kernel class: a network on a machine.
 *
 * @param machine the machine
 * @param layers one plan for each layer
 */
public record KernelPlan(Machine machine, List<LayerPlan> layers) {

  /** Copies the list. */
  public KernelPlan {
    layers = List.copyOf(layers);
  }
}
