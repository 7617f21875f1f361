package dev.burin.sample;

import dev.burin.data.Encoding;
import dev.burin.io.SavedShape;
import dev.burin.io.WeightsFile;
import dev.burin.kernel.DoubleTwin;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import dev.burin.onnx.Onnx;
import dev.burin.onnx.OnnxExport;
import dev.burin.shape.NetworkShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the network of a weights file as an ONNX file. */
@Command(
    name = "export",
    description = {
      "Writes the network of a weights file as an ONNX file: float or double, any number of",
      "samples, weights with the bits that they have here."
    })
final class ExportCommand implements Callable<Integer> {

  @Mixin final Help help = new Help();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The weights file.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Option(
      names = "--out",
      paramLabel = "ONNX",
      required = true,
      description = "The ONNX file, which is replaced as a whole.")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  @Option(
      names = "--opset",
      paramLabel = "N",
      defaultValue = "13",
      description = "The version of the operators (default: ${DEFAULT-VALUE}).")
  private int opset;

  @Option(
      names = "--sums",
      description = "The sums of the last layer are the output, without its activation.")
  private boolean sums;

  @Option(
      names = "--scaled",
      description = {
        "Sub and Div stand in front, by the encoding that was saved with the weights, so that the",
        "file takes numbers as they were measured."
      })
  private boolean scaled;

  @Override
  public Integer call() throws IOException {
    OnnxExport export = export();
    Output.prepare(out);
    Onnx.write(out, network(SavedShape.of(file)), export);
    new Printer().paragraph("wrote " + out);
    return 0;
  }

  private OnnxExport export() throws IOException {
    try {
      OnnxExport export = OnnxExport.standard().opset(opset);
      export = sums ? export.ofSums() : export;
      return scaled ? export.scaled(Encoding.of(WeightsFile.notes(file)).scaling()) : export;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private NeuralNetwork network(NetworkShape shape) throws IOException {
    String name = String.valueOf(file.getFileName());
    return switch (shape.precision()) {
      case FLOAT -> WeightsFile.load(file, new FloatNetwork(name, shape, new FloatTwin(shape)));
      case DOUBLE -> WeightsFile.load(file, new DoubleNetwork(name, shape, new DoubleTwin(shape)));
    };
  }
}
