package dev.burin.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page {@code docs/add-an-optimizer.md} lists all files that know an optimizer. */
class AddAnOptimizerTest {

  private static final Path MAIN = Path.of("src/main/java");
  private static final Pattern COMMENTS = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");

  @ParameterizedTest
  @ValueSource(strings = {"Nesterov", "AdaGrad", "RmsProp"})
  void threeFilesKnowAnOptimizer(String name) throws IOException {
    String method = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    Pattern known = Pattern.compile("\\b(" + name + "|Float" + name + "|" + method + ")\\b");
    Set<String> knowing = new TreeSet<>();
    List<Path> sources;
    try (Stream<Path> files = Files.walk(MAIN)) {
      sources = files.filter(file -> file.toString().endsWith(".java")).toList();
    }
    for (Path source : sources) {
      String code = COMMENTS.matcher(Files.readString(source)).replaceAll("");
      if (known.matcher(code).find()) {
        knowing.add(String.valueOf(source.getFileName()).replace(".java", ""));
      }
    }
    assertThat(knowing).containsExactlyInAnyOrder("Float" + name, name, "ReferenceRules");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Optimizer", "FloatRule", "Rates", "Form", "FloatRules", "ReferenceRules"})
  void thePageNamesWhatIsNeeded(String name) throws IOException {
    assertThat(Files.readString(Path.of("../docs/add-an-optimizer.md"))).contains(name);
  }
}
