package dev.burin.sample.tutorial;

import dev.burin.data.idx.Mnist;
import dev.burin.sample.Help;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every tutorial: where the data are, and what computes. */
final class Settings {

  @Mixin final Help help = new Help();

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:BURIN_DATA:-../shared/data}",
      description = {
        "The directory with mnist/, catvnoncat/, nielsen/ and tabular/",
        "(default: what BURIN_DATA names, else ../shared/data)."
      })
  private Path data;

  @Option(
      names = "--float",
      description = "Take the same network declared in float instead of double.")
  boolean inFloat;

  @Option(
      names = "--threads",
      paramLabel = "T",
      description = "The threads that share the work; no bit depends on it (default: all).")
  int threads = Runtime.getRuntime().availableProcessors();

  /** Settings as they are before the command line is read. */
  Settings() {
    this(Path.of("../shared/data"));
  }

  Settings(Path data) {
    this.data = data;
  }

  /** What is made from numbers of the command line; numbers that are refused end the command. */
  <T> T made(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw refusal(String.valueOf(e.getMessage()));
    }
  }

  /** That the command line was not understood. */
  ParameterException refusal(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  /** The digits, whose four files are in {@code mnist/}. */
  Mnist mnist() throws IOException {
    return Mnist.read(data.resolve("mnist"));
  }

  /**
   * A file of the data.
   *
   * @param source what the file is and where it comes from, as a sentence
   * @throws NoSuchFileException if it is not there, saying what to download and where to put it
   */
  Path file(String directory, String name, String source) throws NoSuchFileException {
    Path file = data.resolve(directory).resolve(name);
    if (!Files.exists(file)) {
      throw new NoSuchFileException(
          file.toString(),
          null,
          "There is no such file. "
              + source
              + " Download it to this place, or name the directory"
              + " above with --data.");
    }
    return file;
  }
}
