package dev.burin.processor.emit;

import dev.burin.processor.plan.KernelPlan;
import dev.burin.processor.plan.LayerPlan;
import dev.burin.processor.plan.NetworkPlan;
import java.util.Locale;

/** The Javadoc at the head of a kernel class: what it is, and the plan it was spelled from. */
final class KernelDoc {

  private KernelDoc() {}

  static String of(NetworkPlan network, KernelPlan kernel) {
    StringBuilder doc = new StringBuilder();
    doc.append(
        String.format(
            Locale.ROOT,
            """
        Kernels of {@link %s} for vectors of %d bits and %d registers.

        <p>The tags F1, F2, L1, B1 to B4, U1 and U2 name the equations of the manual. Every sum has the
        order of the plain twin, so every width gives the same bits.

        <ul>
        """,
            network.model().className(),
            kernel.machine().bits(),
            kernel.machine().registers()));
    for (LayerPlan layer : kernel.layers()) {
      doc.append(
          String.format(
              Locale.ROOT,
              "  <li>Layer %d, %d to %d, %s: %s.\n",
              layer.layout().number(),
              layer.layout().in(),
              layer.layout().out(),
              layer.layout().layer().activationText(),
              layer.reason()));
    }
    return doc.append("</ul>\n").toString();
  }
}
