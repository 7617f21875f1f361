package dev.burin.processor.emit;

import com.palantir.javapoet.MethodSpec;
import dev.burin.processor.plan.PanelLayerPlan;
import dev.burin.processor.plan.Sweep;
import java.util.ArrayList;
import java.util.List;

/** B3 db = sum dz and B4 dw = dz a^T of a layer in panels. */
final class PanelWeightGradient {

  private final PanelLayerPlan plan;
  private final LayerText text;
  private final Vocabulary words;
  private final String type;
  private final String name;

  PanelWeightGradient(PanelLayerPlan plan, Vocabulary words) {
    this.plan = plan;
    this.words = words;
    this.text = new LayerText(plan, words);
    this.type = words.element();
    this.name = "weightGradient" + text.l();
  }

  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(walk());
    for (int i = 0; i < plan.weightGradient().size(); i++) {
      for (int height : plan.weightGradient().get(i).heights()) {
        methods.add(tile(plan.weightGradient().get(i), tileName(i, height), height));
      }
    }
    methods.add(bias());
    return methods;
  }

  private String tileName(int sweep, int height) {
    return name + (sweep == 0 ? "Rows" : "TailRows") + height;
  }

  private MethodSpec walk() {
    Body body = new Body();
    for (int i = 0; i < plan.weightGradient().size(); i++) {
      if (i > 0 && !hasOwnRange(i)) {
        continue;
      }
      int tallest = plan.weightGradient().get(i).heights().getFirst();
      String tiles = "%s / %d".formatted(text.in(), tallest);
      body.line("int %s = %s * part / parts * %d", first(i), tiles, tallest);
      body.line(
          "int %s = part + 1 == parts ? %s : %s * (part + 1) / parts * %d",
          last(i), text.in(), tiles, tallest);
    }
    for (int i = 0; i < plan.weightGradient().size(); i++) {
      Sweep sweep = plan.weightGradient().get(i);
      int number = i;
      int block = plan.inputBlocks().get(i);
      body.open("for (int block = %s; block < %s; block += %d)", first(i), last(i), block);
      body.line("int end = Math.min(%s, block + %d)", last(i), block);
      body.open("for (int from = 0; from < rows; from += SHARD)");
      body.line("int to = Math.min(rows, from + SHARD)");
      body.line("boolean add = !fresh || from > 0");
      SweepText.open(body, sweep, text.w() + " + ", text.in());
      SweepText.rows(
          body,
          sweep.heights(),
          "k",
          "block",
          "end",
          height ->
              "%s(%s, a0At + k, %s, j, from, to, add, dp, w + k * %d)"
                  .formatted(tileName(number, height), text.a0(), text.dz(), sweep.panel()));
      SweepText.close(body, sweep);
      body.close();
      body.close();
    }
    return Methods.helper(
        name,
        "%1$s[] %2$s, int a0At, %1$s[] %3$s, int rows, boolean fresh, %1$s[] dp, "
                .formatted(type, text.a0(), text.dz())
            + "int part, int parts",
        """
        B4 dw%d = %s %s^T over rows samples, ascending in each shard; the shards are added to dp.
        %s is [n][%d], %s is [n][%d], dw%d is %s."""
            .formatted(
                text.l(),
                text.dz(),
                text.a0(),
                text.a0(),
                plan.inputStride(),
                text.dz(),
                plan.layout().rowStride(),
                text.l(),
                text.storage()),
        body);
  }

  /** Threads share the inputs in whole tiles, so sweeps with other tiles have other bounds. */
  private boolean hasOwnRange(int sweep) {
    List<Integer> first = plan.weightGradient().getFirst().heights();
    return !first.getFirst().equals(plan.weightGradient().get(sweep).heights().getFirst());
  }

  private String first(int sweep) {
    return hasOwnRange(sweep) ? "tailFirst" : "first";
  }

  private String last(int sweep) {
    return hasOwnRange(sweep) ? "tailLast" : "last";
  }

  private MethodSpec tile(Sweep sweep, String tileName, int height) {
    TileText tile = new TileText(words, sweep);
    Body body = new Body();
    tile.startZero(body, height);
    body.open("for (int s = from; s < to; s++)");
    body.line("int ds = s * %s + j", text.stride());
    body.line("int as = a + s * %s", text.stride0());
    tile.load(body, "d", text.dz(), "ds");
    for (int r = 0; r < height; r++) {
      tile.step(body, r, "%s[as%s]".formatted(text.a0(), r == 0 ? "" : " + " + r), "d");
    }
    body.close();
    body.line("%s[] was = add ? dp : ZEROS", type);
    body.line("int at = add ? dw : 0");
    for (int r = 0; r < height; r++) {
      String row = r == 0 ? "" : " + " + r * sweep.panel();
      tile.accumulate(body, r, "was", "at" + row, "dp", "dw" + row);
    }
    return Methods.helper(
        tileName,
        "%1$s[] %2$s, int a, %1$s[] %3$s, int j, int from, int to, boolean add, %1$s[] dp, int dw"
            .formatted(type, text.a0(), text.dz()),
        "B4 for %s x %d outputs: %d sums in registers."
            .formatted(Rows.count(height, "input"), sweep.block(), height * sweep.vectors()),
        body);
  }

  private MethodSpec bias() {
    String vector = words.vector();
    String species = LayerText.species(plan.lanes());
    Body body = new Body();
    body.open("for (int from = 0; from < rows; from += SHARD)");
    body.line("int to = Math.min(rows, from + SHARD)");
    body.line("boolean add = !fresh || from > 0");
    body.line("%s[] was = add ? dp : ZEROS", type);
    body.open("for (int j = 0; j < %d; j += %d)", plan.layout().stride(), plan.lanes());
    body.line("%s sum = %s.zero(%s)", vector, vector, species);
    body.open("for (int s = from; s < to; s++)");
    body.line(
        "sum = sum.add(%s.fromArray(%s, %s, s * %s + j))",
        vector, species, text.dz(), text.stride());
    body.close();
    body.line(
        "%s.fromArray(%s, was, add ? %s + j : 0).add(sum).intoArray(dp, %s + j)",
        vector, species, text.b(), text.b());
    body.close();
    body.close();
    return Methods.helper(
        "biasGradient" + text.l(),
        "%1$s[] %2$s, int rows, boolean fresh, %1$s[] dp".formatted(type, text.dz()),
        "B3 db%d = sum of %s over rows samples, in the same shards.".formatted(text.l(), text.dz()),
        body);
  }
}
