package dev.burin.keras;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.TestData;
import dev.burin.data.npy.Npy;
import dev.burin.file.MalformedFileException;
import dev.burin.interchange.DenseLayer;
import dev.burin.interchange.ForeignModel;
import dev.burin.interchange.ImportedModel;
import dev.burin.interchange.StatedActivation;
import dev.burin.interchange.TypeName;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Files of Keras itself, with their inputs and outputs: each has the verdict that it deserves. */
class KerasCasesTest {

  /**
   * Keras over PyTorch takes the products of double layers in float: its outputs are those of
   * {@code (float) (x W) + b} to the last bit.
   */
  private static final double FLOAT_PRODUCTS = 1e-7;

  @Test
  void everyFileHasItsVerdict() throws IOException {
    Path folder = TestData.directory("interchange").resolve("keras");
    List<String> wrong = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("cases.csv"))) {
      String[] fields = line.split(",", -1);
      if (!fields[0].equals("file")) {
        String result = result(folder, fields);
        if (!result.startsWith("equal") && !refusalIsGood(fields, result)) {
          wrong.add(fields[0] + " (" + fields[1] + "): " + result);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void filesOfOthersGiveTheirOutputs() throws IOException {
    Path folder = TestData.directory("interchange").resolve("third-party");
    for (String name : List.of("california.h5", "fc_2-2sigmoids-3.h5")) {
      String stem = name.substring(0, name.lastIndexOf('.'));
      double apart = apart(Keras.read(folder.resolve(name)), folder.resolve(stem));
      assertThat(apart).as(name).isLessThan(1e-5);
    }
  }

  private static boolean refusalIsGood(String[] fields, String result) {
    boolean allowed = fields[1].contains("refuse");
    return allowed
        && (result.contains("layer \"")
            || result.contains("group \"")
            || result.contains("no activations"));
  }

  private static String result(Path folder, String[] fields) throws IOException {
    Path file = folder.resolve(fields[0]);
    String stem = fields[0].replaceAll("(\\.weights)?\\.(h5|keras)$", "");
    try {
      ForeignModel model = read(file, fields[3]);
      String layers =
          model.chain().shape().inputs()
              + model.chain().layers().stream()
                  .map(layer -> ";" + layer.out())
                  .collect(Collectors.joining());
      String activations =
          model.chain().layers().stream()
              .map(KerasCasesTest::text)
              .collect(Collectors.joining(";"));
      if (!layers.equals(fields[2]) || !(activations.equals(fields[3]) || fields[3].equals("?"))) {
        return "another network: " + layers + " " + activations;
      }
      double apart = apart(model, folder.resolve(stem));
      double tolerance = Math.max(FLOAT_PRODUCTS, Double.parseDouble(fields[5]));
      return (apart <= tolerance ? "equal " : "different ") + apart;
    } catch (MalformedFileException e) {
      return "refused: " + e.getMessage();
    }
  }

  private static String text(DenseLayer layer) {
    return layer.shape().activationText();
  }

  /** A file of weights alone gets the activations of the table. */
  private static ForeignModel read(Path file, String activations) throws IOException {
    try {
      return Keras.read(file);
    } catch (MalformedFileException e) {
      if (!String.valueOf(e.getMessage()).contains("no activations") || activations.equals("?")) {
        throw e;
      }
      return Keras.read(file, StatedActivation.parse(activations.replace(';', ',')));
    }
  }

  /** The largest difference of an output of the engraved network. */
  private static double apart(ForeignModel model, Path stem) throws IOException {
    var network = ImportedModel.of(model, new TypeName("app", "Model")).network();
    double[] x = Npy.read(Path.of(stem + ".x.npy")).toDoubles();
    double[] y = Npy.read(Path.of(stem + ".y.npy")).toDoubles();
    int n = x.length / model.chain().shape().inputs();
    double[] out = new double[y.length];
    switch (network) {
      case FloatNetwork floats -> {
        float[] inputs = new float[x.length];
        for (int i = 0; i < x.length; i++) {
          inputs[i] = (float) x[i];
        }
        float[] outputs = new float[out.length];
        floats.outputs(inputs, n, outputs);
        for (int i = 0; i < out.length; i++) {
          out[i] = outputs[i];
        }
      }
      case DoubleNetwork doubles -> doubles.outputs(x, n, out);
    }
    double apart = 0;
    for (int i = 0; i < y.length; i++) {
      apart = Math.max(apart, Math.abs(out[i] - y[i]));
    }
    return apart;
  }
}
