package dev.burin.processor.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sources of all modules by the simple names of their classes, show-case included. */
final class Tree {

  static final Path ROOT = Path.of("..");

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");

  private final Map<String, List<Path>> files = new HashMap<>();

  Tree() throws IOException {
    for (String module : new String[] {"sample-app", "checks", "processor", "runtime"}) {
      for (String kind : new String[] {"src/test", "src/main"}) {
        try (Stream<Path> sources = Files.walk(ROOT.resolve(module).resolve(kind))) {
          sources.filter(file -> className(file).isPresent()).forEach(this::add);
        }
      }
    }
  }

  private void add(Path file) {
    files.computeIfAbsent(className(file).orElseThrow(), name -> new ArrayList<>()).add(file);
  }

  private static Optional<String> className(Path file) {
    String name = String.valueOf(file.getFileName());
    return Stream.of(".java", ".java.golden")
        .filter(name::endsWith)
        .map(end -> name.substring(0, name.length() - end.length()))
        .findFirst();
  }

  static String page(String name) throws IOException {
    return Files.readString(ROOT.resolve("docs").resolve(name)).replace("\r\n", "\n");
  }

  /** Where classes of a name are; those for double that the build makes are where float is. */
  List<Path> files(String className) {
    List<Path> written = files.getOrDefault(className, List.of());
    return written.isEmpty()
        ? files.getOrDefault(className.replaceFirst("^Double", "Float"), List.of())
        : written;
  }

  /** The sources of the classes of a name, one after the other. */
  String source(String className) throws IOException {
    StringBuilder source = new StringBuilder();
    for (Path file : files(className)) {
      source.append(Files.readString(file));
    }
    return source.toString();
  }

  /** The source without its comments. */
  static String code(String source) {
    return COMMENT.matcher(source).replaceAll("");
  }

  /** Whether a class declares a method, a field, a constant or a component of this name. */
  boolean declares(String className, String member) throws IOException {
    String name = Pattern.quote(member);
    return Pattern.compile(
            "(?m)^ +(?!return |throw |else |case )(?:[\\w@<>\\[\\].,?& ]*[\\w>\\]] )?"
                + name
                + "(?:\\(| =|;|,$)"
                + "|[\\w>\\]] "
                + name
                + "[,)]")
        .matcher(code(source(className)))
        .find();
  }

  /** Whether a source speaks of a word, in code or in comments. */
  static boolean mentions(String source, String word) {
    return Pattern.compile("\\b" + Pattern.quote(word) + "\\b").matcher(source).find();
  }
}
