package dev.burin.processor.emit;

import com.palantir.javapoet.MethodSpec;
import dev.burin.processor.plan.PanelLayerPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The loops over the products of a long sum, which is cut into pieces. The bounds of each are
 * constants, as C2 makes code that takes twice as long of a loop whose end is a parameter: whole
 * pieces are walked in the method of the sums, and a shorter one at the end in one of its own.
 *
 * @param index the name that counts the products
 * @param whole the constant for those in whole pieces
 * @param end the constant for all of them
 * @param hasRest whether there is a shorter piece at the end
 */
record Pieces(String index, String whole, String end, boolean hasRest) {

  /** What the method of the shorter piece is called, after that of the sums. */
  private static final String REST = "Rest";

  /**
   * What is done for some sums in each piece.
   *
   * @param zero declares them
   * @param step adds one product to each
   * @param add adds them to what is stored
   */
  record Sums(Consumer<Body> zero, Consumer<Body> step, Consumer<Body> add) {}

  static Pieces ofInputs(PanelLayerPlan plan, LayerText text) {
    return new Pieces("k", text.wholeIn(), text.in(), plan.hasRestOfInputs());
  }

  static Pieces ofOutputs(PanelLayerPlan plan, LayerText text) {
    return new Pieces("j", text.wholeOut(), text.out(), plan.hasRestOfOutputs());
  }

  /**
   * The methods of some sums, which are stored between two pieces.
   *
   * @param start the body so far, which stores what the sums begin at
   * @param parameters those of the method
   * @param restParameters those of the shorter piece
   * @param restArguments what the method calls it with
   */
  List<MethodSpec> methods(
      String name,
      Body start,
      String parameters,
      String restParameters,
      String restArguments,
      String doc,
      Sums sums) {
    start.open("for (int piece = 0; piece < %s; piece += PIECE)", whole);
    piece(start, sums, "piece", "piece + PIECE");
    start.close();
    if (hasRest) {
      start.line("%s(%s)", name + REST, restArguments);
    }
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(Methods.helper(name, parameters, doc + ", piece by piece.", start));
    if (hasRest) {
      Body rest = new Body();
      piece(rest, sums, whole, end);
      methods.add(
          Methods.helper(name + REST, restParameters, doc + ", the last and shorter piece.", rest));
    }
    return methods;
  }

  private void piece(Body body, Sums sums, String from, String to) {
    sums.zero().accept(body);
    body.open("for (int %1$s = %2$s; %1$s < %3$s; %1$s++)", index, from, to);
    sums.step().accept(body);
    body.close();
    sums.add().accept(body);
  }
}
