package dev.burin.processor.plan;

import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.NetworkShape;
import dev.burin.kernel.Storage;
import java.util.ArrayList;
import java.util.List;

/**
 * The sizes of the methods that call one method per layer and equation. They grow with the number
 * of layers alone.
 */
final class PassSizes {

  private final NetworkShape shape;
  private final List<LayerPlan> layers;

  private PassSizes(NetworkShape shape, List<LayerPlan> layers) {
    this.shape = shape;
    this.layers = layers;
  }

  static List<MethodSize> of(NetworkShape shape, List<LayerPlan> layers) {
    PassSizes passes = new PassSizes(shape, layers);
    List<MethodSize> sizes = new ArrayList<>();
    sizes.add(new MethodSize("forward", passes.forward()));
    sizes.add(new MethodSize("lossGradient", passes.loss()));
    sizes.add(new MethodSize("backward", passes.backward()));
    sizes.add(new MethodSize("transpose", passes.transpose()));
    sizes.add(new MethodSize("weightGradient", passes.weightGradient()));
    sizes.add(new MethodSize("step", passes.step()));
    return sizes;
  }

  /** The array of one layer: {@code ws.a[l]}. */
  private static void array(Bytecode code, int ws, int l) {
    code.load(ws).field().constant(l).operators(1);
  }

  private static void inputs(Bytecode code, int x, int ws, int l) {
    if (l == 1) {
      code.load(x, x + 1);
    } else {
      array(code, ws, l - 1);
      code.constant(0);
    }
  }

  private int forward() {
    int p = 1;
    int x = 2;
    int from = 4;
    int to = 5;
    int ws = 6;
    Bytecode code = new Bytecode(7);
    for (LayerPlan layer : layers) {
      int l = layer.layout().number();
      code.load(p);
      inputs(code, x, ws, l);
      if (layer instanceof RowLayerPlan rows && rows.whole() > 0) {
        code.load(ws).field();
      }
      array(code, ws, l);
      code.load(from, to).call();
      if (!layer.fusesActivation()) {
        array(code, ws, l);
        array(code, ws, l);
        code.load(from, to).call();
      }
    }
    return code.bytes();
  }

  private int loss() {
    int y = 1;
    int yAt = 2;
    int factor = 3;
    int from = shape.precision() == Precision.FLOAT ? 4 : 5;
    int to = from + 1;
    int ws = from + 2;
    LayerPlan last = layers.getLast();
    int l = last.layout().number();
    Loss loss = shape.loss();
    boolean derives =
        !loss.fusesActivation() && new ActivationSizes(last, shape.precision()).derives();
    boolean reads =
        loss.fusesActivation()
            || (derives && last.layout().layer().activation().derivativeNeedsSum());
    Bytecode code = new Bytecode(ws + 1);
    int a = code.local();
    int z = reads ? code.local() : a;
    int dz = code.local();
    for (int array : reads ? new int[] {a, z, dz} : new int[] {a, dz}) {
      array(code, ws, l);
      code.store(array);
    }
    int s = code.loop(from, to);
    int at = code.local();
    code.load(s).constant(last.layout().rowStride()).operators(1).store(at);
    int target = code.local();
    code.load(yAt, s).constant(last.layout().out()).operators(2).store(target);
    code.load(ws).field().load(s, z, at, y, target).constant(last.layout().out()).call();
    code.operators(1);
    int j = code.loop(0, last.layout().out(), 1);
    code.load(dz, at, j).operators(1).load(a, at, j).operators(2).load(y, target, j).operators(3);
    code.load(factor).operators(2);
    if (derives) {
      code.load(z, dz, from, to).call();
    }
    return code.bytes();
  }

  private int backward() {
    int p = 1;
    int from = 2;
    int to = 3;
    int ws = 4;
    Bytecode code = new Bytecode(5);
    for (int l = layers.size(); l > 1; l--) {
      if (layers.get(l - 1).layout().storage() == Storage.ROWS) {
        code.load(p);
      } else {
        array(code, ws, l);
      }
      array(code, ws, l);
      array(code, ws, l - 1);
      code.load(from, to).call();
      if (new ActivationSizes(layers.get(l - 2), shape.precision()).derives()) {
        array(code, ws, l - 1);
        array(code, ws, l - 1);
        code.load(from, to).call();
      }
    }
    return code.bytes();
  }

  private int transpose() {
    int p = 1;
    int ws = 2;
    int part = 3;
    int parts = 4;
    Bytecode code = new Bytecode(5);
    for (LayerPlan layer : layers) {
      int l = layer.layout().number();
      if (l > 1 && layer.layout().storage() == Storage.PANELS) {
        code.load(ws).constant(l).call().load(ws).constant(l - 1).call().load(p);
        array(code, ws, l);
        code.load(part, parts).call();
      }
    }
    return code.bytes();
  }

  private int weightGradient() {
    int x = 1;
    int rows = 3;
    int fresh = 4;
    int dp = 5;
    int ws = 6;
    int part = 7;
    int parts = 8;
    Bytecode code = new Bytecode(9);
    code.load(part).branch();
    int packed = code.local();
    if (layers.stream().anyMatch(LayerPlan::packs)) {
      code.load(ws, part).call().store(packed);
    }
    for (LayerPlan layer : layers) {
      int l = layer.layout().number();
      inputs(code, x, ws, l);
      array(code, ws, l);
      if (layer.packs()) {
        code.load(packed);
      }
      code.load(rows, fresh, dp, part, parts).call();
      array(code, ws, l);
      code.load(rows, fresh, dp).call();
    }
    return code.bytes();
  }

  private int step() {
    int x = 1;
    int rows = 3;
    int p = 4;
    int dp = 5;
    int ws = 6;
    int rule = 7;
    int part = 8;
    int parts = 9;
    Bytecode code = new Bytecode(10);
    code.load(part).branch();
    int packed = code.local();
    if (layers.stream().anyMatch(layer -> layer.layout().storage() == Storage.PANELS)) {
      code.load(ws, part).call().store(packed);
    }
    for (LayerPlan layer : layers) {
      int l = layer.layout().number();
      switch (layer.layout().storage()) {
        case PANELS -> {
          code.load(0);
          inputs(code, x, ws, l);
          array(code, ws, l);
          code.load(rows, p, packed, rule, part, parts).call();
        }
        case ROWS -> {
          inputs(code, x, ws, l);
          array(code, ws, l);
          code.load(rows).constant(1).load(dp, part, parts).call();
        }
      }
      array(code, ws, l);
      code.load(rows).constant(1).load(dp).call();
    }
    return code.bytes();
  }
}
