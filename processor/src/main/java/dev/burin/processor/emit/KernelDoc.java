package dev.burin.processor.emit;

import dev.burin.processor.plan.KernelPlan;
import dev.burin.processor.plan.LayerPlan;
import dev.burin.processor.plan.NetworkPlan;

/** The Javadoc at the head of a kernel class: what it is, and the plan it was spelled from. */
final class KernelDoc {

  private KernelDoc() {}

  static String of(NetworkPlan network, KernelPlan kernel) {
    StringBuilder doc = new StringBuilder();
    doc.append(
        """
        Kernels of {@link %s} for vectors of %d bits and %d registers.

        <p>The tags F1, F2, L1 and B1 to B4 name the equations of the manual. Every sum has the
        order of the plain twin, so every width gives the same bits.

        <ul>
        """
            .formatted(
                network.model().className(),
                kernel.machine().bits(),
                kernel.machine().registers()));
    for (LayerPlan layer : kernel.layers()) {
      doc.append(
          "  <li>Layer %d, %d to %d, %s: %s.\n"
              .formatted(
                  layer.layout().number(),
                  layer.layout().in(),
                  layer.layout().out(),
                  layer.layout().layer().activation(),
                  layer.reason()));
    }
    return doc.append("</ul>\n").toString();
  }
}
