package dev.burin.processor.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Sets emitted source for reading: short Javadoc on one line, no line past column 100. JavaPoet
 * does neither.
 */
final class Typography {

  private static final int COLUMNS = 100;

  private static final Pattern SHORT_DOC =
      Pattern.compile("(?m)^( *)/\\*\\*\\n *\\* ([^\\n]+)\\n *\\*/$");

  /**
   * Where a statement may be broken: after a comma or an assignment, before a chained call or a
   * string.
   */
  private static final List<String> BREAKS = List.of(", ", " = ", ").", "(\"", " ? ", " : ");

  private Typography() {}

  static String set(String source) {
    List<String> lines = new ArrayList<>();
    for (String line : SHORT_DOC.matcher(source).replaceAll("$1/** $2 */").split("\n", -1)) {
      String text = line.strip();
      String indent = line.substring(0, line.indexOf(text));
      if (text.startsWith("*")) {
        String item = text.startsWith("*   <li>") ? "*       " : "* ";
        fill(line, indent + item, lines);
      } else {
        fill(line, indent + "    ", lines);
      }
    }
    return String.join("\n", lines);
  }

  /** Breaks a line as often as it must be; what follows a break starts with {@code next}. */
  private static void fill(String line, String next, List<String> lines) {
    boolean doc = next.stripLeading().startsWith("*");
    int first = next.length();
    int at = line.length() <= COLUMNS ? -1 : doc ? line.lastIndexOf(' ', COLUMNS) : statement(line);
    if (at <= first) {
      lines.add(line);
      return;
    }
    lines.add(line.substring(0, at).stripTrailing());
    fill(next + line.substring(at).stripLeading(), next, lines);
  }

  private static int statement(String line) {
    int best = -1;
    for (String sign : BREAKS) {
      boolean splits = sign.equals(").") || sign.equals("(\"");
      int kept = splits ? 1 : sign.stripTrailing().length();
      int at = line.lastIndexOf(sign, COLUMNS - kept);
      while (at >= 0 && quoted(line, at)) {
        at = line.lastIndexOf(sign, at - 1);
      }
      best = Math.max(best, at < 0 ? -1 : at + kept);
    }
    return best;
  }

  /** Whether a place lies within a string, of which emitted ones hold no quotes. */
  private static boolean quoted(String line, int at) {
    return line.chars().limit(at).filter(c -> c == '"').count() % 2 == 1;
  }
}
