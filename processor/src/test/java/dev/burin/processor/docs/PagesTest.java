package dev.burin.processor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages {@code docs/add-*.md}, held to the tree. */
class PagesTest {

  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");

  /** Rooms, a class, and perhaps a member: {@code plan.Machine.ALL}. */
  private static final Pattern NAME =
      Pattern.compile(
          "((?:[a-z]\\w*\\.)*)([A-Z]\\w*[a-z]\\w*)(?:\\.(?!java$)(\\w+)(?:\\(.*\\))?|\\.java)?");

  private static final Pattern METHOD = Pattern.compile("([a-z]\\w*)\\(\\)");

  private static Tree tree;

  @BeforeAll
  static void read() throws IOException {
    tree = new Tree();
  }

  static Stream<String> pages() throws IOException {
    try (Stream<Path> files = Files.list(Tree.ROOT.resolve("docs"))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.startsWith("add-") && name.endsWith(".md"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyFileItLinksToExists(String page) throws IOException {
    for (Matcher link = LINK.matcher(Tree.page(page)); link.find(); ) {
      assertThat(Tree.ROOT.resolve("docs").resolve(link.group(1))).as(page).exists();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPathItNamesExists(String page) throws IOException {
    for (Matcher code = CODE.matcher(Tree.page(page)); code.find(); ) {
      if (code.group(1).matches("[\\w-]+(/[\\w.-]+)+")) {
        assertThat(Tree.ROOT.resolve(code.group(1))).as(page).exists();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyClassAndMemberItNamesExists(String page) throws IOException {
    for (Matcher code = CODE.matcher(Tree.page(page)); code.find(); ) {
      Matcher name = NAME.matcher(code.group(1));
      if (!name.matches() || ofTheJdk(name.group(2))) {
        continue;
      }
      assertThat(tree.files(name.group(2)))
          .as("%s names the class %s", page, code.group(1))
          .anyMatch(file -> slashes(file).contains("/" + name.group(1).replace('.', '/')));
      if (name.group(3) != null) {
        assertThat(tree.declares(name.group(2), name.group(3)))
            .as("%s names the member %s", page, code.group(1))
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyMethodItCallsExistsInAClassItNames(String page) throws IOException {
    String text = Tree.page(page);
    for (Matcher code = CODE.matcher(text); code.find(); ) {
      Matcher method = METHOD.matcher(code.group(1));
      if (method.matches()) {
        boolean declared = false;
        for (String owner : classes(text)) {
          declared |= tree.declares(owner, method.group(1));
        }
        assertThat(declared).as("%s names the method %s", page, code.group(1)).isTrue();
      }
    }
  }

  @Test
  void anActivationTouchesTheFilesOfItsPageAndNoOther() throws IOException {
    String text = Tree.page("add-an-activation.md");
    Set<String> listed = new TreeSet<>();
    for (String owner : classes(text)) {
      if (tree.files(owner).stream().anyMatch(file -> slashes(file).contains("/src/main/"))) {
        listed.add(owner);
      }
    }
    Set<String> touched = new TreeSet<>();
    // The others are more than a function of one number: losses, fusion and answers know them.
    for (Activation each :
        EnumSet.complementOf(
            EnumSet.of(
                Activation.IDENTITY, Activation.RELU, Activation.SIGMOID, Activation.SOFTMAX))) {
      touched.addAll(touched(each));
    }
    // The page names it for an activation that belongs to a loss.
    touched.add("Loss");
    assertThat(touched)
        .as("the sources of runtime and processor that know an activation, and those of the page")
        .isEqualTo(listed);
  }

  /** The classes whose code speaks of an activation: its constant, its function, its slope. */
  private static Set<String> touched(Activation activation) throws IOException {
    String constant = activation.name();
    String[] words = constant.toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder function = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      function.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT));
      function.append(words[i].substring(1));
    }
    Pattern known =
        Pattern.compile("\\b(" + constant + "|" + function + "|" + function + "Slope)\\b");
    Set<String> classes = new TreeSet<>();
    for (String module : new String[] {"runtime", "processor"}) {
      try (Stream<Path> files = Files.walk(Tree.ROOT.resolve(module).resolve("src/main"))) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          if (known.matcher(Tree.code(Files.readString(file))).find()) {
            classes.add(String.valueOf(file.getFileName()).replace(".java", ""));
          }
        }
      }
    }
    return classes;
  }

  private static Set<String> classes(String page) {
    Set<String> classes = new TreeSet<>();
    for (Matcher code = CODE.matcher(page); code.find(); ) {
      Matcher name = NAME.matcher(code.group(1));
      if (name.matches() && !ofTheJdk(name.group(2))) {
        classes.add(name.group(2));
      }
    }
    return classes;
  }

  private static String slashes(Path file) {
    return file.toString().replace('\\', '/');
  }

  private static boolean ofTheJdk(String name) {
    for (String room : new String[] {"java.lang.", "java.util."}) {
      try {
        Class.forName(room + name);
        return true;
      } catch (ClassNotFoundException e) {
        // It is none of this room.
        continue;
      }
    }
    return false;
  }
}
