package dev.burin.sample.table;

import dev.burin.Loss;
import dev.burin.data.Encoding;
import dev.burin.network.Engraved;
import dev.burin.network.FloatNetwork;
import dev.burin.shape.NetworkShape;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * A network that was declared for tables of one width.
 *
 * @param shape its layers and loss
 * @param seeded makes one that starts from the declared initializers
 * @param blank makes one that weights are to be loaded into
 */
record TableNetwork(
    NetworkShape shape,
    LongFunction<Engraved<FloatNetwork>> seeded,
    Supplier<Engraved<FloatNetwork>> blank) {

  /** Whether it reads what an encoding gives and tells what it asks for. */
  boolean fits(Encoding encoding) {
    return shape.inputs() == encoding.inputs()
        && shape.outputs() == encoding.outputs()
        && tellsClasses() == encoding.tellsClasses();
  }

  private boolean tellsClasses() {
    return shape.loss() == Loss.CROSS_ENTROPY || shape.loss() == Loss.BINARY_CROSS_ENTROPY;
  }

  /** What it is for, such as {@code 4 numbers and 3 classes}. */
  @Override
  public String toString() {
    return shape.inputs()
        + " numbers and "
        + (tellsClasses() ? Math.max(2, shape.outputs()) + " classes" : "a value");
  }
}
