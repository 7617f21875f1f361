package dev.burin.checks.peers;

import ai.onnxruntime.OrtException;
import dev.burin.data.Table;
import dev.burin.data.idx.IdxReader;
import dev.burin.interchange.ImportedModel;
import dev.burin.interchange.TypeName;
import dev.burin.network.NeuralNetwork;
import dev.burin.onnx.Onnx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Compares the classes that an imported ONNX file of others and ONNX Runtime give all test images
 * of MNIST. Ends with 1 if one differs.
 *
 * <p>Arguments: the ONNX file, whose input is {@code [1,1,28,28]} or the like, and the file of the
 * images.
 */
public final class MnistArgMax {

  private static final int SIDE = 28;

  private MnistArgMax() {}

  /** Compares all images. */
  public static void main(String[] args) throws IOException, OrtException {
    Path file = Path.of(args[0]);
    ImportedModel model = ImportedModel.of(Onnx.read(file), new TypeName("app", "Mnist"));
    NeuralNetwork network = model.network();
    Table images = IdxReader.images(Path.of(args[1])).table(255);
    int differ = 0;
    double apart = 0;
    double[] x = new double[SIDE * SIDE];
    try (OnnxFile onnx = new OnnxFile(Files.readAllBytes(file))) {
      for (int i = 0; i < images.rows(); i++) {
        images.copyRow(i, x, 0);
        double[] ours = Exported.outputs(network, x);
        double[] theirs =
            args.length > 2
                ? onnx.run(x, false, 1, SIDE, SIDE)
                : onnx.run(x, false, 1, 1, SIDE, SIDE);
        differ += greatest(ours) == greatest(theirs) ? 0 : 1;
        for (int j = 0; j < ours.length; j++) {
          apart = Math.max(apart, Math.abs(ours[j] - theirs[j]));
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d of %d images have another class; outputs differ by at most %.2g%n",
        file.getFileName(),
        differ,
        images.rows(),
        apart);
    System.exit(differ == 0 && images.rows() > 0 ? 0 : 1);
  }

  private static int greatest(double[] a) {
    int greatest = 0;
    for (int j = 1; j < a.length; j++) {
      greatest = a[j] > a[greatest] ? j : greatest;
    }
    return greatest;
  }
}
