package dev.burin.checks.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The long run: Jazzer, one reader after the other, each in a JVM of its own with a bounded heap.
 *
 * <p>Arguments are the number of runs and the names of readers, all of them where none is named.
 * What Jazzer found out about a reader stays in its folder, and the next run begins there.
 */
final class FuzzRun {

  private static final Path FOLDER = Path.of("target", "fuzz");
  private static final Pattern DONE = Pattern.compile("(?m)^Done (\\d+) runs in (\\d+) second");

  private FuzzRun() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    long runs = Long.parseLong(arguments[0]);
    List<String> names =
        arguments.length > 1
            ? Arrays.asList(arguments).subList(1, arguments.length)
            : FuzzTargets.all().stream().map(FuzzTarget::name).toList();
    boolean good = true;
    for (String name : names) {
      good &= run(FuzzTargets.of(name), runs);
    }
    System.exit(good ? 0 : 1);
  }

  private static boolean run(FuzzTarget target, long runs)
      throws IOException, InterruptedException {
    Path folder = FOLDER.resolve(target.name()).toAbsolutePath();
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    Path log = folder.resolve("log.txt");
    int number = 0;
    for (byte[] seed : target.seeds()) {
      Files.write(corpus.resolve("seed-" + number++), seed);
    }
    long begin = System.nanoTime();
    int exit =
        new ProcessBuilder(command(target, runs, folder, corpus))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    Matcher done = DONE.matcher(Files.readString(log));
    boolean good = exit == 0 && done.find();
    System.out.printf(
        Locale.ROOT,
        "%-10s %s, %,d s, %d files in the corpus%s%n",
        target.name(),
        good ? String.format(Locale.ROOT, "%,d runs", Long.parseLong(done.group(1))) : "FAILED",
        took.toSeconds(),
        corpus.toFile().list().length,
        good ? "" : "; see " + log);
    return good;
  }

  private static List<String> command(FuzzTarget target, long runs, Path folder, Path corpus) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // What a reader takes is measured; a heap that small finds what the measure would miss.
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:+EnableDynamicAgentLoading"));
    command.addAll(List.of("--add-modules=jdk.incubator.vector", "-Dburin.warmup=off"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("--sun-misc-unsafe-memory-access=allow"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + Fuzz.class.getName());
    command.add("--target_args=" + target.name());
    command.add("--instrumentation_includes=dev.burin.**:de.siegmar.**");
    command.add("--instrumentation_excludes=dev.burin.checks.**");
    command.add("--custom_hook_includes=dev.burin.**");
    command.add("--reproducer_path=" + folder);
    command.add("-artifact_prefix=" + folder + "/");
    command.addAll(List.of("-runs=" + runs, "-seed=1", "-timeout=10", "-max_len=4096"));
    command.addAll(List.of("-rss_limit_mb=2048", "-print_final_stats=1", corpus.toString()));
    return command;
  }
}
