package dev.burin.processor.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A generated class as people read it: of tiles that differ in their height alone one is shown, the
 * least with more than one row, and the others are named.
 */
final class Showcase {

  private static final Pattern TILE =
      Pattern.compile("static void ((\\w+(?:Rows|Vectors))(\\d+))\\(");

  private Showcase() {}

  static String of(String source) {
    List<String> members = List.of(source.split("\n\n", -1));
    Map<String, TreeMap<Integer, String>> families = new TreeMap<>();
    for (String member : members) {
      Matcher tile = TILE.matcher(member);
      if (tile.find()) {
        families
            .computeIfAbsent(tile.group(2), name -> new TreeMap<>())
            .put(Integer.valueOf(tile.group(3)), tile.group(1));
      }
    }
    List<String> page = new ArrayList<>();
    for (String member : members) {
      Matcher tile = TILE.matcher(member);
      if (!tile.find()) {
        page.add(member);
        continue;
      }
      TreeMap<Integer, String> family = families.getOrDefault(tile.group(2), new TreeMap<>());
      Integer second = family.ceilingKey(2);
      int shown = second == null ? family.firstKey() : second;
      if (shown == Integer.parseInt(tile.group(3))) {
        page.add(member);
        if (family.size() > 1) {
          family.remove(shown);
          page.add("  // The same in other heights: " + String.join(", ", family.values()) + ".");
          family.clear();
          family.put(shown, tile.group(1));
        }
      }
    }
    return String.join("\n\n", page);
  }
}
