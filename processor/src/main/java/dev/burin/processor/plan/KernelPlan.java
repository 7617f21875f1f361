package dev.burin.processor.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * One kernel class: a network on a machine.
 *
 * @param machine the machine
 * @param layers one plan for each layer
 * @param methods how long its methods will be
 */
public record KernelPlan(Machine machine, List<LayerPlan> layers, List<MethodSize> methods) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if a method would be longer than {@link MethodSize#BUDGET}
   */
  public KernelPlan {
    layers = List.copyOf(layers);
    methods = List.copyOf(methods);
    for (MethodSize method : methods) {
      if (method.bytes() > MethodSize.BUDGET) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "The method %s would have %d bytes of bytecode on %s, and %d are the most.",
                method.method(),
                method.bytes(),
                machine.label(),
                MethodSize.BUDGET));
      }
    }
  }

  /** The longest method, the first among equals. */
  public MethodSize longest() {
    return methods.stream().max(Comparator.comparingInt(MethodSize::bytes)).orElseThrow();
  }
}
