package dev.burin.optimize;

/** Updates of bare arrays by the rule of an optimizer, for the tests of this package. */
final class Steps {

  private Steps() {}

  /** One training in double over some parameters, one update a call. */
  static final class Doubles {
    private final Optimizer optimizer;
    private final DoubleSlots slots;
    private final DoubleRule rule;
    private long update;

    Doubles(Optimizer optimizer, int length) {
      this.optimizer = optimizer;
      this.slots = new DoubleSlots(optimizer.slots(), length);
      this.rule = optimizer.forDouble(slots);
    }

    DoubleSlots slots() {
      return slots;
    }

    void move(double[] p, double... g) {
      rule.begin(++update, optimizer.learningRate(), optimizer.momentum());
      rule.move(ParameterKind.WEIGHTS, p, g, 0, p.length);
    }
  }

  /** One training in float over some parameters, one update a call. */
  static final class Floats {
    private final Optimizer optimizer;
    private final FloatRule rule;
    private long update;

    Floats(Optimizer optimizer, int length) {
      this.optimizer = optimizer;
      this.rule = optimizer.forFloat(new FloatSlots(optimizer.slots(), length));
    }

    void move(float[] p, float... g) {
      rule.begin(++update, optimizer.learningRate(), optimizer.momentum());
      rule.move(ParameterKind.WEIGHTS, p, g, 0, p.length);
    }
  }
}
