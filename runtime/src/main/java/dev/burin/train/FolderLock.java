package dev.burin.train;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a second training out of a folder: a lock of the system on a file in it, which ends
 * with its process however that ends. The file stays.
 */
final class FolderLock implements Closeable {

  private static final String NAME = "burin.lock";

  /**
   * The folders that this process has. It must not even open their files again: to close one would
   * give up its lock.
   */
  private static final Set<String> HELD = ConcurrentHashMap.newKeySet();

  private final String held;
  private final FileChannel channel;

  private FolderLock(String held, FileChannel channel) {
    this.held = held;
    this.channel = channel;
  }

  /**
   * Locks a folder.
   *
   * @throws IllegalStateException if somebody has it, in this process or in another
   * @throws IOException if the file cannot be made or locked
   */
  static FolderLock of(Path folder) throws IOException {
    String name = folder.toRealPath().toString();
    if (!HELD.add(name)) {
      throw taken(folder);
    }
    // A channel does nothing for a thread that is interrupted.
    boolean interrupted = Thread.interrupted();
    try {
      return new FolderLock(name, open(folder));
    } catch (Throwable e) {
      HELD.remove(name);
      throw e;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static FileChannel open(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (lock(channel) == null) {
        throw taken(folder);
      }
    } catch (Throwable e) {
      channel.close();
      throw e;
    }
    return channel;
  }

  private static IllegalStateException taken(Path folder) {
    return new IllegalStateException(
        "Another training writes its checkpoints into "
            + folder
            + "; wait until it is over, or give each training a folder of its own.");
  }

  /** A lock of this process under another name of the folder is somebody else's too. */
  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    HELD.remove(held);
  }
}
