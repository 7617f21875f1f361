package dev.burin.processor.emit;

import dev.burin.kernel.Law;

/**
 * The loops over the products of a long sum, which is cut into pieces. The bounds of each are
 * constants, as C2 makes code that takes twice as long of a loop whose end is a parameter: whole
 * pieces are walked in the method of the sums, and a shorter one at the end in one of its own.
 *
 * @param products the number of products
 * @param index the name that counts them
 * @param whole the constant for those in whole pieces
 * @param end the constant for all of them
 */
record Pieces(int products, String index, String whole, String end) {

  /** What the method of the shorter piece at the end is called, after that of the sums. */
  static final String REST = "Rest";

  static Pieces ofInputs(LayerText text) {
    return new Pieces(text.plan().layout().in(), "k", text.wholeIn(), text.in());
  }

  static Pieces ofOutputs(LayerText text) {
    return new Pieces(text.plan().layout().out(), "j", text.wholeOut(), text.out());
  }

  /** Whether there is a shorter piece at the end. */
  boolean hasRest() {
    return Law.whole(products) < products;
  }

  /** Writes a piece for each whole one, in a loop. */
  void each(Body body, Runnable start, Runnable step, Runnable add) {
    body.open("for (int piece = 0; piece < %s; piece += PIECE)", whole);
    start.run();
    body.open("for (int %1$s = piece; %1$s < piece + PIECE; %1$s++)", index);
    step.run();
    body.close();
    add.run();
    body.close();
  }

  /** Writes the shorter piece. */
  void rest(Body body, Runnable start, Runnable step, Runnable add) {
    start.run();
    body.open("for (int %1$s = %2$s; %1$s < %3$s; %1$s++)", index, whole, end);
    step.run();
    body.close();
    add.run();
  }
}
