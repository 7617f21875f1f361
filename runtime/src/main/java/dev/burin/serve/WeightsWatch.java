package dev.burin.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether a weights file has changed, and has it served once it has settled: when two looks
 * in a row find the same size, time and identity. A file that is bad is told once, and tried again
 * when it changes.
 *
 * <pre>{@code
 * WeightsWatch watch = WeightsWatch.of(path, served::swap);
 * scheduler.scheduleWithFixedDelay(watch::look, 1, 1, TimeUnit.SECONDS);
 * }</pre>
 *
 * <p>Of a folder, the file {@code *.safetensors} that was changed last is looked at, the last by
 * name among equals. What lies there when the watch is made counts as served: make it before the
 * weights are read that it is to replace, so that none that come in between are missed.
 */
public final class WeightsWatch {

  private static final String ENDING = ".safetensors";

  /** By which a version of a file is known. */
  private record Stamp(Path file, long size, FileTime time, @Nullable Object key) {}

  private final Path watched;
  private final Function<Path, Swap> swap;
  private @Nullable Stamp tried;
  private @Nullable Stamp seen;

  private WeightsWatch(Path watched, Function<Path, Swap> swap) {
    this.watched = watched;
    this.swap = swap;
    this.seen = stamp(watched);
    this.tried = seen;
  }

  /**
   * A watch of a file or a folder, which need not exist yet; it looks at once what lies there.
   *
   * @param swap serves the weights of a file, as {@link FloatServed#swap(Path)}
   */
  public static WeightsWatch of(Path watched, Function<Path, Swap> swap) {
    Objects.requireNonNull(watched, "The path is null; expected that of a file or a folder.");
    Objects.requireNonNull(swap, "The swap is null; expected one such as served::swap.");
    return new WeightsWatch(watched, swap);
  }

  /**
   * Looks once; one call at a time does.
   *
   * @return what came of a swap, where one was tried
   */
  public synchronized Optional<Swap> look() {
    Stamp last = seen;
    Stamp now = stamp(watched);
    seen = now;
    if (now == null || now.equals(tried) || !now.equals(last)) {
      return Optional.empty();
    }
    tried = now;
    return Optional.of(swap.apply(now.file()));
  }

  private static @Nullable Stamp stamp(Path watched) {
    try {
      return Files.isDirectory(watched) ? newest(watched) : stampOf(watched);
    } catch (IOException e) {
      // A file that is just being replaced, or is not there yet, is looked at again.
      return null;
    }
  }

  private static @Nullable Stamp newest(Path watched) throws IOException {
    Stamp newest = null;
    try (Stream<Path> files = Files.list(watched)) {
      Comparator<Stamp> later = Comparator.comparing(Stamp::time).thenComparing(Stamp::file);
      for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).toList()) {
        Stamp stamp = stampOf(file);
        newest = newest == null || later.compare(stamp, newest) > 0 ? stamp : newest;
      }
    }
    return newest;
  }

  private static Stamp stampOf(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return new Stamp(file, attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
  }

  /** What is watched. */
  @Override
  public String toString() {
    return "watch of " + watched;
  }
}
