package dev.burin.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.csv.Csv;
import dev.burin.data.Table;
import dev.burin.data.idx.IdxReader;
import dev.burin.data.npy.Npy;
import dev.burin.data.npy.NpyArray;
import dev.burin.file.MalformedFileException;
import dev.burin.interchange.ImportedModel;
import dev.burin.interchange.TypeName;
import dev.burin.network.Engraved;
import dev.burin.network.NeuralNetwork;
import dev.burin.onnx.Onnx;
import dev.burin.onnx.OnnxExport;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The road of a user: a model of another world is imported, javac engraves the interface, the class
 * finds its weights beside itself, and answers as the file does.
 */
class ImportedTest {

  @TempDir private Path folder;

  /** It is open while its classes are used, of which some are loaded late. */
  private URLClassLoader loader;

  @AfterEach
  void closeLoader() throws IOException {
    if (loader != null) {
      loader.close();
    }
  }

  /** Makes the classes of imported models, and one network of each with the weights beside it. */
  private Map<String, NeuralNetwork> engrave(Map<String, ImportedModel> models)
      throws IOException, ReflectiveOperationException {
    Map<String, String> sources = new LinkedHashMap<>();
    for (Map.Entry<String, ImportedModel> model : models.entrySet()) {
      model.getValue().write(folder);
      sources.put("app." + model.getKey(), Files.readString(model.getValue().sourceFile(folder)));
    }
    Path classes = folder.resolve("resources");
    Engraver.engrave(sources).write(classes);
    Map<String, NeuralNetwork> networks = new LinkedHashMap<>();
    URL[] path = {classes.toUri().toURL()};
    loader = new URLClassLoader(path, getClass().getClassLoader());
    for (String name : models.keySet()) {
      Object loaded = loader.loadClass("app." + name).getMethod("load").invoke(null);
      networks.put(name, ((Engraved<?>) loaded).network());
    }
    return networks;
  }

  @Test
  void everyActivationComesBackFromOnnxAsTheSameNetwork()
      throws IOException, ReflectiveOperationException {
    Map<String, NeuralNetwork> networks = new LinkedHashMap<>();
    Map<String, ImportedModel> models = new LinkedHashMap<>();
    for (Precision precision : Precision.values()) {
      for (Activation activation : Activation.values()) {
        NeuralNetwork network = network(activation, precision);
        String name = "Net" + networks.size();
        byte[] bytes = Onnx.bytes(network, OnnxExport.standard());
        networks.put(name, network);
        models.put(
            name, ImportedModel.of(Onnx.read(bytes, name + ".onnx"), new TypeName("app", name)));
      }
    }
    Map<String, NeuralNetwork> engraved = engrave(models);
    for (Map.Entry<String, NeuralNetwork> each : networks.entrySet()) {
      NeuralNetwork network = each.getValue();
      double[] x = new Random(5).doubles(20L * network.shape().inputs(), -3, 3).toArray();
      assertThat(Twins.outputs(at(engraved, each.getKey()), x))
          .as(network.shape().toString())
          .isEqualTo(Twins.outputs(network, x));
      assertThat(at(models, each.getKey()).report().verification().difference())
          .as(network.shape().toString())
          .isLessThan(network.shape().precision() == Precision.FLOAT ? 1e-5 : 1e-12);
    }
  }

  private static NeuralNetwork network(Activation activation, Precision precision) {
    LayerShape first =
        LayerShape.of(7, 6, activation == Activation.SOFTMAX ? Activation.TANH : activation);
    first = first.activation().takesSlope() ? first.slope(0.3) : first;
    LayerShape last = LayerShape.of(6, 4, activation);
    Loss loss = activation == Activation.SOFTMAX ? Loss.CROSS_ENTROPY : Loss.MEAN_SQUARED_ERROR;
    NeuralNetwork network = Twins.of(NetworkShape.of(loss, precision, first, last));
    network.initialize(4);
    return network;
  }

  private static <T> T at(Map<String, T> map, String key) {
    return Objects.requireNonNull(map.get(key));
  }

  /** A line of a table of files. */
  private record Case(String name, Map<String, String> cells) {
    String cell(String column) {
      return cells.getOrDefault(column, "");
    }
  }

  private static List<Case> cases(Path table) throws IOException {
    List<Case> cases = new ArrayList<>();
    Csv.withHeader()
        .forEach(
            table,
            row -> {
              Map<String, String> cells = new LinkedHashMap<>();
              row.cells().forEach((name, cell) -> cells.put(name, Objects.toString(cell, "")));
              cases.add(new Case(cells.getOrDefault("name", ""), cells));
            });
    assertThat(cases).hasSizeGreaterThan(10);
    return cases;
  }

  @Test
  void filesToTakeAnswerAsOnnxRuntimeDoes() throws IOException, ReflectiveOperationException {
    Path onnx = TestData.directory("interchange").resolve("onnx");
    Map<String, Case> cases = new LinkedHashMap<>();
    Map<String, ImportedModel> models = new LinkedHashMap<>();
    for (Case each : cases(onnx.resolve("accept.csv"))) {
      String name = "Accept" + cases.size();
      try {
        Path file = onnx.resolve("accept").resolve(each.name() + ".onnx");
        models.put(name, ImportedModel.of(Onnx.read(file), new TypeName("app", name)));
        cases.put(name, each);
      } catch (MalformedFileException e) {
        assertThat(each.cell("tier")).as(e.getMessage()).isEqualTo("wide");
      }
    }
    Map<String, NeuralNetwork> networks = engrave(models);
    for (Map.Entry<String, Case> each : cases.entrySet()) {
      Path accept = onnx.resolve("accept");
      double[] x = Npy.read(accept.resolve(each.getValue().name() + ".x.npy")).toDoubles();
      NpyArray y = Npy.read(accept.resolve(each.getValue().name() + ".y.npy"));
      NeuralNetwork network = at(networks, each.getKey());
      assertThat(network.shape().widths().replace('-', ';'))
          .as(each.getValue().name())
          .isEqualTo(each.getValue().cell("layers"));
      double tolerance = Double.parseDouble(each.getValue().cell("absolute_tolerance"));
      assertThat(Twins.outputs(network, x))
          .as(each.getValue().name())
          .containsExactly(
              columns(y.toDoubles(), x.length / network.shape().inputs(), network),
              Offset.offset(tolerance));
      assertThat(Twins.outputs(at(models, each.getKey()).network(), x))
          .isEqualTo(Twins.outputs(network, x));
    }
  }

  /** Where the file gives 1 - p and p, the network gives p. */
  private static double[] columns(double[] y, int n, NeuralNetwork network) {
    int out = network.shape().outputs();
    if (y.length != 2 * n || out != 1) {
      return y;
    }
    double[] p = new double[n];
    for (int s = 0; s < n; s++) {
      p[s] = y[2 * s + 1];
    }
    return p;
  }

  @Test
  void filesToRefuseAreRefusedByName() throws IOException {
    Path onnx = TestData.directory("interchange").resolve("onnx");
    for (Case each : cases(onnx.resolve("refuse.csv"))) {
      Path file = onnx.resolve("refuse").resolve(each.name() + ".onnx");
      // MISH became an activation of ours after the table was made.
      boolean since = each.name().contains("mish");
      if (!each.cell("verdict").equals("refuse") || since) {
        continue;
      }
      assertThatExceptionOfType(MalformedFileException.class)
          .as(each.name())
          .isThrownBy(() -> ImportedModel.of(Onnx.read(file), new TypeName("app", "Refused")))
          .satisfies(
              e ->
                  assertThat(String.valueOf(e.getMessage()).replace(file.toString(), ""))
                      .containsPattern(Pattern.compile(each.cell("message_must_contain_one_of"))));
    }
  }

  @Test
  void filesOfOthersAnswerAsOnnxRuntimeDoes() throws IOException, ReflectiveOperationException {
    Path others = TestData.directory("interchange").resolve("third-party");
    List<String> names =
        List.of(
            "fc1",
            "fc2",
            "fc_2-2-3",
            "fc_2-2sigmoids-3",
            "linear2-3_bn1-linear3-1",
            "mnist2x10",
            "mnist2x5_sigmoid");
    Map<String, ImportedModel> models = new LinkedHashMap<>();
    for (String name : names) {
      TypeName type = new TypeName("app", name.replace('-', '_'));
      models.put(type.name(), ImportedModel.of(Onnx.read(others.resolve(name + ".onnx")), type));
    }
    Map<String, NeuralNetwork> networks = engrave(models);
    for (String name : names) {
      double[] x = Npy.read(others.resolve(name + ".x.npy")).toDoubles();
      double[] y = Npy.read(others.resolve(name + ".y.npy")).toDoubles();
      assertThat(Twins.outputs(at(networks, name.replace('-', '_')), x))
          .as(name)
          .containsExactly(y, Offset.offset(1e-4));
    }
    Path images = TestData.directory("mnist").resolve("t10k-images-idx3-ubyte.gz");
    Table table = IdxReader.images(images).table(255);
    double[] x = new double[table.rows() * table.columns()];
    for (int i = 0; i < table.rows(); i++) {
      table.copyRow(i, x, i * table.columns());
    }
    assertThat(Twins.outputs(at(networks, "mnist2x10"), x))
        .isEqualTo(Twins.outputs(at(models, "mnist2x10").network(), x));
  }
}
