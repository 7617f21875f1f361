package dev.burin.checks.bench;

import dev.burin.io.WeightsFile;
import dev.burin.network.FloatNetwork;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * From the start of {@code serve} to its first right answer, 784-196-1 from a file: time, processor
 * time and memory of the process, medians, for JVMs with the flags of docs/serving-operation.md.
 * The argument is the folder of the jars, as the Dockerfile fills it; a second one is the {@code
 * java} of an image.
 */
public final class Starting {

  private static final int RUNS = Integer.getInteger("runs", 7);

  private static final String[] LEAN = {
    "-XX:+UseSerialGC", "-Xmx64m", "-XX:TieredStopAtLevel=4", "-XX:ReservedCodeCacheSize=32m"
  };

  /** Milliseconds, milliseconds of processor time, and megabytes. */
  private record Start(double millis, double cpu, double resident) {}

  private final String java;
  private final Path jars;
  private final Path folder;
  private final Path weights;
  private final byte[] request;
  private final byte[] expected;

  private Starting(String java, Path jars) throws IOException {
    this.java = java;
    this.jars = jars;
    folder = Files.createTempDirectory("starting");
    weights = folder.resolve("weights.safetensors");
    FloatNetwork network = Nets.FIVE_OR_EIGHT.make();
    WeightsFile.save(weights, network);
    request = Wire.post("/predict", new byte[4 * 784]);
    int bits = Float.floatToIntBits(network.output(new float[784]));
    expected =
        new byte[] {(byte) bits, (byte) (bits >> 8), (byte) (bits >> 16), (byte) (bits >> 24)};
  }

  /** Prints a line for each way to start. */
  public static void main(String[] args) throws IOException, InterruptedException {
    String own = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Starting starting = new Starting(args.length > 1 ? args[1] : own, Path.of(args[0]));
    String vector = "--add-modules=jdk.incubator.vector";
    Path aot = starting.folder.resolve("serve.aot");
    Path cds = starting.folder.resolve("serve.jsa");
    starting.print("without the Vector API");
    starting.print("plain", vector);
    starting.once(vector, "-XX:ArchiveClassesAtExit=" + cds);
    starting.print("AppCDS", vector, "-XX:SharedArchiveFile=" + cds);
    starting.once(vector, "-XX:AOTCacheOutput=" + aot);
    starting.print("AOT cache", vector, "-XX:AOTCache=" + aot);
    starting.print("lean", with(LEAN, vector));
    Path leanAot = starting.folder.resolve("lean.aot");
    starting.once(with(LEAN, vector, "-XX:AOTCacheOutput=" + leanAot));
    starting.print("lean, AOT cache", with(LEAN, vector, "-XX:AOTCache=" + leanAot));
  }

  private static String[] with(String[] flags, String... more) {
    List<String> all = new ArrayList<>(List.of(flags));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private void print(String name, String... flags) throws IOException, InterruptedException {
    double[][] figures = new double[3][RUNS];
    for (int run = 0; run < RUNS; run++) {
      Start start = once(flags);
      figures[0][run] = start.millis();
      figures[1][run] = start.cpu();
      figures[2][run] = start.resident();
    }
    for (double[] each : figures) {
      Arrays.sort(each);
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %.0f ms, %.0f ms of processor time, %.1f MB%n",
        name,
        figures[0][RUNS / 2],
        figures[1][RUNS / 2],
        figures[2][RUNS / 2]);
  }

  private Start once(String... flags) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(java));
    command.addAll(List.of(flags));
    command.addAll(List.of("-cp", classPath(), "dev.burin.sample.Main", "serve", "--port", "0"));
    command.addAll(List.of("--weights", weights.toString()));
    long begin = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    while (line != null && !line.startsWith("serves http")) {
      line = out.readLine();
    }
    if (line == null) {
      throw new IOException("The server has ended before it served: " + command);
    }
    Start start;
    try (Wire wire = new Wire(Integer.parseInt(line.replaceAll(".*:([0-9]+)/.*", "$1")))) {
      if (!Arrays.equals(wire.answer(request), expected)) {
        throw new IOException("The first answer is wrong.");
      }
      double millis = (System.nanoTime() - begin) / 1e6;
      start = new Start(millis, Memory.cpuMillis(process.pid()), Memory.resident(process.pid()));
    }
    process.toHandle().destroy();
    process.waitFor();
    return start;
  }

  /** An archive of classes wants the same class path, jars alone, in one order. */
  private String classPath() throws IOException {
    try (var files = Files.list(jars)) {
      List<String> paths =
          files.map(Path::toString).filter(path -> path.endsWith(".jar")).sorted().toList();
      return String.join(System.getProperty("path.separator"), paths);
    }
  }
}
