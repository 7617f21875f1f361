package dev.burin.data.idx;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The four files of MNIST, found in the layouts in which they are handed around. */
record MnistFiles(Path trainImages, Path trainLabels, Path testImages, Path testLabels) {

  private static final List<String> STEMS =
      List.of("train-images", "train-labels", "t10k-images", "t10k-labels");

  /** Torchvision keeps the files in MNIST/raw. */
  private static final int DEPTH = 2;

  /** Enough for any set, and few enough for a wrong directory full of other things. */
  private static final int MOST_LISTED = 10_000;

  private static final int MOST_SHOWN = 8;

  private static final String DOWNLOAD =
      "MNIST is not part of this library; download its four files and put them there under these"
          + " names.";

  /**
   * Looks for the four files in a directory, and where it does not hold all, in those below it.
   *
   * @throws NoSuchFileException if no directory holds all four, or several below this one do; the
   *     message says what is there
   */
  static MnistFiles in(Path directory) throws IOException {
    Objects.requireNonNull(directory, "The directory is null; expected that of MNIST.");
    if (!Files.isDirectory(directory)) {
      throw refused(
          directory,
          (Files.exists(directory) ? "This is not a directory" : "There is no such directory")
              + "; expected one that holds "
              + STEMS.stream().map(stem -> names(stem).get(0)).collect(Collectors.joining(", "))
              + ". "
              + DOWNLOAD);
    }
    Optional<MnistFiles> here = complete(directory);
    if (here.isPresent()) {
      return here.get();
    }
    List<Path> entries = entries(directory);
    List<Path> complete = entries.stream().filter(path -> complete(path).isPresent()).toList();
    if (complete.size() > 1) {
      throw refused(
          directory,
          "MNIST is not in this directory itself, but complete sets are below it; name one of "
              + shown(directory, complete)
              + ".");
    }
    return complete.stream()
        .findFirst()
        .flatMap(MnistFiles::complete)
        .orElseThrow(() -> refused(directory, missing(directory, entries)));
  }

  private static NoSuchFileException refused(Path directory, String sentence) {
    return new NoSuchFileException(directory.toString(), null, sentence);
  }

  private static Optional<MnistFiles> complete(Path directory) {
    List<Path> found =
        STEMS.stream().map(stem -> find(directory, stem)).flatMap(Optional::stream).toList();
    return found.size() == STEMS.size()
        ? Optional.of(new MnistFiles(found.get(0), found.get(1), found.get(2), found.get(3)))
        : Optional.empty();
  }

  /** The canonical name first, and then what desktops unpack it to. */
  private static List<String> names(String stem) {
    String end = (stem.endsWith("images") ? "idx3" : "idx1") + "-ubyte";
    return List.of(stem + "-" + end, stem + "." + end);
  }

  /** One of the four files, plain rather than compressed, by itself or in a folder of its own. */
  private static Optional<Path> find(Path directory, String stem) {
    List<Path> places = new ArrayList<>();
    for (String end : List.of("", ".gz")) {
      List<String> names = names(stem).stream().map(name -> name + end).toList();
      names.forEach(name -> places.add(directory.resolve(name)));
      for (String folder : names(stem)) {
        names.forEach(name -> places.add(directory.resolve(folder).resolve(name)));
        names.forEach(name -> places.add(directory.resolve(folder + ".gz").resolve(name)));
      }
    }
    return places.stream().filter(Files::isRegularFile).findFirst();
  }

  /** What lies in a directory and in those below it, as deep as a set may. */
  private static List<Path> entries(Path directory) throws IOException {
    List<Path> entries = new ArrayList<>(list(directory));
    int level = 0;
    for (int depth = 0; depth < DEPTH; depth++) {
      int end = entries.size();
      for (Path path : entries.subList(level, end).stream().filter(Files::isDirectory).toList()) {
        if (entries.size() < MOST_LISTED) {
          entries.addAll(list(path));
        }
      }
      level = end;
    }
    return entries;
  }

  private static List<Path> list(Path directory) throws IOException {
    try (Stream<Path> paths = Files.list(directory)) {
      return paths.limit(MOST_LISTED).sorted().toList();
    } catch (AccessDeniedException e) {
      return List.of();
    }
  }

  private static String missing(Path directory, List<Path> entries) {
    List<String> missing = new ArrayList<>();
    List<Path> others = new ArrayList<>(entries.stream().filter(Files::isRegularFile).toList());
    for (String stem : STEMS) {
      find(directory, stem).ifPresentOrElse(others::remove, () -> missing.add(names(stem).get(0)));
    }
    // What looks like a file of MNIST under another name comes first.
    others.sort(Comparator.comparing(path -> !String.valueOf(path.getFileName()).contains("idx")));
    return "MNIST is not complete in this directory: "
        + String.join(", ", missing)
        + (missing.size() > 1 ? " are" : " is")
        + " missing (each may also end in .gz). "
        + (others.isEmpty()
            ? "Nothing else is there. "
            : "Found instead: " + shown(directory, others) + ". ")
        + DOWNLOAD;
  }

  private static String shown(Path directory, List<Path> paths) {
    String shown =
        paths.stream()
            .limit(MOST_SHOWN)
            .map(path -> directory.relativize(path).toString())
            .collect(Collectors.joining(", "));
    int more = paths.size() - MOST_SHOWN;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}
