package dev.burin.file;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The temporary file beside a target. It is locked until it is closed, which tells other processes
 * that its writer lives, and its name is never used again.
 */
final class Draft implements Closeable {

  private static final int ATTEMPTS = 100;

  private final Target target;
  private final Path path;
  private final OutputStream out;

  private Draft(Target target, Path path) throws IOException {
    this.target = target;
    this.path = path;
    // Unlike a channel, neither of these is closed by an interrupt.
    out =
        path.getFileSystem().equals(FileSystems.getDefault())
            ? new FileOutputStream(path.toFile())
            : Files.newOutputStream(path);
  }

  /** A new file with the permissions and the owner of the old one. */
  static Draft of(Target target) throws IOException {
    try {
      for (int i = 0; i < ATTEMPTS; i++) {
        Draft draft = make(target);
        if (draft.lock()) {
          Attributes.pass(target.old(), draft.path);
          return draft;
        }
        draft.close();
      }
    } catch (IOException e) {
      throw target.failed(e);
    }
    throw target.failed(new IOException("the temporary file is removed again and again"));
  }

  private static Draft make(Target target) throws IOException {
    Path path = Leftovers.begin(target);
    try {
      Files.createFile(path, Attributes.atFirst(target.old()));
      return new Draft(target, path);
    } catch (Throwable e) {
      Leftovers.end(path);
      Files.deleteIfExists(path);
      throw e;
    }
  }

  /** Whether the file is this process's: another may take it for a leftover until it is locked. */
  private boolean lock() {
    if (out instanceof FileOutputStream file) {
      try {
        return file.getChannel().tryLock() != null && Files.exists(path);
      } catch (IOException | OverlappingFileLockException e) {
        // This file system has no locks, so nobody will find out that there is none.
        return true;
      }
    }
    return true;
  }

  /** Has the content written and forces it to the disk. */
  void write(AtomicFile.Content content) throws IOException {
    OutputStream buffered = new BufferedOutputStream(new InWords(), 1 << 16);
    content.write(buffered);
    buffered.flush();
    try {
      if (out instanceof FileOutputStream file) {
        file.getFD().sync();
      } else {
        // In an archive the bytes are there only once the file is closed.
        out.close();
      }
    } catch (IOException e) {
      throw target.failed(e);
    }
  }

  /** Gives the file its name, while it is locked. */
  void moveIntoPlace() throws IOException {
    try {
      // The second is for file systems to which a move in one step does not say so.
      Files.move(
          path, target.file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw target.failed(e);
    }
  }

  /** Removes the file if it was not moved. */
  @Override
  public void close() throws IOException {
    try {
      out.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw target.failed(e);
    } finally {
      Leftovers.end(path);
    }
  }

  /** Tells the errors of the system apart from those of the content, and names the right file. */
  private final class InWords extends OutputStream {

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      try {
        out.write(bytes, from, count);
      } catch (IOException e) {
        throw target.failed(e);
      }
    }
  }
}
