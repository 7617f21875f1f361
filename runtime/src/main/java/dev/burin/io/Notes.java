package dev.burin.io;

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
      bytes += entry(Metadata.NOTE + note.getKey(), note.getValue()).length();
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

  /** A member of a JSON object, in ASCII. */
  static String entry(String name, String text) {
    return string(name) + ":" + string(text);
  }

  private static String string(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c >= ' ' && c <= '~') {
        json.append(c);
      } else {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (Character.isSurrogate(c) && !pair) {
          throw new IllegalArgumentException(
              "A note holds half a surrogate pair at character " + i + "; expected valid Unicode.");
        }
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        if (pair) {
          i++;
          json.append(String.format(Locale.ROOT, "\\u%04x", (int) text.charAt(i)));
        }
      }
    }
    return json.append('"').toString();
  }
}
