package dev.burin.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names of temporary files, and the removal of those whose writer was killed.
 *
 * <p>A name begins with a hash of that of the target, so that one save finds what another of the
 * same file left, and ends at random, so that no name is used twice: what is removed by its name
 * cannot be a newer file. It is short, as that of the target may be as long as the system allows.
 */
final class Leftovers {

  private static final String PREFIX = ".burin-";
  private static final String SUFFIX = ".tmp";
  private static final Pattern OURS = Pattern.compile("\\.burin-[0-9a-f]{8}-[0-9a-f]{16}\\.tmp");

  /**
   * The names of the files that this process writes. It must not even open these: to close them
   * again would give up all its locks on them.
   */
  private static final Set<String> WRITTEN = ConcurrentHashMap.newKeySet();

  private Leftovers() {}

  /** A new name, which is taken for that of a file in use until its end is told. */
  static Path begin(Target target) {
    String name =
        prefix(target)
            + String.format(Locale.ROOT, "%016x", UUID.randomUUID().getMostSignificantBits())
            + SUFFIX;
    WRITTEN.add(name);
    return target.folder().resolve(name);
  }

  static void end(Path path) {
    WRITTEN.remove(String.valueOf(path.getFileName()));
  }

  private static String prefix(Target target) {
    return String.format(
        Locale.ROOT, PREFIX + "%08x-", String.valueOf(target.file().getFileName()).hashCode());
  }

  /** Removes what killed writers of a file left. What cannot be removed harms nobody. */
  static void clear(Target target) {
    clear(target.folder(), prefix(target));
  }

  /** Removes what killed writers of any file in a folder left. */
  static void clearAll(Path folder) {
    clear(folder, PREFIX);
  }

  private static void clear(Path folder, String prefix) {
    if (!folder.getFileSystem().equals(FileSystems.getDefault())) {
      return;
    }
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, file -> isOne(file, prefix))) {
      for (Path file : files) {
        clear(file);
      }
    } catch (IOException | DirectoryIteratorException e) {
      // A folder that may be written to but not listed.
    }
  }

  private static boolean isOne(Path file, String prefix) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith(prefix)
        && OURS.matcher(name).matches()
        && !WRITTEN.contains(name)
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** Removes a file that nobody has locked, and holds it while doing so. */
  private static void clear(Path file) {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      @Nullable FileLock lock = channel.tryLock();
      if (lock != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | OverlappingFileLockException e) {
      // Without locks nobody knows whether its writer lives.
    }
  }
}
