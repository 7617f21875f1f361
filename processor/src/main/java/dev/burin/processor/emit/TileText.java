package dev.burin.processor.emit;

import dev.burin.processor.plan.Factor;
import dev.burin.processor.plan.Sweep;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The statements that all register tiles share: a grid of sums and one step of multiply-adds. */
final class TileText {

  private final Vocabulary words;
  private final int lanes;
  private final int vectors;
  private final String species;

  TileText(Vocabulary words, Sweep sweep) {
    this(words, sweep.lanes(), sweep.vectors());
  }

  TileText(Vocabulary words, int lanes, int vectors) {
    this.words = words;
    this.lanes = lanes;
    this.vectors = vectors;
    this.species = LayerText.species(lanes);
  }

  /** Loads the vectors {@code name0, name1, ...} from neighbouring places. */
  void load(Body body, String name, String array, String at) {
    for (int v = 0; v < vectors; v++) {
      body.line("%s %s%d = %s", words.vector(), name, v, fromArray(array, at(at, v)));
    }
  }

  /** Declares the sums of one row, each starting from a vector of the same column. */
  void start(Body body, int row, String from) {
    body.line("%s %s", words.vector(), columns(v -> sum(row, v) + " = " + from + v));
  }

  /** Declares the sums of some rows, each starting from 0. */
  void startZero(Body body, int rows) {
    body.line("%s zero = %s.zero(%s)", words.vector(), words.vector(), species);
    for (int r = 0; r < rows; r++) {
      int row = r;
      body.line("%s %s", words.vector(), columns(v -> sum(row, v) + " = zero"));
    }
  }

  /** Stores 0 in the places of the sums of some rows. */
  void storeZero(Body body, int rows, String array, IntFunction<String> place) {
    for (int r = 0; r < rows; r++) {
      for (int v = 0; v < vectors; v++) {
        body.line(
            "%s.zero(%s).intoArray(%s, %s)", words.vector(), species, array, at(place.apply(r), v));
      }
    }
  }

  /** One step of one row: broadcasts a number and adds its products with the loaded vectors. */
  void step(Body body, int row, String number, String operand, Factor first) {
    String declared = row == 0 ? words.vector() + " x" : "x";
    body.line("%s = %s.broadcast(%s, %s)", declared, words.vector(), species, number);
    for (int v = 0; v < vectors; v++) {
      switch (first) {
        case NUMBER -> body.line("%s = x.fma(%s%d, %s)", sum(row, v), operand, v, sum(row, v));
        case VECTOR -> body.line("%s = %s%d.fma(x, %s)", sum(row, v), operand, v, sum(row, v));
      }
    }
  }

  /** Stores the vectors {@code name0, name1, ...} side by side. */
  void store(Body body, String name, String array, String at) {
    for (int v = 0; v < vectors; v++) {
      body.line("%s%d.intoArray(%s, %s)", name, v, array, at(at, v));
    }
  }

  /** Stores the sums of one row side by side. */
  void store(Body body, int row, String array, String at) {
    for (int v = 0; v < vectors; v++) {
      body.line("%s.intoArray(%s, %s)", sum(row, v), array, at(at, v));
    }
  }

  /** Stores what {@code max(0, sum)} is of the sums of one row, side by side. */
  void storeRelu(Body body, int row, String array, String at) {
    for (int v = 0; v < vectors; v++) {
      body.line("%s.intoArray(%s, %s)", relu(sum(row, v)), array, at(at, v));
    }
  }

  /** F2 of a vector: the same choice as the pass of ReLU makes, so that NaN stays NaN. */
  String relu(String sum) {
    return new ActivationValues(new LaneText(words.precision(), species), sum, "a").relu();
  }

  /** Stores the sums of one row after adding them to what lies elsewhere. */
  void accumulate(Body body, int row, String was, String wasAt, String array, String at) {
    for (int v = 0; v < vectors; v++) {
      body.line(
          "%s.add(%s).intoArray(%s, %s)",
          fromArray(was, at(wasAt, v)), sum(row, v), array, at(at, v));
    }
  }

  /** The same with both places some elements further. */
  void accumulate(
      Body body, int row, String was, String wasAt, String array, String at, int offset) {
    for (int v = 0; v < vectors; v++) {
      String further = PanelWeightGradient.plus(offset + v * lanes);
      body.line(
          "%s.add(%s).intoArray(%s, %s)",
          fromArray(was, wasAt + further), sum(row, v), array, at + further);
    }
  }

  String fromArray(String array, String at) {
    return String.format(
        Locale.ROOT, "%s.fromArray(%s, %s, %s)", words.vector(), species, array, at);
  }

  private String at(String at, int v) {
    return v == 0 ? at : at + " + " + v * lanes;
  }

  private static String sum(int row, int v) {
    return "sum" + row + "_" + v;
  }

  private String columns(IntFunction<String> one) {
    List<String> parts = IntStream.range(0, vectors).mapToObj(one).toList();
    return parts.stream().collect(Collectors.joining(", "));
  }
}
