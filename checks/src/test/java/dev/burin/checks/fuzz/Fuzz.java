package dev.burin.checks.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What Jazzer calls: a reader, named by the only argument, and bytes to be read. */
public final class Fuzz {

  private static Watch watch = first();

  private Fuzz() {}

  private static Watch first() {
    try {
      return new Watch(FuzzTargets.all().getFirst());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the name of the reader. */
  public static void fuzzerInitialize(String[] arguments) throws IOException {
    watch = new Watch(FuzzTargets.of(arguments[0]));
  }

  /** Reads, or refuses as declared; whatever comes out of this is a finding. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    watch.read(bytes);
  }
}
