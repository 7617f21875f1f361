package dev.burin.processor.plan;

import dev.burin.Precision;
import java.util.List;

/** The sizes of the methods that move ranges of parameters. */
final class UpdateSizes {

  private final int slots;
  private final int lanes;

  /** For rules in vectors of some lanes. */
  UpdateSizes(Precision precision, int lanes) {
    this.slots = precision == Precision.FLOAT ? 1 : 2;
    this.lanes = lanes;
  }

  List<MethodSize> sizes() {
    return List.of(
        new MethodSize("descend", descend()),
        new MethodSize("descendWithMomentum", descendWithMomentum()));
  }

  private int descend() {
    int p = 1;
    int from = 2;
    int to = 3;
    int g = 4;
    int at = 5;
    int down = 6;
    Bytecode code = new Bytecode(down + slots);
    int minusEta = code.local();
    code.field().load(down).call().store(minusEta);
    int d = distance(code, at, from);
    int i = d + 1;
    SweepSizes.rows(code, lanes, i, to);
    int p0 = code.local();
    code.field().load(p, i).call().store(p0);
    code.field().load(g, i, d).operators(1).call().load(minusEta, p0).call().load(p, i).call();
    SweepSizes.rows(code, 1, i, to);
    code.load(p, i, down, g, i, d).operators(2).load(p, i).operators(1).call().operators(1);
    return code.bytes();
  }

  private int descendWithMomentum() {
    int p = 1;
    int v = 2;
    int from = 3;
    int to = 4;
    int g = 5;
    int at = 6;
    int down = 7;
    int mu = down + slots;
    Bytecode code = new Bytecode(mu + slots);
    int minusEta = code.local();
    code.field().load(down).call().store(minusEta);
    int momentum = code.local();
    code.field().load(mu).call().store(momentum);
    int d = distance(code, at, from);
    int i = d + 1;
    SweepSizes.rows(code, lanes, i, to);
    int v0 = code.local();
    code.field().load(v, i).call().load(momentum).call().store(v0);
    int v1 = code.local();
    code.field().load(g, i, d).operators(1).call().load(minusEta, v0).call().store(v1);
    code.load(v1, v, i).call();
    code.field().load(p, i).call().load(v1).call().load(p, i).call();
    SweepSizes.rows(code, 1, i, to);
    code.load(v, i, down, g, i, d).operators(2).load(mu, v, i).operators(2).call().operators(1);
    code.load(p, i).operators(2).load(v, i).operators(3);
    return code.bytes();
  }

  /** {@code d = at - from} and {@code i = from}. Gives the place of d; the next is that of i. */
  private static int distance(Bytecode code, int at, int from) {
    int d = code.locals(2);
    code.load(at, from).operators(1).store(d).load(from).store(d + 1);
    return d;
  }
}
