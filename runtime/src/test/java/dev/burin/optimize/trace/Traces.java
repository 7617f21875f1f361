package dev.burin.optimize.trace;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.data.Dataset;
import dev.burin.data.DoubleTable;
import dev.burin.data.Json;
import dev.burin.data.TestData;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The traces of other libraries: runs, data, parameters and losses. */
final class Traces {

  static final int BATCH = 5;
  static final int UPDATES = 200;

  private final Path directory = TestData.directory("optimizers");
  private final Map<String, Map<String, double[]>> parameters = new HashMap<>();
  private final Map<String, Map<String, double[]>> columns = new HashMap<>();

  @SuppressWarnings("unchecked")
  List<Run> runs() {
    Map<String, Object> file = (Map<String, Object>) Json.read(read("runs.json"));
    return ((List<Map<String, @Nullable Object>>) file.get("runs"))
        .stream().map(Run::new).filter(Run::isOurs).toList();
  }

  static NetworkShape shape(String net, Precision precision) {
    return switch (net) {
      case "tanh-softmax" ->
          NetworkShape.of(
              Loss.CROSS_ENTROPY,
              precision,
              LayerShape.of(3, 4, Activation.TANH),
              LayerShape.of(4, 2, Activation.SOFTMAX));
      case "relu-sigmoid" ->
          NetworkShape.of(
              Loss.BINARY_CROSS_ENTROPY,
              precision,
              LayerShape.of(8, 16, Activation.RELU),
              LayerShape.of(16, 1, Activation.SIGMOID));
      case "gelu-mse" ->
          NetworkShape.of(
              Loss.MEAN_SQUARED_ERROR,
              precision,
              LayerShape.of(5, 8, Activation.GELU),
              LayerShape.of(8, 8, Activation.GELU),
              LayerShape.of(8, 3, Activation.IDENTITY));
      default -> throw new AssertionError(net);
    };
  }

  /** The samples, whose weights only other runs use. */
  Dataset data(String net) {
    NetworkShape shape = shape(net, Precision.DOUBLE);
    List<double[]> rows = rows(net + ".data.csv");
    double[] x = new double[rows.size() * shape.inputs()];
    double[] y = new double[rows.size() * shape.outputs()];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, x, i * shape.inputs(), shape.inputs());
      System.arraycopy(rows.get(i), shape.inputs(), y, i * shape.outputs(), shape.outputs());
    }
    return new Dataset(
        new DoubleTable(rows.size(), shape.inputs(), x),
        new DoubleTable(rows.size(), shape.outputs(), y));
  }

  /** The parameters after some updates, or of the start: W row-major, then b, layer by layer. */
  double @Nullable [] parameters(String net, String run, int step) {
    return parameters
        .computeIfAbsent(
            net,
            n -> {
              Map<String, double[]> all = new HashMap<>();
              for (String line : lines(n + ".params.csv")) {
                String[] cells = line.split(",", 3);
                all.put(cells[0] + " " + cells[1], numbers(cells[2]));
              }
              return all;
            })
        .get(run + " " + step);
  }

  /** A column of the losses or of the learning rates. */
  double[] column(String net, String kind, String run) {
    double[] column =
        columns
            .computeIfAbsent(
                net + kind,
                _ -> {
                  String file = net + "." + kind + ".csv";
                  String[] names = read(file).lines().findFirst().orElseThrow().split(",");
                  List<double[]> rows = rows(file);
                  Map<String, double[]> all = new HashMap<>();
                  for (int j = 1; j < names.length; j++) {
                    int at = j;
                    all.put(names[j], rows.stream().mapToDouble(row -> row[at]).toArray());
                  }
                  return all;
                })
            .get(run);
    if (column == null) {
      throw new AssertionError("no " + kind + " of " + run);
    }
    return column;
  }

  private List<double[]> rows(String file) {
    return lines(file).stream().map(Traces::numbers).toList();
  }

  private List<String> lines(String file) {
    return read(file).lines().skip(1).toList();
  }

  private static double[] numbers(String cells) {
    String[] parts = cells.split(",");
    double[] numbers = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = Double.parseDouble(parts[i]);
    }
    return numbers;
  }

  private String read(String file) {
    try {
      return Files.readString(directory.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
