package dev.burin.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compares what is generated with the goldens: the plan of each network as text, a digest of each
 * class, and the classes of one network, {@code xor}, as a page to read. The goldens show that
 * nothing changes unseen; that it is right is shown elsewhere, by running it.
 *
 * <p>The whole text of every class is written below {@code target/golden}, and a difference says
 * how to look at it. {@code -Dgolden=update} rewrites the goldens, only from sources that compile
 * and never under CI, and then fails, so that the change is read before it is committed.
 */
class GoldenTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Path TARGET = Path.of("target/golden");

  /** The classes of the show-case. */
  private static final List<String> SHOWN = List.of("XorNetwork.java", "XorNetwork_V512.java");

  @ParameterizedTest
  @CsvSource({"xor, Xor", "mnist, FiveOrEight", "odd, Odd"})
  void generatesTheGolden(String folder, String name) throws IOException {
    Golden golden = Golden.of(GOLDEN.resolve(folder).resolve(name + ".java"));
    assertThat(golden.sources())
        .containsOnlyKeys(
            name + "Network.java",
            name + "Network_V128.java",
            name + "Network_V256.java",
            name + "Network_V512.java");
    List<String> differing = differing(folder, golden);
    if (differing.isEmpty()) {
      write(TARGET.resolve(folder).resolve("agreed"), golden.sources());
      return;
    }
    write(TARGET.resolve(folder).resolve("now"), golden.sources());
    if ("update".equals(System.getProperty("golden"))) {
      if (System.getenv("CI") != null) {
        fail("Goldens are never rewritten under CI.");
      }
      write(GOLDEN.resolve(folder), pages(golden));
      fail("Rewritten: " + differing + " of " + folder + ". Run again. " + advice(folder));
    }
    fail(
        "Not as in src/test/resources/golden/%s: %s. %s If it is meant, -Dgolden=update rewrites it.",
        folder, differing, advice(folder));
  }

  @Test
  void theShowcaseIsShortEnoughToBeRead() throws IOException {
    for (String page : SHOWN) {
      assertThat(Files.readAllLines(GOLDEN.resolve("xor").resolve(page + ".golden")))
          .as(page)
          .hasSizeLessThan(400);
    }
  }

  /** The files of a golden: the plan, the digests, and the pages of the show-case. */
  private static Map<String, String> pages(Golden golden) {
    Map<String, String> pages = new TreeMap<>();
    pages.put("plan.txt", golden.plan());
    pages.put("digests.txt", golden.digests());
    golden
        .sources()
        .forEach(
            (file, text) -> {
              if (SHOWN.contains(file)) {
                pages.put(file + ".golden", Showcase.of(text));
              }
            });
    return pages;
  }

  private static List<String> differing(String folder, Golden golden) throws IOException {
    List<String> differing = new ArrayList<>();
    for (Map.Entry<String, String> page : pages(golden).entrySet()) {
      Path file = GOLDEN.resolve(folder).resolve(page.getKey());
      if (!Files.exists(file)
          || !Files.readString(file).replace("\r\n", "\n").equals(page.getValue())) {
        differing.add(page.getKey());
      }
    }
    return differing;
  }

  private static void write(Path folder, Map<String, String> files) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  /** How to see the difference in the whole text. */
  private static String advice(String folder) {
    String target = "processor/" + TARGET + "/" + folder;
    if (!Files.exists(TARGET.resolve(folder).resolve("agreed"))) {
      return String.format(
          Locale.ROOT,
          "The text is in %1$s/now. To see what changed: git stash, run this test, git stash pop,"
              + " then diff -ru %1$s/agreed %1$s/now.",
          target);
    }
    return String.format(
        Locale.ROOT, "To see what changed: diff -ru %1$s/agreed %1$s/now.", target);
  }
}
