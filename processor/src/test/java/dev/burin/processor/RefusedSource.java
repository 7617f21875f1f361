package dev.burin.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source that must be refused, and the marks in it that say how.
 *
 * <p>A comment {@code // ^ [BurinId] text} expects an error at the line above, in the column of the
 * caret, that begins with the id and the text; {@code // column 1 [BurinId] text} does the same for
 * columns that a caret cannot reach. Comments {@code // word: text} set up the run, and {@code //
 * source: path} begins another file.
 *
 * @param name the name of the file without its ending
 * @param sources texts by path
 * @param marks the errors expected, in order
 * @param settings the set-up, by its word
 */
record RefusedSource(
    String name, Map<String, String> sources, List<Mark> marks, Map<String, String> settings) {

  private static final Pattern CARET = Pattern.compile("// *(\\^) (\\[\\w+].*)");
  private static final Pattern COLUMN = Pattern.compile("// column (\\d+) (\\[\\w+].*)");
  private static final Pattern SETTING = Pattern.compile("// (\\w+): (.*)");

  /** An error that is expected: where, and how it begins. */
  record Mark(String path, long line, long column, String text) {
    String id() {
      return text.substring(1, text.indexOf(']'));
    }
  }

  static RefusedSource read(Path file) throws IOException {
    String name = file.getFileName().toString().replace(".java", "");
    Map<String, List<String>> sources = new LinkedHashMap<>();
    Map<String, String> settings = new LinkedHashMap<>();
    List<Mark> marks = new ArrayList<>();
    String path = "garden/" + name + ".java";
    List<String> lines = sources.computeIfAbsent(path, key -> new ArrayList<>());
    long above = 0;
    for (String line : Files.readAllLines(file)) {
      Matcher setting = SETTING.matcher(line);
      if (setting.matches() && setting.group(1).equals("source")) {
        path = setting.group(2);
        lines = sources.computeIfAbsent(path, key -> new ArrayList<>());
        above = 0;
        continue;
      }
      if (setting.matches()) {
        settings.put(setting.group(1), setting.group(2));
      }
      lines.add(line);
      Optional<Mark> mark = mark(line, path, above);
      mark.ifPresent(marks::add);
      if (mark.isEmpty()) {
        above = lines.size();
      }
    }
    Map<String, String> texts = new LinkedHashMap<>();
    sources.forEach((key, value) -> texts.put(key, String.join("\n", value) + "\n"));
    return new RefusedSource(name, texts, marks, settings);
  }

  private static Optional<Mark> mark(String line, String path, long above) {
    Matcher caret = CARET.matcher(line);
    if (caret.matches()) {
      return Optional.of(new Mark(path, above, caret.start(1) + 1, caret.group(2)));
    }
    Matcher column = COLUMN.matcher(line);
    return column.matches()
        ? Optional.of(new Mark(path, above, Long.parseLong(column.group(1)), column.group(2)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return name;
  }
}
