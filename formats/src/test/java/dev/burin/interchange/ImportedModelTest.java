package dev.burin.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.file.MalformedFileException;
import dev.burin.io.WeightsFile;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.FloatNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportedModelTest {

  private static final Random RANDOM = new Random(3);

  private static double[] drawn(int count) {
    return RANDOM.doubles(count, 0.2, 1.7).map(d -> (float) d).toArray();
  }

  /** x to y by three normalisations and two layers, none of them folded. */
  private record Plain(
      double[] s0,
      double[] t0,
      double[] w1,
      double[] b1,
      double[] s1,
      double[] t1,
      double[] s2,
      double[] t2,
      double[] w2,
      double[] b2,
      double scale)
      implements Original {

    static Plain of(double scale) {
      return new Plain(
          drawn(3), drawn(3), drawn(12), drawn(4), drawn(4), drawn(4), drawn(4), drawn(4), drawn(8),
          drawn(2), scale);
    }

    @Override
    public int batch() {
      return 2;
    }

    @Override
    public double[] outputs(double[] x) {
      double[] y = new double[4];
      for (int s = 0; s < 2; s++) {
        double[] a1 = new double[4];
        for (int j = 0; j < 4; j++) {
          double z = b1[j];
          for (int k = 0; k < 3; k++) {
            z += w1[3 * j + k] * (s0[k] * x[3 * s + k] + t0[k]);
          }
          a1[j] = Math.tanh(s1[j] * z + t1[j]) * s2[j] + t2[j];
        }
        for (int j = 0; j < 2; j++) {
          y[2 * s + j] = b2[j];
          for (int k = 0; k < 4; k++) {
            y[2 * s + j] += w2[4 * j + k] * a1[k];
          }
          y[2 * s + j] *= scale;
        }
      }
      return y;
    }

    ForeignModel model(double claimed) throws MalformedFileException {
      ChainBuilder builder = new ChainBuilder("plain.txt", 3);
      builder.affine("the front", s0, t0);
      builder.dense("fc1", "fc1", 4, w1.clone(), b1.clone());
      builder.affine("norm 1", s1, t1);
      builder.activation("tanh", Activation.TANH, 0);
      builder.affine("norm 2", s2, t2);
      builder.dense("fc2", "fc2", 2, w2.clone(), b2.clone());
      builder.affine("the end", new double[] {claimed, claimed}, new double[2]);
      Chain chain = builder.chain(Precision.FLOAT, null);
      return new ForeignModel(
          "plain.txt",
          "by hand",
          chain,
          builder.folded(),
          List.of("a drop"),
          List.of("a note"),
          this);
    }
  }

  @Test
  void normalisationsAreFoldedIntoTheirLayers() throws MalformedFileException {
    ImportedModel model = ImportedModel.of(Plain.of(1.5).model(1.5), new TypeName("app", "Plain"));
    assertThat(model.network().shape().widths()).isEqualTo("3-4-2");
    assertThat(model.report().verification().difference()).isLessThan(1e-5);
    assertThat(model.report().lines())
        .contains(
            "folded: the front into layer 1, which follows it",
            "folded: norm 1 into layer 1, which it follows",
            "folded: norm 2 into layer 2, which follows it",
            "folded: the end into layer 2, which it follows",
            "dropped: a drop",
            "note: a note")
        .anyMatch(line -> line.startsWith("compared: the outputs for 64 random samples"));
  }

  @Test
  void anotherFunctionThanThatOfTheFileIsRefused() throws MalformedFileException {
    ForeignModel wrong = Plain.of(1.5).model(1.5001);
    assertThatExceptionOfType(MalformedFileException.class)
        .isThrownBy(() -> ImportedModel.of(wrong, new TypeName("app", "Wrong")))
        .withMessageContaining("plain.txt: the chain of dense layers that was found in it gives");
  }

  @Test
  void theWeightsAndTheInterfaceAreWrittenWhereABuildLooks(@TempDir Path folder)
      throws IOException {
    ImportedModel model =
        ImportedModel.of(Plain.of(1).model(1), new TypeName("app.models", "Plain"));
    model.write(folder);
    Path source = folder.resolve("java/app/models/Plain.java");
    Path weights = folder.resolve("resources/app/models/Plain.safetensors");
    assertThat(source).hasContent(model.source());
    FloatNetwork loaded =
        new FloatNetwork(model.network().shape(), new FloatTwin(model.network().shape()));
    WeightsFile.load(weights, loaded);
    assertThat(loaded.parameters()).isEqualTo(((FloatNetwork) model.network()).parameters());
  }

  @Test
  void nothingIsWrittenWhereOnePlaceIsTaken(@TempDir Path folder) throws IOException {
    ImportedModel model = ImportedModel.of(Plain.of(1).model(1), new TypeName("app", "Plain"));
    Files.createDirectories(folder.resolve("resources/app/Plain.safetensors"));
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> model.write(folder));
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void theSourceIsAPageToRead() throws MalformedFileException {
    ChainBuilder builder = new ChainBuilder("a */ \\u002a.txt", 1);
    builder.dense("fc1", "fc1", 2, new double[] {1, 2}, new double[2]);
    builder.activation("elu", Activation.ELU, 0.25);
    builder.dense("fc2", "fc2", 1, new double[] {1, 2}, new double[1]);
    builder.activation("sigmoid", Activation.SIGMOID, 0);
    Chain chain = builder.chain(Precision.DOUBLE, Loss.HALF_MEAN_SQUARED_ERROR);
    UnaryOperator<double[]> answer =
        x -> {
          double a = x[0] > 0 ? x[0] : 0.25 * Math.expm1(x[0]);
          double b = x[0] > 0 ? 2 * x[0] : 0.25 * Math.expm1(2 * x[0]);
          return new double[] {1 / (1 + Math.exp(-a - 2 * b))};
        };
    Original original =
        new Original() {
          @Override
          public int batch() {
            return 1;
          }

          @Override
          public double[] outputs(double[] x) {
            return answer.apply(x);
          }
        };
    ForeignModel model =
        new ForeignModel(
            "a */ \\u002a.txt", "hand", chain, List.of(), List.of(), List.of(), original);
    assertThat(ImportedModel.of(model, new TypeName("app", "Page")).source())
        .isEqualTo(
            """
            package app;

            import static dev.burin.Activation.ELU;
            import static dev.burin.Activation.SIGMOID;
            import static dev.burin.Loss.HALF_MEAN_SQUARED_ERROR;

            import dev.burin.Network;
            import dev.burin.Precision;
            import dev.burin.io.WeightsFile;
            import java.io.IOException;
            import java.io.InputStream;

            /** 1-2-1, imported from a __ _u002a.txt (hand). */
            @Network(
                layers = {1, 2, 1},
                activations = {ELU, SIGMOID},
                slopes = {0.25},
                loss = HALF_MEAN_SQUARED_ERROR,
                precision = Precision.DOUBLE)
            public interface Page {

              /** The output for one sample, [1]. */
              double output(double[] x);

              /** The outputs [1] for one sample, [1]. */
              double[] outputs(double[] x);

              /** The outputs for n samples, row-major: [n][1] to [n][1]. */
              void outputs(double[] x, int n, double[] out);

              /** A network with the imported weights, which lie beside this class. */
              static Page load() throws IOException {
                try (InputStream in = Page.class.getResourceAsStream("Page.safetensors")) {
                  return WeightsFile.load(in, "Page.safetensors", new PageNetwork());
                }
              }
            }
            """);
  }
}
