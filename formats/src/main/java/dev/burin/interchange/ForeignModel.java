package dev.burin.interchange;

import java.util.List;
import java.util.Objects;

/**
 * What a reader of a format makes of a file.
 *
 * @param file the name of the file, without its folder
 * @param format the format and who wrote the file, in a few words for the report
 * @param chain the chain
 * @param folded what was folded, and where to: one line each
 * @param dropped what was left out because it changes no answer: one line each
 * @param remarks what else whoever uses the network must know: one line each
 * @param original what the file itself computes, by a way of its own
 */
public record ForeignModel(
    String file,
    String format,
    Chain chain,
    List<String> folded,
    List<String> dropped,
    List<String> remarks,
    Original original) {

  /** Copies the lists. */
  public ForeignModel {
    Objects.requireNonNull(file, "The name of the file is null.");
    Objects.requireNonNull(format, "The name of the format is null.");
    Objects.requireNonNull(chain, "The chain is null.");
    Objects.requireNonNull(original, "What the file computes is null.");
    folded = List.copyOf(folded);
    dropped = List.copyOf(dropped);
    remarks = List.copyOf(remarks);
  }
}
