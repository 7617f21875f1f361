package dev.burin.train;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program that locks a folder until it is killed, and the parent's side of it. */
final class FolderHolder {

  private FolderHolder() {}

  public static void main(String[] args) throws IOException {
    try (CheckpointFolder folder = CheckpointFolder.open(Path.of(args[0]))) {
      System.out.println("locked");
      // Nothing is ever written to it: this waits until it is killed.
      System.in.read();
      System.out.println(folder);
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
    }
  }

  static Process start(Path folder) throws IOException {
    String classPath =
        Stream.of(FolderHolder.class, CheckpointFolder.class)
            .map(FolderHolder::place)
            .collect(Collectors.joining(File.pathSeparator));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            List.of(java, "-cp", classPath, FolderHolder.class.getName(), folder.toString()))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  static String line(Process process) throws IOException {
    return String.valueOf(process.inputReader(UTF_8).readLine());
  }

  private static String place(Class<?> type) {
    return Path.of(
            java.net.URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }
}
