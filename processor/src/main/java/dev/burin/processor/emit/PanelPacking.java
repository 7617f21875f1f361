package dev.burin.processor.emit;

import com.palantir.javapoet.MethodSpec;
import dev.burin.kernel.FloatKernels;
import dev.burin.processor.plan.PanelLayerPlan;
import dev.burin.processor.plan.Sweep;
import java.util.Locale;

/** The copies from which the tiles of B4 read, where the plan packs. */
final class PanelPacking {

  private final PanelLayerPlan plan;
  private final LayerText text;
  private final Vocabulary words;
  private final String type;
  private final int tallest;

  PanelPacking(PanelLayerPlan plan, Vocabulary words) {
    this.plan = plan;
    this.words = words;
    this.text = new LayerText(plan, words);
    this.type = words.element();
    this.tallest = plan.tallestInputs();
  }

  MethodSpec inputs() {
    Body body = new Body();
    body.line("int s = 0");
    body.note("Whole vectors reach into the place of the next sample, which is written after.");
    body.open("for (; s < n - 1; s++)");
    sample(
        body,
        () -> {
          body.line("int at = to + (k - block) * SHARD");
          for (int c = 0; c < tallest; c += plan.lanes()) {
            String place = c == 0 ? "" : " + " + c;
            body.line(
                "%s.fromArray(%s, %s, from + k%s).intoArray(packed, at%s)",
                words.vector(), LayerText.species(plan.lanes()), text.a0(), place, place);
          }
        });
    body.close();
    sample(
        body,
        () ->
            body.line(
                "System.arraycopy(%s, from + k, packed, to + (k - block) * SHARD,"
                    + " Math.min(%s, end - k))",
                text.a0(), text.tile()));
    return Methods.helper(
        "packInputs" + text.l(),
        String.format(
            Locale.ROOT,
            "%1$s[] %2$s, int a, int n, int block, int end, %1$s[] packed",
            type,
            text.a0()),
        String.format(
            Locale.ROOT,
            """
        Copies inputs block..end of n samples of %s to [tile][%d][%d], so that a tile of B4 reads
        one stream.""",
            text.a0(),
            FloatKernels.SHARD,
            tallest),
        body);
  }

  /** Copies the tiles of sample s, one by one. */
  private void sample(Body body, Runnable tile) {
    body.line("int from = a + s * %s", text.stride0());
    body.line("int to = PACKED_X + s * %s", text.tile());
    body.open("for (int k = block; k < end; k += %s)", text.tile());
    tile.run();
    body.close();
  }

  MethodSpec gradients(Sweep sweep, String packName) {
    TileText tile = new TileText(words, sweep);
    Body body = new Body();
    body.open("for (int s = 0; s < n; s++)");
    body.line("int from = d + s * %s", text.stride());
    body.line("int to = PACKED_DZ + s * %s", Columns.weightGradient(text, sweep).block());
    tile.load(body, "d", text.dz(), "from");
    tile.store(body, "d", "packed", "to");
    body.close();
    return Methods.helper(
        packName,
        String.format(Locale.ROOT, "%1$s[] %2$s, int d, int n, %1$s[] packed", type, text.dz()),
        String.format(
            Locale.ROOT,
            "Copies %d columns of %s of n samples to [%d][%d].",
            sweep.block(),
            text.dz(),
            FloatKernels.SHARD,
            sweep.block()),
        body);
  }
}
