package dev.burin.sample;

import dev.burin.interchange.ForeignModel;
import dev.burin.interchange.ImportedModel;
import dev.burin.interchange.StatedActivation;
import dev.burin.interchange.TypeName;
import dev.burin.keras.Keras;
import dev.burin.npz.NpzModel;
import dev.burin.npz.WeightLayout;
import dev.burin.onnx.Onnx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes an interface and a weights file of a model that was trained elsewhere. */
@Command(
    name = "import",
    description = {
      "Makes an interface and a weights file of a model that was trained elsewhere: an ONNX file,"
          + " a",
      ".keras, .h5 or .weights.h5 file of Keras, or weights that NumPy saved as .npz.",
      "Writes DIR/java/PACKAGE/NAME.java and DIR/resources/PACKAGE/NAME.safetensors, so that",
      "--out src/main puts them where Maven and Gradle look. A model that is no chain of dense",
      "layers is refused, and nothing is written."
    })
final class ImportCommand implements Callable<Integer> {

  @Mixin final Help help = new Help();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The model.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Option(
      names = "--package",
      paramLabel = "PACKAGE",
      required = true,
      description = "The package of the interface.")
  private String packageName = "";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = "The name of the interface.")
  private String name = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder that gets them, such as src/main.")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  @Option(
      names = "--activations",
      paramLabel = "LIST",
      description =
          "One activation for each layer, such as relu,leaky_relu:0.2,softmax, for a file that has"
              + " none: .npz and .weights.h5.")
  private @Nullable String activations;

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      description =
          "For .npz: pytorch where a matrix has a row for each output, keras where it has one for"
              + " each input (default: as names and shapes say).")
  private @Nullable String layout;

  @Override
  public Integer call() throws IOException {
    TypeName type;
    try {
      type = new TypeName(packageName, name);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), Sentence.line(e.getMessage()), e);
    }
    ImportedModel model = ImportedModel.of(read(), type);
    model.write(out);
    Printer printer = new Printer();
    printer.paragraph(model.report().lines());
    printer.paragraph("wrote " + model.sourceFile(out), "wrote " + model.weightsFile(out));
    return 0;
  }

  private ForeignModel read() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("There is no file " + file + ".");
    }
    String lower = file.toString().toLowerCase(Locale.ROOT);
    if (lower.endsWith(".onnx")) {
      return Onnx.read(file);
    }
    if (lower.endsWith(".keras") || lower.endsWith(".h5") || lower.endsWith(".hdf5")) {
      return Keras.read(file, stated());
    }
    if (lower.endsWith(".npz")) {
      return NpzModel.read(file, stated(), layout());
    }
    throw new IOException(
        "The file "
            + file
            + " ends in none of the names that are known; expected .onnx, .keras, .h5 or .npz.");
  }

  private List<StatedActivation> stated() {
    try {
      return activations == null ? List.of() : StatedActivation.parse(activations);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), Sentence.line(e.getMessage()), e);
    }
  }

  private @Nullable WeightLayout layout() {
    if (layout == null) {
      return null;
    }
    return switch (layout.toLowerCase(Locale.ROOT)) {
      case "pytorch" -> WeightLayout.OUT_IN;
      case "keras" -> WeightLayout.IN_OUT;
      default ->
          throw new ParameterException(
              spec.commandLine(), "The layout '" + layout + "' is neither pytorch nor keras.");
    };
  }
}
