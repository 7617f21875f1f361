package dev.burin.sample;

import dev.burin.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A few digits with what the network says about them: the first ones, and the worst mistakes. */
final class Gallery {

  /** As many as fit side by side. */
  private static final int ROW = 3;

  private final FiveOrEight network;
  private final Dataset data;

  Gallery(FiveOrEight network, Dataset data) {
    this.network = network;
    this.data = data;
  }

  /** Draws one row of each kind; the second one only where there are mistakes. */
  void show(Printer printer) {
    int n = Math.min(ROW, data.size());
    List<Integer> first = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      first.add(i);
    }
    show(printer, "Held-out digits:", first);
    List<Integer> wrong = mistakes();
    if (!wrong.isEmpty()) {
      show(printer, String.format(Locale.ROOT, "The worst of %d mistakes:", wrong.size()), wrong);
    }
  }

  private void show(Printer printer, String heading, List<Integer> samples) {
    List<float[]> pictures = new ArrayList<>();
    List<String> captions = new ArrayList<>();
    for (int i : samples.subList(0, Math.min(ROW, samples.size()))) {
      float[] picture = Digits.picture(data, i);
      pictures.add(picture);
      captions.add(caption(network.probability(picture), Digits.truth(data, i)));
    }
    List<String> lines = new ArrayList<>();
    lines.add(heading);
    lines.addAll(printer.sketch().row(pictures, captions));
    printer.paragraph(lines);
  }

  /** {@code says 8 (0.98), is 8}. */
  private static String caption(float probability, int truth) {
    int digit = Digits.digit(probability);
    double sure = digit == 8 ? probability : 1.0 - probability;
    return Lines.format("says %d (%.3f), is %d", digit, sure, truth);
  }

  /** The samples answered wrongly, the most confident mistake first. */
  private List<Integer> mistakes() {
    int in = data.features().columns();
    float[] pixels = new float[data.size() * in];
    float[] p = new float[data.size()];
    for (int i = 0; i < data.size(); i++) {
      data.features().copyRow(i, pixels, i * in);
    }
    network.probabilities(pixels, data.size(), p);
    List<Integer> wrong = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      if (Digits.digit(p[i]) != Digits.truth(data, i)) {
        wrong.add(i);
      }
    }
    wrong.sort((a, b) -> Double.compare(Math.abs(p[b] - 0.5), Math.abs(p[a] - 0.5)));
    return wrong;
  }
}
