package dev.burin.checks.fuzz;

import java.io.IOException;

/** What Jazzer calls: a reader, named by the only argument, and bytes to be read. */
public final class Fuzz {

  private static FuzzTarget target = FuzzTargets.all().getFirst();

  private Fuzz() {}

  /** Takes the name of the reader. */
  public static void fuzzerInitialize(String[] arguments) {
    target = FuzzTargets.of(arguments[0]);
  }

  /** Reads, or refuses as declared; whatever comes out of this is a finding. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    Watch.read(target, bytes);
  }
}
