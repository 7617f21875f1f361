package dev.burin.checks.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A folder for a model with weights beside it, and a canary outside of it that must not be read.
 *
 * <p>The file system notes when the canary was read last, if that was before it was changed last;
 * so it says that it is changed tomorrow. Where the file system notes nothing, its bytes still tell
 * it: all of them are {@link #CANARY}.
 */
final class Beside {

  /** What the canary is full of. */
  static final byte CANARY = 0x5a;

  /** How long each name of {@link #locations()} is, so that one can stand for another. */
  static final int LONG = 80;

  private static final int BYTES = 1024;

  private final Scratch model;
  private final Path canary;
  private final FileTime unread;

  Beside() {
    try {
      Path outside = gone(Files.createTempDirectory(Scratch.folder(), "burin-fuzz-"));
      canary = gone(Files.createFile(outside.resolve("canary.bin")));
      byte[] bytes = new byte[BYTES];
      Arrays.fill(bytes, CANARY);
      Files.write(canary, bytes);
      Path folder = gone(Files.createDirectory(outside.resolve("model")));
      Path data = gone(Files.createDirectory(folder.resolve("data")));
      Files.write(gone(data.resolve("w.bin")), new byte[BYTES]);
      gone(Files.createSymbolicLink(folder.resolve("link.bin"), canary));
      gone(Files.createSymbolicLink(folder.resolve("out"), outside));
      model = new Scratch(folder.resolve("model.onnx"));
      Instant now = Instant.now();
      Files.getFileAttributeView(canary, BasicFileAttributeView.class)
          .setTimes(
              FileTime.from(now.plus(Duration.ofDays(1))),
              FileTime.from(now.minus(Duration.ofHours(1))),
              null);
      unread = read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path gone(Path path) {
    path.toFile().deleteOnExit();
    return path;
  }

  /** The model with these bytes. */
  Path model(byte[] bytes) throws IOException {
    return model.with(bytes);
  }

  /** Names of equal length: first the one of the weights, then ways to the canary. */
  List<String> locations() {
    return List.of(
        location("data/", "w.bin"),
        location("../", "canary.bin"),
        location("data/../../", "canary.bin"),
        location("out/", "canary.bin"),
        location("/", canary.toString().substring(1)),
        location("data/../", "link.bin"),
        location("./", "link.bin"),
        location("out/model/", "link.bin"),
        location("..\\", "canary.bin"),
        location("file:/", canary.toString()));
  }

  /** Slashes in a row are one. */
  private static String location(String way, String name) {
    return way + "/".repeat(Math.max(0, LONG - way.length() - name.length())) + name;
  }

  /** Fails if the canary was read. */
  void check() throws IOException {
    if (!read().equals(unread)) {
      throw new AssertionError("A file outside of the folder of the model was read.");
    }
  }

  private FileTime read() throws IOException {
    return Files.readAttributes(canary, BasicFileAttributes.class).lastAccessTime();
  }
}
