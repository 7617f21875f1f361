package dev.burin.checks;

import dev.burin.processor.model.ClassHead;
import dev.burin.processor.model.NetworkModel;
import dev.burin.processor.plan.KernelPlan;
import dev.burin.processor.plan.MethodSize;
import dev.burin.processor.plan.Planner;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sizes that the planner predicts for methods beside those that javac made of them. */
final class Prediction {

  /** How far a prediction may be off: the budget is half of what HotSpot compiles. */
  static final double TOLERANCE = 0.15;

  /** Shorter methods, constructors and initializers, are not worth a prediction. */
  private static final int SHORT = 60;

  private final List<String> amiss = new ArrayList<>();
  private int methods;
  private int exact;
  private double worst;
  private String where = "nowhere";

  /** Compares every method of the kernel classes of a network. */
  void compare(Declaration network, Engraving engraving) {
    NetworkModel model =
        new NetworkModel(
            Declaration.PACKAGE,
            network.name(),
            network.name() + "Network",
            new ClassHead(false, true, false, List.of()),
            network.shape(),
            List.of());
    for (KernelPlan kernel : Planner.plan(model).kernels()) {
      String name = model.className() + "_" + kernel.machine().label();
      compare(name, kernel, engraving.classes().get(Declaration.PACKAGE + "." + name));
    }
  }

  private void compare(String name, KernelPlan kernel, byte[] bytes) {
    Map<String, Integer> predicted =
        kernel.methods().stream()
            .collect(
                Collectors.toMap(
                    MethodSize::method, MethodSize::bytes, Integer::sum, TreeMap::new));
    for (MethodModel method : ClassFile.of().parse(bytes).methods()) {
      int size = method.findAttribute(Attributes.code()).map(code -> code.codeLength()).orElse(0);
      String place = name + "." + method.methodName();
      Integer expected = predicted.remove(method.methodName().stringValue());
      if (expected != null) {
        compare(place, expected, size);
      } else if (size > SHORT) {
        amiss.add(place + " has " + size + " bytes and no prediction");
      }
    }
    predicted.forEach((method, size) -> amiss.add(name + " has no method " + method));
  }

  private void compare(String place, int predicted, int size) {
    methods++;
    exact += predicted == size ? 1 : 0;
    if (predicted < size) {
      amiss.add(place + " has " + size + " bytes, more than the " + predicted + " predicted");
    }
    double off = Math.abs(predicted - size) / (double) size;
    if (off > worst) {
      worst = off;
      where = place + " with " + size + " bytes, " + predicted + " predicted";
    }
  }

  /** Methods that are longer than predicted, and those that only one side knows. */
  List<String> amiss() {
    return amiss;
  }

  /** The greatest distance between a prediction and its method, as a share of the method. */
  double worst() {
    return worst;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d methods, %d of them exact, the worst %.1f %% off: %s",
        methods,
        exact,
        100 * worst,
        where);
  }
}
