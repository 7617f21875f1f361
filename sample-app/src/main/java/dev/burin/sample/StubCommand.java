package dev.burin.sample;

import dev.burin.io.SavedShape;
import dev.burin.shape.NetworkShape;
import dev.burin.stub.Framework;
import dev.burin.stub.PythonStub;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a Python file with the network of a weights file. */
@Command(
    name = "stub",
    description = {
      "Writes a short Python file that builds the network of a weights file in another framework,",
      "loads the file, prints what the network answers for the golden rows in it, and saves",
      "weights. It needs NumPy and the framework."
    })
final class StubCommand implements Callable<Integer> {

  @Mixin final Help help = new Help();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The weights file.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Option(
      names = "--framework",
      paramLabel = "FRAMEWORK",
      required = true,
      description = "torch, keras (version 3) or numpy.")
  private String framework = "";

  @Option(
      names = "--out",
      paramLabel = "PY",
      description = "The Python file (default: it is printed).")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    Framework chosen = framework();
    if (out != null) {
      Output.prepare(out);
    }
    NetworkShape shape = SavedShape.of(file);
    String text = PythonStub.of(chosen, shape, String.valueOf(file.getFileName()));
    if (out == null) {
      System.out.print(text);
    } else {
      Output.write(out, text.getBytes(StandardCharsets.US_ASCII));
      new Printer().paragraph("wrote " + out);
    }
    return 0;
  }

  private Framework framework() {
    for (Framework each : Framework.values()) {
      if (each.name().equals(framework.toUpperCase(Locale.ROOT))) {
        return each;
      }
    }
    throw new ParameterException(
        spec.commandLine(),
        "The framework '"
            + framework
            + "' is none of "
            + Arrays.stream(Framework.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "))
            + ".");
  }
}
