package dev.burin.checks.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@code pom.xml} that people copy must keep in step with. */
class FoldersTest {

  private static final Pattern PLUGIN =
      Pattern.compile(
          "<artifactId>([a-z]+-maven-plugin|maven-[a-z]+-plugin)</artifactId>\\s*<version>([^<]+)");

  static Stream<Path> folders() throws IOException {
    try (Stream<Path> examples = Files.list(Folder.ROOT.resolve("examples"))) {
      return Stream.concat(
          Stream.of(Folder.ROOT.resolve("starter")),
          examples.filter(Files::isDirectory).sorted().toList().stream());
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void itsPluginsAreThoseOfThisBuild(Path folder) throws IOException {
    String parent = Files.readString(Folder.ROOT.resolve("pom.xml"));
    Map<String, String> plugins = new TreeMap<>();
    Matcher matcher = PLUGIN.matcher(Files.readString(folder.resolve("pom.xml")));
    while (matcher.find()) {
      plugins.put(matcher.group(1), matcher.group(2));
    }
    assertThat(plugins).hasSize(4);
    plugins.forEach(
        (name, version) -> {
          String property = name.replaceAll("-?maven-?", "").replace("plugin", "").replace("-", "");
          assertThat(parent)
              .as(name)
              .contains("<" + property + "-plugin.version>" + version + "</");
        });
  }

  @ParameterizedTest
  @MethodSource("folders")
  void itAsksForTheVersionThatIsInstalledHere(Path folder) throws IOException {
    Matcher version =
        Pattern.compile("<version>([^<]+)</version>")
            .matcher(Files.readString(Folder.ROOT.resolve("pom.xml")));
    assertThat(version.find()).isTrue();
    assertThat(Files.readString(folder.resolve("pom.xml")))
        .contains("<burin.version>" + version.group(1) + "</burin.version>");
  }

  @ParameterizedTest
  @MethodSource("folders")
  void theReadmeLinksIt(Path folder) throws IOException {
    String path = Folder.ROOT.relativize(folder).toString().replace('\\', '/');
    assertThat(Files.readString(Folder.ROOT.resolve("README.md"))).contains("](" + path + ")");
  }
}
