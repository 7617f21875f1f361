package dev.burin.sample;

import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.List;

/** The shapes of what each layer computes with, as lines of text. */
final class ShapeTable {

  private ShapeTable() {}

  /** One line for each layer; rows of z and a are the n samples of a batch. */
  static List<String> lines(NetworkShape shape) {
    TextTable table = new TextTable().row("layer", "W", "b", "z", "a", "activation", "parameters");
    int number = 0;
    for (LayerShape layer : shape.layers()) {
      number++;
      String sums = "[n][" + layer.out() + "]";
      table.row(
          String.valueOf(number),
          "[" + layer.out() + "][" + layer.in() + "]",
          "[" + layer.out() + "]",
          sums,
          sums,
          layer.activationText(),
          Lines.format("%,d", (layer.in() + 1L) * layer.out()));
    }
    return table.lines();
  }
}
