package dev.burin.checks.bench;

import dev.burin.shape.NetworkShape;

/** How much arithmetic a call is. */
public final class Operations {

  private Operations() {}

  /** Those of the products alone. A step has three, but the first inputs need no gradient. */
  public static double perSample(String work, NetworkShape shape) {
    var first = shape.layers().getFirst();
    return switch (work) {
      case "sum" -> shape.multiplyAdds();
      case "step", "step2" ->
          2.0 * (3.0 * shape.multiplyAdds() - (double) first.in() * first.out());
      default -> 2.0 * shape.multiplyAdds();
    };
  }
}
