package dev.burin.checks;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.Law;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The networks that every check of this module runs over, engraved once for each JVM.
 *
 * <p>The short form is the start of a pairwise design over awkward widths, and the odd widths from
 * 1 to 67 in threes. {@code -Dburin.sweep=long} runs the design to its end, and every width.
 */
final class Sweep {

  /** Whether the long form was asked for. */
  static final boolean LONG = System.getProperty("burin.sweep", "").equals("long");

  private static final long SEED = 20260;
  private static final int[] WIDTHS = {1, 2, 3, 4, 5, 7, 8, 9, 13, 16, 17, 31, 33, 65, 196, 784};
  private static final int[] HIDDEN = {1, 3, 5, 8, 9, 13, 16, 17, 31, 32, 33, 67, 196};
  private static final int[] BATCHES = {
    1, 2, 3, 5, 7, 8, 9, 13, 16, 17, 31, 33, 67, 127, 128, 129, 169, 257
  };

  /** What layers of every third network drop of their inputs. */
  private static final double[] DROPOUT = {0.2, 0, 0.5};

  /** The inputs of layers wide enough for B4 to pack, in batches that end past a shard. */
  private static final int[] PACKED = {15, 17, 100};

  /** Layers with long sums over inputs and over outputs. */
  private static final List<List<Integer>> LONG_SUMS =
      List.of(
          List.of(1024, 5, 3), List.of(1100, 17, 5), List.of(7, 1030, 6), List.of(3, 9, 1024, 2));

  /** Batches of more than one block and of more than three. */
  private static final List<Integer> BLOCKS = List.of(Law.BLOCK + 130, 3 * Law.BLOCK + 257);

  /** The multiply-adds that one pass over one batch may cost; the batch yields to the widths. */
  private static final long WORK = LONG ? 2_000_000 : 100_000;

  private static final List<Activation> HIDDEN_ACTIVATIONS =
      Arrays.stream(Activation.values()).filter(f -> f != Activation.SOFTMAX).toList();

  /** What a slope can be: the default, or one of these for all layers that take one. */
  private static final double[] SLOPES = {0, 0.3, 1.7};

  private static final List<End> ENDS = ends();
  private static final PairwiseDesign DESIGN =
      new PairwiseDesign(
          new int[] {
            WIDTHS.length,
            WIDTHS.length,
            HIDDEN.length,
            BATCHES.length,
            4,
            HIDDEN_ACTIVATIONS.size(),
            ENDS.size(),
            2,
            SLOPES.length
          },
          SEED,
          LONG ? Integer.MAX_VALUE : 10);

  /** A last activation with a loss that fits it. */
  private record End(Activation activation, Loss loss) {}

  /** A network and the size of its batches. */
  record Case(Declaration declaration, int batch) {
    @Override
    public String toString() {
      return declaration + ", batch " + batch;
    }
  }

  /** All cases. */
  static final List<Case> CASES = cases();

  private Sweep() {}

  /** The classes of all cases. */
  static Engraving engraving() {
    return Engraved.ALL;
  }

  /** How much of the design is covered, as one line. */
  static String coverage() {
    return String.format(
        Locale.ROOT,
        "%d networks from seed %d, %d of %d pairs of levels",
        CASES.size(),
        SEED,
        DESIGN.met(),
        DESIGN.pairs());
  }

  private static final class Engraved {
    static final Engraving ALL =
        Engraver.engrave(CASES.stream().map(Case::declaration).distinct().toList());
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (int[] row : DESIGN.rows()) {
      List<Integer> widths = new ArrayList<>(List.of(WIDTHS[row[0]]));
      for (int l = 1; l <= row[4]; l++) {
        widths.add(HIDDEN[(row[2] + 5 * l) % HIDDEN.length]);
      }
      widths.add(WIDTHS[row[1]]);
      int end = LONG ? row[6] : cases.size();
      add(cases, widths, row[5], end, Precision.values()[row[7]], BATCHES[row[3]], SLOPES[row[8]]);
    }
    int step = LONG ? 1 : 2;
    for (int width = 1; width <= 67; width += 3 * step) {
      List<Integer> widths =
          List.of(width, Math.min(67, width + step), Math.min(67, width + 2 * step));
      int number = cases.size();
      add(
          cases,
          widths,
          number,
          number,
          Precision.values()[number % 2],
          width <= 13 ? 200 - width : 68 - width,
          SLOPES[number % SLOPES.length]);
    }
    for (int i = 0; i < PACKED.length; i++) {
      for (Precision precision : Precision.values()) {
        List<Integer> widths = List.of(PACKED[i], 67, 3);
        add(cases, widths, i, i, precision, 255 + i, SLOPES[0], Long.MAX_VALUE);
      }
    }
    for (List<Integer> widths : LONG_SUMS) {
      for (Precision precision : Precision.values()) {
        int number = cases.size();
        add(cases, widths, number, number, precision, 9, 0, Long.MAX_VALUE);
      }
    }
    for (int i = 0; i < BLOCKS.size(); i++) {
      int number = cases.size();
      Precision precision = Precision.values()[i];
      add(cases, List.of(2, 3, 2), number, number, precision, BLOCKS.get(i), 0, Long.MAX_VALUE);
    }
    return cases;
  }

  /** A softmax needs two outputs; and a large network a small batch. */
  private static void add(
      List<Case> cases,
      List<Integer> wished,
      int hidden,
      int end,
      Precision precision,
      int batch,
      double slope) {
    add(cases, wished, hidden, end, precision, batch, slope, WORK);
  }

  private static void add(
      List<Case> cases,
      List<Integer> wished,
      int hidden,
      int end,
      Precision precision,
      int batch,
      double slope,
      long work) {
    List<Integer> widths = new ArrayList<>(wished);
    End last = ENDS.get(end % ENDS.size());
    if (last.activation() == Activation.SOFTMAX && widths.getLast() == 1) {
      widths.set(widths.size() - 1, 2);
    }
    List<Activation> activations = new ArrayList<>();
    for (int l = 1; l < widths.size() - 1; l++) {
      activations.add(HIDDEN_ACTIVATIONS.get((hidden + l - 1) % HIDDEN_ACTIVATIONS.size()));
    }
    activations.add(last.activation());
    List<Double> dropout = new ArrayList<>();
    for (int l = 1; l < widths.size() && cases.size() % DROPOUT.length == 1; l++) {
      dropout.add(DROPOUT[(cases.size() / DROPOUT.length + l) % DROPOUT.length]);
    }
    List<Double> slopes =
        slope == 0
            ? List.of()
            : activations.stream().filter(Activation::takesSlope).map(each -> slope).toList();
    Declaration declaration =
        new Declaration("N" + cases.size(), widths, activations, last.loss(), precision)
            .sloped(slopes)
            .dropping(dropout);
    long affordable = Math.max(2, work / declaration.shape().multiplyAdds());
    cases.add(new Case(declaration, (int) Math.min(batch, affordable)));
  }

  private static List<End> ends() {
    List<End> ends = new ArrayList<>();
    for (Loss loss : Loss.values()) {
      for (Activation activation : Activation.values()) {
        if (loss.fits(activation)) {
          ends.add(new End(activation, loss));
        }
      }
    }
    return ends;
  }
}
