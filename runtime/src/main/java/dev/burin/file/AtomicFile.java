package dev.burin.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Replaces a file as a whole: whoever looks, even after a crash, finds the old bytes or the new.
 *
 * <p>The new bytes are written to a temporary file in the same folder, forced to the disk, and
 * moved into place in one step. What is there is looked at first: only a regular file is replaced,
 * or nothing at all; a folder, a pipe, a device or a socket is refused, and so is a file that
 * nobody may write to. A symbolic link stays one, and the file that it names is replaced or made.
 * The new file keeps the permissions, the owner and the group of the old one as far as the system
 * allows, and a file that was not there gets those of any new file. Another hard link of the old
 * file keeps the old bytes.
 *
 * <p>A process that is killed while it writes leaves its temporary file, {@code .burin-*.tmp},
 * behind. The next replacement of the same file removes it. Files that others are still writing are
 * left alone: each is locked while its writer lives.
 *
 * <p>An interrupt does not disturb a replacement, and the thread is still interrupted afterwards.
 */
public final class AtomicFile {

  private AtomicFile() {}

  /** What writes the new bytes. */
  @FunctionalInterface
  public interface Content {

    /**
     * Writes all bytes.
     *
     * @param out where to; it is buffered, and closing it is not needed
     * @throws IOException if they cannot be made or written; the old file is left as it was
     */
    void write(OutputStream out) throws IOException;
  }

  /**
   * Looks whether a file could be replaced, and changes nothing. Long work whose result is to be
   * written there had better ask first.
   *
   * @throws IOException if it could not; the message names the file, the reason and what to do
   */
  public static void check(Path file) throws IOException {
    Target.of(file);
  }

  /**
   * Replaces a file, or makes it.
   *
   * @param bytes all that it is to hold
   * @throws IOException if the file cannot be written; the message names it, the reason and what to
   *     do, and an old file is left as it was
   */
  public static void replace(Path file, byte[] bytes) throws IOException {
    Objects.requireNonNull(bytes, "The bytes are null; expected what the file is to hold.");
    replace(file, out -> out.write(bytes));
  }

  /**
   * Replaces a file, or makes it.
   *
   * @param content writes all that it is to hold, and is called once
   * @throws IOException if the content throws it, or the file cannot be written: then the message
   *     names it, the reason and what to do. An old file is left as it was
   */
  public static void replace(Path file, Content content) throws IOException {
    Objects.requireNonNull(content, "The content is null; expected what writes the file.");
    Target target = Target.of(file);
    boolean interrupted = Thread.interrupted();
    try {
      Leftovers.clear(target);
      try (Draft draft = Draft.of(target)) {
        draft.write(content);
        draft.moveIntoPlace();
      }
      forceFolder(target.folder());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Removes the temporary files that killed processes left in a folder, whatever they were to
   * replace. What cannot be removed harms nobody.
   */
  public static void clear(Path folder) {
    Leftovers.clearAll(Objects.requireNonNull(folder, "The folder is null; give one."));
  }

  /** Makes the new name last; some systems cannot open a folder, and there it lasts anyway. */
  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException | UnsupportedOperationException e) {
      // The bytes are complete and safe; only the moment at which the name is on disk is not known.
    }
  }
}
