package dev.burin.safetensors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The order of names by the numbers in them: {@code layers.2} before {@code layers.10}, and {@code
 * dense} before {@code dense_1}.
 */
public final class NaturalOrder {

  private static final Pattern PART = Pattern.compile("[0-9]+|[^0-9]+");
  private static final Pattern ZEROS = Pattern.compile("^0+(?=.)");

  private NaturalOrder() {}

  /**
   * Compares two names if the first place in which they differ is a number in both, or a number
   * that one of them lacks. Other names have no order that anybody meant.
   */
  public static OptionalInt compare(String one, String other) {
    List<String> a = parts(one);
    List<String> b = parts(other);
    int common = Math.min(a.size(), b.size());
    for (int i = 0; i < common; i++) {
      if (!a.get(i).equals(b.get(i))) {
        return isNumber(a.get(i)) && isNumber(b.get(i))
            ? numbers(a.get(i), b.get(i))
            : OptionalInt.empty();
      }
    }
    if (a.size() == b.size()) {
      return OptionalInt.empty();
    }
    List<String> longer = a.size() > b.size() ? a : b;
    return isNumber(longer.get(common))
        ? OptionalInt.of(Integer.compare(a.size(), b.size()))
        : OptionalInt.empty();
  }

  /** By the numbers where these decide, and by the characters elsewhere. */
  public static Comparator<String> total() {
    return (one, other) -> {
      List<String> a = parts(one);
      List<String> b = parts(other);
      for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
        boolean both = isNumber(a.get(i)) && isNumber(b.get(i));
        int order = both ? numbers(a.get(i), b.get(i)).orElse(0) : a.get(i).compareTo(b.get(i));
        if (order != 0) {
          return order;
        }
      }
      int sizes = Integer.compare(a.size(), b.size());
      return sizes != 0 ? sizes : one.compareTo(other);
    };
  }

  private static OptionalInt numbers(String a, String b) {
    String x = ZEROS.matcher(a).replaceFirst("");
    String y = ZEROS.matcher(b).replaceFirst("");
    int order = x.length() != y.length() ? x.length() - y.length() : x.compareTo(y);
    return order == 0 ? OptionalInt.empty() : OptionalInt.of(Integer.signum(order));
  }

  private static boolean isNumber(String part) {
    return part.charAt(0) >= '0' && part.charAt(0) <= '9';
  }

  /** The texts and the numbers of a name in turn; what joins a number to its text is left out. */
  private static List<String> parts(String name) {
    List<String> parts = new ArrayList<>();
    for (MatchResult part : PART.matcher(name).results().toList()) {
      String text = part.group();
      boolean joins = part.end() < name.length() && (text.endsWith("_") || text.endsWith("-"));
      String kept = joins ? text.substring(0, text.length() - 1) : text;
      if (!kept.isEmpty()) {
        parts.add(kept);
      }
    }
    return parts;
  }
}
