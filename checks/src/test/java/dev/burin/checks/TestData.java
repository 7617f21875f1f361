package dev.burin.checks;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds data that is not part of the project. */
final class TestData {

  private TestData() {}

  /**
   * A directory of test data: in the one that the environment variable BURIN_DATA names, else in
   * {@code shared/data} beside the checkout. Where it is absent, the test that asks is skipped and
   * says so.
   */
  static Path directory(String name) {
    Path root = root().resolve(name);
    if (!Files.isDirectory(root)) {
      String skipped =
          "Skipped for want of the test data '" + name + "'; set BURIN_DATA to their directory.";
      // The build does not show why a test was skipped.
      System.out.println(skipped);
      abort(skipped);
    }
    return root;
  }

  private static Path root() {
    String named = System.getenv("BURIN_DATA");
    if (named != null) {
      return Path.of(named);
    }
    Path here = Path.of("").toAbsolutePath();
    Optional<Path> beside =
        Stream.iterate(here, directory -> directory != null, Path::getParent)
            .map(directory -> directory.resolveSibling("shared/data"))
            .filter(Files::isDirectory)
            .findFirst();
    return beside.orElse(here.resolveSibling("shared/data"));
  }
}
