package dev.burin.processor.emit;

import dev.burin.processor.plan.LayerPlan;
import dev.burin.processor.plan.RowLayerPlan;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The names of one layer in emitted code: the letters of the equations with the layer's number.
 *
 * @param plan the layer
 * @param words the words of its precision
 */
record LayerText(LayerPlan plan, Vocabulary words) {

  int l() {
    return plan.layout().number();
  }

  /** The outputs of the layer before: {@code a0}. */
  String a0() {
    return "a" + (l() - 1);
  }

  String a() {
    return "a" + l();
  }

  String z() {
    return "z" + l();
  }

  String dz() {
    return "dz" + l();
  }

  /** The gradient by the outputs of the layer before, which becomes its {@code dz} in place. */
  String da0() {
    return "dz" + (l() - 1);
  }

  String in() {
    return "IN" + l();
  }

  String out() {
    return "OUT" + l();
  }

  /** The distance between two rows of the outputs; dense where the layer is stored in rows. */
  String stride() {
    return plan.layout().storage() == Storage.ROWS ? out() : "STRIDE" + l();
  }

  /** The distance between two rows of the inputs. */
  String stride0() {
    return l() == 1 ? in() : "STRIDE" + (l() - 1);
  }

  /** Where the weights begin; {@code W1} by itself is the matrix of the equations. */
  String w() {
    return "W" + l() + "_AT";
  }

  /** Where the biases begin; {@code B1} by itself is an equation. */
  String b() {
    return "B" + l() + "_AT";
  }

  /** The width of the panels of a layer, of all but the last where that is another. */
  static String panel(int layer) {
    return "PANEL" + layer;
  }

  /** The columns of a layer with their padding; rows may lie further apart. */
  static String columns(int layer) {
    return "COLUMNS" + layer;
  }

  /** The width of a last panel that is another. */
  static String tail(int layer) {
    return "TAIL" + layer;
  }

  /** The first column of a last panel that is another. */
  static String tailAt(int layer) {
    return "TAIL" + layer + "_AT";
  }

  /** The inputs of the tiles of B4. */
  String tile() {
    return "TILE" + l();
  }

  /** The inputs of a block of B4. */
  String block() {
    return "BLOCK" + l();
  }

  /** The inputs that fill whole pieces of long sums. */
  String wholeIn() {
    return "WHOLE_IN" + l();
  }

  /** The outputs that fill whole pieces of long sums. */
  String wholeOut() {
    return "WHOLE_OUT" + l();
  }

  /** The inputs of a narrow layer that fill whole blocks of partial sums. */
  String whole() {
    return "WHOLE" + l();
  }

  /** The first input of a narrow layer after the last whole block. */
  String firstOfRest(RowLayerPlan rows) {
    return rows.hasBlocks() ? whole() : "0";
  }

  /** The species of a number of lanes. */
  static String species(int lanes) {
    return "S" + lanes;
  }

  /** The activation as a method name. */
  String activation() {
    return camel(plan.layout().layer().activation().name());
  }

  static String camel(String constant) {
    StringBuilder name = new StringBuilder();
    for (String part : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
      name.append(
          name.isEmpty()
              ? part
              : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    return name.toString();
  }

  /** The storage of the weights with its shape, for Javadoc. */
  String storage() {
    LayerLayout layout = plan.layout();
    if (layout.storage() == Storage.ROWS) {
      return String.format(Locale.ROOT, "[%d][%d]", layout.out(), layout.in());
    }
    int equal = layout.equalPanels();
    List<String> parts = new ArrayList<>();
    if (equal > 0) {
      String panels = equal == 1 ? "" : String.format(Locale.ROOT, "[%d panels]", equal);
      parts.add(panels + String.format(Locale.ROOT, "[%d][%d]", layout.in(), layout.panel()));
    }
    if (equal < layout.panels()) {
      parts.add(String.format(Locale.ROOT, "[%d][%d]", layout.in(), layout.panelWidth(equal)));
    }
    return String.join(" and ", parts);
  }
}
