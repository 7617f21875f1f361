package dev.burin.sample;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose the digits. */
final class Source {

  @Option(
      names = "--mnist",
      paramLabel = "DIR",
      description = "Take the fives and eights of MNIST: its four IDX files, .gz or not, in DIR.")
  @Nullable Path mnist;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description =
          "The seed of drawn digits, first weights and order (default: ${DEFAULT-VALUE}).")
  long seed = 4;

  /** The digits chosen. */
  Digits digits() throws IOException {
    Path directory = mnist;
    return directory == null ? Digits.drawn(seed) : Digits.mnist(directory);
  }
}
