package dev.burin.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Replaces a file as a whole: whoever looks, even after a crash, finds the old bytes or the new.
 */
final class AtomicFile {

  private AtomicFile() {}

  /** What writes the new bytes. */
  interface Content {
    void write(WritableByteChannel channel) throws IOException;
  }

  static void replace(Path path, Content content) throws IOException {
    // A link stays a link: what it points to is replaced.
    Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    Path directory = target.getParent();
    Path name = target.getFileName();
    if (directory == null || name == null || Files.isDirectory(target)) {
      throw new FileSystemException(
          path.toString(), null, "this is a directory; expected the name of a file to write");
    }
    Path temporary = directory.resolve("." + name + "." + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        content.write(channel);
        channel.force(true);
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (Throwable e) {
      discard(temporary, e);
      throw e;
    }
    forceDirectory(directory);
  }

  private static void discard(Path temporary, Throwable reason) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  /** Makes the new name last; some systems cannot open a directory, and there it lasts anyway. */
  private static void forceDirectory(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // The bytes are complete and safe; only the moment at which the name is on disk is not known.
    }
  }
}
