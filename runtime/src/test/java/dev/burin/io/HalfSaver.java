package dev.burin.io;

import dev.burin.file.AtomicFile;
import dev.burin.network.FloatNetwork;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program that saves until it is killed, and the parent's side of it. */
final class HalfSaver {

  static final String HALF = "half";

  private HalfSaver() {}

  /** Runs {@code half}, which stops within a save, or {@code saves}, which saves on and on. */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[1]);
    if (args[0].equals(HALF)) {
      AtomicFile.replace(
          file,
          out -> {
            out.write(new byte[1_000_000]);
            out.flush();
            System.out.println(HALF);
            // Nothing is ever written to it: this waits until it is killed.
            System.in.read();
          });
    } else {
      int saves = Integer.parseInt(args[2]);
      for (int i = 0; i < saves; i++) {
        WeightsFile.save(file, network(i % 2));
        System.out.println(i);
      }
    }
  }

  /** One of the networks that are saved. */
  static FloatNetwork network(int seed) {
    return TestNetworks.filled(TestNetworks.floats(100, 100, 1), seed);
  }

  static Process start(String... arguments) throws IOException {
    String classPath =
        Stream.of(HalfSaver.class, WeightsFile.class)
            .map(HalfSaver::place)
            .collect(Collectors.joining(File.pathSeparator));
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classPath,
            HalfSaver.class.getName());
    return new ProcessBuilder(Stream.concat(java.stream(), Stream.of(arguments)).toList())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static String place(Class<?> type) {
    return Path.of(
            java.net.URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }
}
