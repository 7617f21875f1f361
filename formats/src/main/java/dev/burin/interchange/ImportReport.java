package dev.burin.interchange;

import dev.burin.shape.NetworkShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an import did: what the network is, what was folded and dropped, and how far its outputs lie
 * from those of the file.
 *
 * @param model what was read
 * @param shape the network
 * @param verification the comparison with the file
 */
public record ImportReport(ForeignModel model, NetworkShape shape, Verification verification) {

  /** The report in lines for a person. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(model.file() + ": " + model.format());
    lines.add("network: " + shape);
    model.folded().forEach(line -> lines.add("folded: " + line));
    model.dropped().forEach(line -> lines.add("dropped: " + line));
    model.remarks().forEach(line -> lines.add("note: " + line));
    lines.add(
        String.format(
            Locale.ROOT,
            "compared: the outputs for %d random samples differ from those of the file by at most"
                + " %.3g, the largest being %.3g",
            verification.samples(),
            verification.difference(),
            verification.largest()));
    return lines;
  }
}
