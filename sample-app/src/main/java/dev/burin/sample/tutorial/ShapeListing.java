package dev.burin.sample.tutorial;

import dev.burin.sample.TextTable;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.List;

/** The shape of everything that each layer computes with, as the second tutorial insists. */
final class ShapeListing {

  private ShapeListing() {}

  /**
   * One line for each layer, the inputs first.
   *
   * @param n the samples of an update: each is a row of z, a and delta
   */
  static List<String> lines(NetworkShape shape, int n) {
    TextTable table = new TextTable().row("layer", "W", "b", "z", "a", "delta");
    table.row("0", "-", "-", "-", matrix(n, shape.inputs()), "-");
    int number = 0;
    for (LayerShape layer : shape.layers()) {
      number++;
      String rows = matrix(n, layer.out());
      table.row(
          String.valueOf(number),
          matrix(layer.out(), layer.in()),
          "[" + layer.out() + "]",
          rows,
          rows,
          rows);
    }
    return table.lines();
  }

  private static String matrix(int rows, int columns) {
    return "[" + rows + "][" + columns + "]";
  }
}
