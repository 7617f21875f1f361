package dev.burin.io;

import dev.burin.safetensors.JsonText;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Texts by name that a user keeps beside the weights. */
final class Notes {

  /** Half of what a header may hold beside tensors, in bytes of its JSON. */
  static final int MOST_BYTES = 1 << 19;

  private Notes() {}

  /** Checks notes before they are written. */
  static void check(Map<String, String> notes) {
    Objects.requireNonNull(notes, "The notes are null; expected texts by name, or an empty map.");
    long bytes = 0;
    for (var note : notes.entrySet()) {
      if (note.getKey() == null || note.getValue() == null || note.getKey().isEmpty()) {
        throw new IllegalArgumentException(
            "A note needs a name of at least one character and a text, not " + note + ".");
      }
      bytes += JsonText.member(Metadata.NOTE + note.getKey(), note.getValue()).length();
    }
    if (bytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The notes take %d bytes in the file, but at most %d are kept there; keep long texts"
                  + " in a file of their own.",
              bytes,
              MOST_BYTES));
    }
  }

  /** The notes among the metadata of a file. */
  static Map<String, String> of(Map<String, String> metadata) {
    Map<String, String> notes = new TreeMap<>();
    metadata.forEach(
        (name, text) -> {
          if (name.startsWith(Metadata.NOTE)) {
            notes.put(name.substring(Metadata.NOTE.length()), text);
          }
        });
    return notes;
  }
}
