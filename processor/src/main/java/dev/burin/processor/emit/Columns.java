package dev.burin.processor.emit;

import dev.burin.processor.plan.Sweep;
import java.util.Map;

/**
 * A sweep over the columns of a layer, in the names of constants.
 *
 * @param sweep the sweep
 * @param layer the number of the layer whose outputs are the columns
 * @param columns the constant for the columns of a tile, where a panel holds several tiles
 */
record Columns(Sweep sweep, int layer, String columns) {

  /** The sweeps of F1: columns are outputs. */
  static Columns forward(LayerText text, Sweep sweep) {
    return new Columns(sweep, text.l(), name("FORWARD", sweep, text.l()));
  }

  /** The sweeps of B2: columns are inputs, which are the outputs of the layer before. */
  static Columns inputGradient(LayerText text, Sweep sweep) {
    return new Columns(sweep, text.l() - 1, name("INPUT_GRADIENT", sweep, text.l()));
  }

  /** The sweeps of B4: columns are outputs. */
  static Columns weightGradient(LayerText text, Sweep sweep) {
    return new Columns(sweep, text.l(), name("WEIGHT_GRADIENT", sweep, text.l()));
  }

  private static String name(String equation, Sweep sweep, int l) {
    return equation + (sweep.tail() ? "_TAIL_COLUMNS" : "_COLUMNS") + l;
  }

  /** The first column. */
  String first() {
    return sweep.tail() ? LayerText.tailAt(layer) : "0";
  }

  /** The column after the last: only equal panels may be followed by another. */
  String end() {
    return sweep.last() ? LayerText.columns(layer) : LayerText.tailAt(layer);
  }

  /** The width of the panels. */
  String panel() {
    return sweep.tail() ? LayerText.tail(layer) : LayerText.panel(layer);
  }

  /** The columns of a tile: those of a panel, or of a part of it. */
  String block() {
    return sweep.splitsPanels() ? columns : panel();
  }

  /** What the constants of this sweep stand for, beside those of the layer. */
  Map<String, Integer> constants() {
    return sweep.splitsPanels() ? Map.of(columns, sweep.block()) : Map.of();
  }

  /**
   * Opens the loops over the tiles of columns; {@code j} is the first column of a tile and {@code
   * w} the place of its first weight.
   *
   * @param start the place of the first panel
   * @param rows the rows of a panel
   */
  void open(Body body, String start, String rows) {
    if (sweep.splitsPanels()) {
      openPanels(body);
      body.line("int w = %spanel * %s + (j - panel)", start, rows);
    } else {
      body.open("for (int j = %s; j < %s; j += %s)", first(), end(), block());
      body.line("int w = %sj * %s", start, rows);
    }
  }

  /** {@link #open}, with a call of a method that fetches each panel before its tiles. */
  void openFetched(Body body, String start, String rows, String fetch) {
    if (sweep.splitsPanels()) {
      openPanel(body);
      body.line("%s(p, %spanel * %s, %s * %s)", fetch, start, rows, rows, panel());
      openTiles(body);
      body.line("int w = %spanel * %s + (j - panel)", start, rows);
    } else {
      open(body, start, rows);
      body.line("%s(p, w, %s * %s)", fetch, rows, panel());
    }
  }

  /** Opens the loops over the panels and over the tiles of a panel. */
  void openPanels(Body body) {
    openPanel(body);
    openTiles(body);
  }

  /** Opens the loop over the panels. */
  void openPanel(Body body) {
    body.open("for (int panel = %s; panel < %s; panel += %s)", first(), end(), panel());
  }

  /** Opens the loop over the tiles of a panel. */
  void openTiles(Body body) {
    body.open("for (int j = panel; j < panel + %s; j += %s)", panel(), block());
  }

  void close(Body body) {
    body.close();
    if (sweep.splitsPanels()) {
      body.close();
    }
  }
}
