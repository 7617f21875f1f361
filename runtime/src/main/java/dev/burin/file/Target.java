package dev.burin.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place that a file may be written to, looked at before anything is changed there.
 *
 * @param named the path as the caller gave it, for messages
 * @param file the file itself, behind all links
 * @param folder where it lies
 * @param old what is there, or null
 */
record Target(Path named, Path file, Path folder, @Nullable BasicFileAttributes old) {

  /** As many as Linux follows. */
  private static final int MOST_LINKS = 40;

  /** The links in here lead to files that are open: a new one in their place would not be. */
  private static final String PROCESSES = "/proc";

  private static final Set<PosixFilePermission> WRITE =
      Set.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  /**
   * Looks at a place.
   *
   * @throws IOException if no file can be written there, in words
   */
  static Target of(Path named) throws IOException {
    Objects.requireNonNull(named, "The path is null; expected that of a file to write.");
    BasicFileAttributes old = attributes(named);
    if (old != null) {
      requireReplaceable(named, old);
    }
    Path file = behindLinks(named);
    Path folder = folder(file);
    if (old == null) {
      requireFolder(named, folder);
    }
    if (!Files.isWritable(folder)) {
      throw new AccessDeniedException(
          named.toString(),
          null,
          "the folder "
              + folder.toAbsolutePath()
              + " may not be written to, as replacing a file needs; get the right to or give another");
    }
    return new Target(named, file, folder, old);
  }

  private static void requireReplaceable(Path named, BasicFileAttributes old) throws IOException {
    if (old.isDirectory()) {
      throw isFolder(named);
    }
    if (!old.isRegularFile()) {
      throw refused(
          named,
          "this is a pipe, a device or a socket, and only a regular file is replaced;"
              + " give another name");
    }
    if (!Files.isWritable(named) || readOnly(old)) {
      throw new AccessDeniedException(
          named.toString(),
          null,
          "the file is there and may only be read; make it writable or give another name");
    }
  }

  private static FileSystemException isFolder(Path named) {
    return refused(named, "this is a directory; give the name of a file to write");
  }

  /** Whether nobody may write, which stops even those whom permissions do not bind. */
  private static boolean readOnly(BasicFileAttributes old) {
    return old instanceof PosixFileAttributes posix
        && Collections.disjoint(posix.permissions(), WRITE);
  }

  /** What is at a path, behind all links, or null if nothing is. */
  private static @Nullable BasicFileAttributes attributes(Path named) throws IOException {
    boolean posix = named.getFileSystem().supportedFileAttributeViews().contains("posix");
    try {
      return posix
          ? Files.readAttributes(named, PosixFileAttributes.class)
          : Files.readAttributes(named, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      return null;
    } catch (AccessDeniedException e) {
      throw new AccessDeniedException(
          named.toString(), null, "a folder on the way may not be entered; give another place");
    } catch (FileSystemException e) {
      requireFolder(named, folder(named));
      throw refused(named, "this cannot be the name of a file (" + reason(e) + "); give another");
    }
  }

  /** Where a path leads that ends in a link, which may be to a file that is not there yet. */
  private static Path behindLinks(Path named) throws IOException {
    Path file = named;
    for (int links = 0; Files.isSymbolicLink(file); links++) {
      if (links == MOST_LINKS) {
        throw refused(named, "too many links follow one another; give another name");
      }
      if (folder(file).toRealPath().startsWith(PROCESSES)) {
        throw refused(
            named, "this is an open file of a process, as /dev/stdout is; give the name of a file");
      }
      file = file.resolveSibling(Files.readSymbolicLink(file));
    }
    return file;
  }

  /**
   * Where a file lies. A path stays relative: the name of the working directory may be one that
   * this JVM cannot spell.
   */
  private static Path folder(Path file) {
    return file.resolveSibling("");
  }

  private static void requireFolder(Path named, Path folder) throws IOException {
    Path there = folder;
    Path missing = folder;
    while (there != null && Files.notExists(there)) {
      missing = there;
      there = there.getParent();
    }
    if (there != null && !Files.isDirectory(there)) {
      throw refused(named, there + " is not a folder; give another place");
    }
    if (there == null || !there.equals(folder)) {
      throw new NoSuchFileException(
          named.toString(),
          null,
          "there is no folder " + missing.toAbsolutePath() + "; make it or give another");
    }
  }

  private static FileSystemException refused(Path named, String reason) {
    return new FileSystemException(named.toString(), null, reason);
  }

  /** What the system says about an error, without the names of files that nobody asked about. */
  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "permission denied";
      case NoSuchFileException missing -> "the folder or the temporary file is gone";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      case FileSystemException other -> other.getClass().getSimpleName();
      default -> String.valueOf(e.getMessage());
    };
  }

  /** An error of the system while the file is written, in words. */
  FileSystemException failed(IOException e) {
    FileSystemException failed =
        new FileSystemException(
            named.toString(),
            null,
            "it cannot be written in the folder "
                + folder.toAbsolutePath()
                + " ("
                + reason(e)
                + ") and is left as it was; make room or get the right to write, or give another"
                + " place");
    failed.initCause(e);
    return failed;
  }
}
