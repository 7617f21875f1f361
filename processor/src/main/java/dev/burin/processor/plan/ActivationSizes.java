package dev.burin.processor.plan;

import dev.burin.Activation;
import dev.burin.Precision;
import dev.burin.kernel.LayerLayout;
import dev.burin.kernel.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The sizes of the passes over the rows of one layer: F2 and B1. */
final class ActivationSizes {

  private final LayerPlan plan;
  private final LayerLayout layout;
  private final Activation activation;
  private final Precision precision;

  ActivationSizes(LayerPlan plan, Precision precision) {
    this.plan = plan;
    this.layout = plan.layout();
    this.activation = layout.layer().activation();
    this.precision = precision;
  }

  /** Whether there is a derivative other than a factor of 1. */
  boolean derives() {
    return activation != Activation.IDENTITY && activation != Activation.SOFTMAX;
  }

  /**
   * The passes of the layer.
   *
   * @param backward whether the derivative is taken at all
   */
  List<MethodSize> sizes(boolean backward) {
    String name = camel(activation.name());
    List<MethodSize> sizes = new ArrayList<>();
    int apply =
        switch (activation) {
          case IDENTITY -> copy();
          case SOFTMAX -> softmax();
          default -> apply();
        };
    if (!plan.fusesActivation()) {
      sizes.add(new MethodSize(name + layout.number(), apply));
    }
    if (backward && derives()) {
      sizes.add(new MethodSize(name + "Gradient" + layout.number(), derive()));
    }
    return sizes;
  }

  private int copy() {
    int z = 0;
    int a = 1;
    int from = 2;
    int to = 3;
    Bytecode code = new Bytecode(4);
    code.load(z, a).branch();
    for (int array : new int[] {z, a}) {
      code.load(array, from).constant(layout.rowStride()).operators(1);
    }
    code.load(to, from).operators(1).constant(layout.rowStride()).operators(1).call();
    return code.bytes();
  }

  private int apply() {
    int z = 0;
    int a = 1;
    Bytecode code = new Bytecode(4);
    int i = pass(code);
    int vector = code.local();
    code.field().load(z, i).call().store(vector);
    code.add(FormulaSize.of(activation, precision).value()).load(vector, a, i).call();
    if (layout.storage() == Storage.ROWS) {
      code.load(a, i, z, i).operators(1).call().operators(1);
    }
    return code.bytes();
  }

  private int derive() {
    int source = 0;
    int dz = 1;
    Bytecode code = new Bytecode(4);
    int i = pass(code);
    int vector = code.local();
    code.field().load(source, i).call().store(vector);
    code.add(FormulaSize.of(activation, precision).slope());
    code.field().load(dz, i).call().load(vector).call().load(dz, i).call();
    if (layout.storage() == Storage.ROWS) {
      code.load(dz, i).operators(2).load(source, i).operators(1).call().operators(2);
    }
    return code.bytes();
  }

  /** The loop over vectors and, where rows are not padded, the one over the elements left. */
  private int pass(Bytecode code) {
    int from = 2;
    int to = 3;
    int end = code.local();
    code.load(to).constant(layout.rowStride()).operators(1).store(end);
    int i = code.local();
    code.load(from).constant(layout.rowStride()).operators(1).store(i);
    if (layout.storage() == Storage.ROWS) {
      code.at(i, plan.lanes()).load(end).branch().repeat(plan.lanes());
      code.load(i, end).branch().repeat(1);
    } else {
      code.load(i, end).branch().repeat(plan.lanes());
    }
    return i;
  }

  private int softmax() {
    int z = 0;
    int a = 1;
    Bytecode code = new Bytecode(4);
    int s = code.loop(2, 3);
    int at = code.local();
    code.load(s).constant(layout.rowStride()).operators(1).store(at);
    if (layout.storage() == Storage.ROWS) {
      return code.load(z, a, at, at).constant(layout.out()).operators(1).call().bytes();
    }
    int greatest = code.local();
    code.load(z, at, at).constant(layout.out()).operators(1).call().store(greatest);
    code.load(z, a, greatest, at, at).constant(layout.out()).operators(1).call();
    code.branch().branch();
    int i = vectors(code, at);
    int vector = code.local();
    code.field().load(z, i).call().load(greatest).call().store(vector);
    code.add(FormulaSize.of(activation, precision).value()).load(vector, a, i).call();
    int sum = code.local();
    code.operators(1).store(sum);
    int j = code.loop(0, layout.out(), 1);
    code.load(sum, a, at, j).operators(3).store(sum);
    vectors(code, at);
    code.field().load(a, i).call().load(sum).call().load(a, i).call();
    return code.bytes();
  }

  /** The loop over the vectors of a row. */
  private int vectors(Bytecode code, int at) {
    int i = code.local();
    code.load(at).store(i).load(i, at).constant(layout.stride()).operators(1).branch();
    code.repeat(plan.lanes());
    return i;
  }

  private static String camel(String constant) {
    String lower = constant.toLowerCase(Locale.ROOT);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < lower.length(); i++) {
      boolean begins = i > 0 && lower.charAt(i - 1) == '_';
      if (lower.charAt(i) != '_') {
        name.append(begins ? constant.charAt(i) : lower.charAt(i));
      }
    }
    return name.toString();
  }
}
