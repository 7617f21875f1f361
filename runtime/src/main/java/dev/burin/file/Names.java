package dev.burin.file;

import java.util.Locale;

/**
 * How text from a file is shown in a message, short and without characters that hide; for the rooms
 * of the runtime and not for users.
 */
public final class Names {

  private static final int LONGEST = 60;

  private Names() {}

  /** The text for a message. */
  public static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (shown.length() >= LONGEST) {
        return shown.append("...").toString();
      }
      char c = text.charAt(i);
      if (c >= ' ' && c <= '~') {
        shown.append(c);
      } else {
        shown.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return shown.toString();
  }
}
