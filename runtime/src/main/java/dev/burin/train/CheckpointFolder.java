package dev.burin.train;

import dev.burin.file.AtomicFile;
import dev.burin.file.MalformedFileException;
import dev.burin.machine.Messages;
import dev.burin.safetensors.CheckedReader;
import dev.burin.safetensors.CheckedTensors;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of one training, oldest to newest. Each is written whole or not at all, and an older
 * one goes only once a newer one is there: whenever the process dies, the last good one is found.
 */
final class CheckpointFolder implements Closeable {

  private static final Pattern NAME = Pattern.compile("update-(\\d{10})\\.safetensors");

  private final Path folder;
  private final FolderLock lock;

  private CheckpointFolder(Path folder, FolderLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Opens a folder, or makes it, and locks it until it is closed.
   *
   * @throws IllegalStateException if another training has it
   * @throws IOException if it cannot be made or locked
   */
  static CheckpointFolder open(Path folder) throws IOException {
    FolderLock lock;
    try {
      Files.createDirectories(folder);
      lock = FolderLock.of(folder);
    } catch (FileSystemException e) {
      throw cannotBeUsed(folder, e);
    }
    AtomicFile.clear(folder);
    return new CheckpointFolder(folder, lock);
  }

  private static FileSystemException cannotBeUsed(Path folder, FileSystemException e) {
    String reason =
        switch (e) {
          case FileAlreadyExistsException file -> "it is no folder";
          case AccessDeniedException denied -> "permission denied";
          case FileSystemException other -> String.valueOf(other.getReason());
        };
    FileSystemException cannot =
        new FileSystemException(
            folder.toString(),
            null,
            "checkpoints cannot be written there (" + reason + "); give another folder");
    cannot.initCause(e);
    return cannot;
  }

  /**
   * The newest checkpoint that is as it was written; null if there is no checkpoint at all. What is
   * damaged is passed over with a warning.
   *
   * @throws MalformedFileException if all are damaged
   * @throws IOException if one cannot be read
   */
  @Nullable CheckedTensors newest() throws IOException {
    List<Path> files = files();
    MalformedFileException damaged = null;
    for (Path file : files.reversed()) {
      try {
        CheckedTensors good = CheckedReader.read(file);
        if (damaged != null) {
          Messages.log(damaged.getMessage() + " The training goes on from " + file + ".");
        }
        return good;
      } catch (MalformedFileException e) {
        damaged = damaged == null ? e : damaged;
      }
    }
    if (damaged != null) {
      throw new MalformedFileException(
          folder,
          String.format(
              Locale.ROOT,
              "none of the %d checkpoints here is good, the newest because %s; bring a copy back, or"
                  + " take an empty folder to begin anew.",
              files.size(),
              damaged.found()));
    }
    return null;
  }

  /** Writes the checkpoint after some updates, and removes what is not among the last. */
  void write(int update, int last, AtomicFile.Content content) throws IOException {
    AtomicFile.replace(file(update), content);
    List<Path> older = new ArrayList<>();
    for (Path file : files()) {
      if (update(file) > update) {
        // It was found damaged when the training went on from an older one.
        Files.deleteIfExists(file);
      } else {
        older.add(file);
      }
    }
    for (Path file : older.subList(0, Math.max(0, older.size() - last))) {
      Files.deleteIfExists(file);
    }
  }

  /** The place of another file beside the checkpoints. */
  Path resolve(String name) {
    return folder.resolve(name);
  }

  private Path file(int update) {
    return folder.resolve(String.format(Locale.ROOT, "update-%010d.safetensors", update));
  }

  private static long update(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    return name.matches() ? Long.parseLong(name.group(1)) : -1;
  }

  /** All checkpoints, oldest first. */
  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(folder, file -> update(file) >= 0 && Files.isRegularFile(file))) {
      all.forEach(files::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    files.sort(Comparator.comparingLong(CheckpointFolder::update));
    return files;
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
