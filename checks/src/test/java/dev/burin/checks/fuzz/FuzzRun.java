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
 * The long run: one reader after the other, each in JVMs of its own with a bounded heap. Jazzer
 * looks for files that take new branches; {@link FuzzBlind} then damages what it has found.
 *
 * <p>Arguments are the number of runs and the names of readers, all of them where none is named.
 * What Jazzer found out about a reader stays in its folder, and the next run begins there.
 */
final class FuzzRun {

  private static final Path FOLDER = Path.of("target", "fuzz");
  private static final Pattern DONE =
      Pattern.compile(
          "(?m)^#(\\d+)\\s+DONE\\s+cov: (\\d+) ft: (\\d+) corp: (\\d+)[\\s\\S]*^Done \\d+ runs");

  /** One run of so many is guided; the others use what these have found. */
  private static final int GUIDED = 20;

  private static final int LONGEST = 4096;

  /** A second of processor time is what {@link Watch} looks for; this ends what never ends. */
  private static final int HANGS = 600;

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
    int number = 0;
    int longest = 0;
    for (byte[] seed : target.seeds()) {
      Files.write(corpus.resolve("seed-" + number++), seed);
      longest = Math.max(longest, seed.length);
    }
    long guided = Math.max(1, runs / GUIDED);
    Path log = folder.resolve("log.txt");
    long begin = System.nanoTime();
    int exit = ended(guided(target, guided, folder, longest), folder, log);
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    Matcher done = DONE.matcher(Files.readString(log));
    if (exit != 0 || !done.find()) {
      System.out.println(target.name() + " FAILED after " + took + "; see " + log);
      return false;
    }
    System.out.println(row(target, took, done));
    Path blindLog = folder.resolve("blind.txt");
    exit = ended(blind(target, runs - guided, folder), folder, blindLog);
    System.out.print(Files.readString(blindLog));
    return exit == 0;
  }

  private static int ended(List<String> command, Path folder, Path log)
      throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start()
        .waitFor();
  }

  /** A row of the table of the documentation. */
  private static String row(FuzzTarget target, Duration took, Matcher done) {
    long runs = Long.parseLong(done.group(1));
    return String.format(
        Locale.ROOT,
        "%-10s %,12d guided runs %,7d s %,8.0f runs/s %s edges %s features %s files in the corpus",
        target.name(),
        runs,
        took.toSeconds(),
        runs * 1e3 / took.toMillis(),
        done.group(2),
        done.group(3),
        done.group(4));
  }

  private static List<String> java(String main) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // What a reader takes is measured; a heap that small finds what the measure would miss.
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:+EnableDynamicAgentLoading"));
    command.addAll(List.of("--add-modules=jdk.incubator.vector", "-Dburin.warmup=off"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("--sun-misc-unsafe-memory-access=allow"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    return command;
  }

  private static List<String> guided(FuzzTarget target, long runs, Path folder, int longest) {
    List<String> command = java("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + Fuzz.class.getName());
    command.add("--target_args=" + target.name());
    command.add("--instrumentation_includes=dev.burin.**:de.siegmar.**");
    command.add("--instrumentation_excludes=dev.burin.checks.**");
    command.add("--custom_hook_includes=dev.burin.**");
    // Plain mutation of bytes: that of Jazzer for typed arguments gives the same at half the speed.
    command.add("--mutator_framework=false");
    command.add("--reproducer_path=" + folder);
    command.add("-artifact_prefix=" + folder + "/");
    command.addAll(List.of("-runs=" + runs, "-seed=1"));
    command.add("-max_len=" + Math.max(LONGEST, longest + longest / 2));
    command.addAll(List.of("-timeout=" + HANGS, "-reload=0", "-rss_limit_mb=2048"));
    command.addAll(List.of("-print_final_stats=1", folder.resolve("corpus").toString()));
    return command;
  }

  private static List<String> blind(FuzzTarget target, long runs, Path folder) {
    List<String> command = java(FuzzBlind.class.getName());
    command.addAll(List.of(target.name(), Long.toString(runs), "1", "1", folder.toString()));
    return command;
  }
}
