package dev.burin.serve;

import java.util.Map;

/**
 * A network in use, and what was noted with its weights: of one piece, so that an encoding among
 * the notes is that of these weights.
 *
 * @param engraved the generated class
 * @param notes texts by name, as {@code WeightsFile.loadWithNotes} gives them
 */
public record Serving<E>(E engraved, Map<String, String> notes) {

  /** Copies the notes. */
  public Serving {
    notes = Map.copyOf(notes);
  }
}
