package dev.burin.npz;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order of names in which numbers count as numbers: {@code W2} before {@code W10}. */
final class NaturalOrder implements Comparator<String> {

  private static final Pattern PART = Pattern.compile("\\d+|\\D+");

  @Override
  public int compare(String a, String b) {
    Matcher left = PART.matcher(a);
    Matcher right = PART.matcher(b);
    while (left.find()) {
      if (!right.find()) {
        return 1;
      }
      int compared = compareParts(left.group(), right.group());
      if (compared != 0) {
        return compared;
      }
    }
    return right.find() ? -1 : 0;
  }

  private static int compareParts(String a, String b) {
    boolean numbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
    if (!numbers) {
      return a.compareTo(b);
    }
    String left = a.replaceFirst("^0+(?=.)", "");
    String right = b.replaceFirst("^0+(?=.)", "");
    int longer = Integer.compare(left.length(), right.length());
    return longer != 0 ? longer : left.compareTo(right);
  }
}
