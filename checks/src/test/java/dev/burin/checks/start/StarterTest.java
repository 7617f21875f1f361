package dev.burin.checks.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.machine.Lanes;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The folder that a newcomer copies: what the README shows of it, and that it does what it says.
 */
class StarterTest {

  private static final Path ROOT = Path.of("..");
  private static final Path STARTER = ROOT.resolve("starter");
  private static final List<String> SOURCES = List.of("InCircle", "Main");

  private static final Pattern PLUGIN =
      Pattern.compile(
          "<artifactId>([a-z]+-maven-plugin|maven-[a-z]+-plugin)</artifactId>\\s*<version>([^<]+)");

  @TempDir private Path directory;

  @Test
  void theReadmeShowsItsSourcesToTheLetter() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    for (String name : SOURCES) {
      assertThat(readme).contains("```java\n" + Files.readString(source(name)) + "```\n");
    }
  }

  /** A cost and an accuracy are the same on every machine; the time and the path are not. */
  @Test
  void itCompilesAndPrintsTheFiguresOfTheReadme() throws Exception {
    compile();
    List<String> lines = run();

    String readme = Files.readString(ROOT.resolve("README.md"));
    assertThat(lines).hasSize(3);
    assertThat(readme)
        .contains(lines.get(0).replaceAll(" after .*", " after "))
        .contains(lines.get(1));
    assertThat(lines.get(2)).startsWith("true on ");
    assertThat(directory.resolve("in-circle.safetensors")).isRegularFile();
  }

  @Test
  void itsPluginsAreThoseOfThisBuild() throws IOException {
    String parent = Files.readString(ROOT.resolve("pom.xml"));
    Map<String, String> plugins = new TreeMap<>();
    Matcher matcher = PLUGIN.matcher(Files.readString(STARTER.resolve("pom.xml")));
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

  @Test
  void itAsksForTheVersionThatIsInstalledHere() throws IOException {
    Matcher version =
        Pattern.compile("<version>([^<]+)</version>")
            .matcher(Files.readString(ROOT.resolve("pom.xml")));
    assertThat(version.find()).isTrue();
    assertThat(Files.readString(STARTER.resolve("pom.xml")))
        .contains("<burin.version>" + version.group(1) + "</burin.version>");
  }

  private static Path source(String name) {
    return STARTER.resolve("src/main/java/app/" + name + ".java");
  }

  private void compile() {
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    int exit =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                writer,
                writer,
                FreshJvm.MODULE,
                "-cp",
                FreshJvm.home(Lanes.class).toString(),
                "-processorpath",
                System.getProperty("java.class.path"),
                "-d",
                directory.toString(),
                source("InCircle").toString(),
                source("Main").toString());
    assertThat(exit).as(said.toString()).isZero();
  }

  private List<String> run() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                FreshJvm.MODULE,
                "-cp",
                directory + File.pathSeparator + FreshJvm.home(Lanes.class).toAbsolutePath(),
                "app.Main")
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    return text.lines().toList();
  }
}
