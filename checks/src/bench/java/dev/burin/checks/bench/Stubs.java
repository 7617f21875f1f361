package dev.burin.checks.bench;

import dev.burin.Precision;
import dev.burin.io.SavedShape;
import dev.burin.io.StorageType;
import dev.burin.io.WeightsFile;
import dev.burin.io.Writing;
import dev.burin.network.NeuralNetwork;
import dev.burin.shape.NetworkShape;
import dev.burin.stub.Framework;
import dev.burin.stub.PythonStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Runs the Python files that {@link PythonStub} writes: each has to answer the golden rows as we
 * do, and to save weights that are loaded here with the bits they had. The arguments are the Python
 * to run, {@code python3} by default. What is not installed there is named and left out; ends with
 * 1 if a file fails, or if nothing could be run.
 */
public final class Stubs {

  private static final int ROWS = 32;

  /** How far outputs may lie apart, relative to the larger of 1 and the output. */
  private static final double FLOAT_TOLERANCE = 1e-6;

  private static final double DOUBLE_TOLERANCE = 1e-12;

  private Stubs() {}

  /** Runs all of them. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Python python = new Python(args.length == 0 ? List.of("python3") : List.of(args));
    Path folder = Files.createTempDirectory("burin-stubs");
    int failures = 0;
    int runs = 0;
    for (Framework framework : Framework.values()) {
      String version = python.version(framework);
      if (!version.matches("[0-9].*")) {
        System.out.println(framework + ": skipped, " + python + " does not have it: " + version);
        continue;
      }
      System.out.println(framework + " " + version);
      for (Precision precision : Precision.values()) {
        double greatest = 0;
        List<NetworkShape> shapes = StubNetworks.shapes(precision);
        for (NetworkShape shape : shapes) {
          StorageType storage = StubNetworks.storage(shape);
          double far = distance(python, framework, shape, storage, folder);
          boolean good = far <= tolerance(precision);
          failures += good ? 0 : 1;
          greatest = Math.max(greatest, far);
          if (!good) {
            System.out.println("  " + shape + ", " + storage + ": FAILED, " + far);
          }
        }
        runs += shapes.size();
        System.out.printf(
            Locale.ROOT,
            "  %s: %d networks, outputs differ by %.1e at most%n",
            precision,
            shapes.size(),
            greatest);
      }
    }
    for (String file : List.of("net.safetensors", "saved.safetensors", "net.py")) {
      Files.deleteIfExists(folder.resolve(file));
    }
    Files.deleteIfExists(folder);
    System.out.println(
        runs == 0 ? "Nothing was run." : runs + " files were run, " + failures + " failed.");
    System.exit(runs == 0 || failures > 0 ? 1 : 0);
  }

  private static double tolerance(Precision precision) {
    return switch (precision) {
      case FLOAT -> FLOAT_TOLERANCE;
      case DOUBLE -> DOUBLE_TOLERANCE;
    };
  }

  /**
   * How far the answers of a Python file for inputs from -1 to 1 lie from the golden rows, or NaN
   * if it did not run, or saved other weights than it read.
   */
  private static double distance(
      Python python, Framework framework, NetworkShape shape, StorageType storage, Path folder)
      throws IOException, InterruptedException {
    Path weights = folder.resolve("net.safetensors");
    Path saved = folder.resolve("saved.safetensors");
    Path stub = folder.resolve("net.py");
    NeuralNetwork network = StubNetworks.of(shape);
    network.initialize(1);
    double[] x = new Random(2).doubles((long) ROWS * shape.inputs(), -1, 1).toArray();
    WeightsFile.save(weights, network, Writing.standard().storage(storage).golden(x, ROWS));
    Files.writeString(stub, PythonStub.of(framework, SavedShape.of(weights), "net.safetensors"));
    Files.deleteIfExists(saved);
    List<String> lines = python.lines(stub.toString(), weights.toString(), saved.toString());
    if (!Files.exists(saved)) {
      lines.forEach(line -> System.out.println("    " + line));
      return Double.NaN;
    }
    byte[] read = WeightsFile.bytes(WeightsFile.load(weights, StubNetworks.of(shape)));
    byte[] back = WeightsFile.bytes(WeightsFile.load(saved, StubNetworks.of(shape)));
    if (!Arrays.equals(read, back)) {
      System.out.println("    The weights that Python saved are not those that it read.");
      return Double.NaN;
    }
    return StubNetworks.distance(lines, shape.outputs(), ROWS);
  }
}
