package dev.burin.sample;

import dev.burin.io.WeightsFile;
import dev.burin.network.FloatNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Checks the gradient of the network, fresh or trained. */
@Command(
    name = "check",
    description = {
      "Checks the gradient, layer by layer, as |a - b| / (|a| + |b|).",
      "'gradient distance': the equations in double against differences of the cost;",
      "'kernel distance': the engraved kernels in float against the equations."
    })
final class CheckCommand implements Callable<Integer> {

  @Mixin final Help help = new Help();

  @Mixin private final Source source = new Source();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "Check at these weights (default: fresh ones from the seed).")
  private @Nullable Path weights;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "The samples that the cost is the mean of (default: ${DEFAULT-VALUE}).")
  private int samples = 16;

  @Option(
      names = "--directions",
      paramLabel = "D",
      description = "The random directions tried in each layer (default: ${DEFAULT-VALUE}).")
  private int directions = 16;

  @Override
  public Integer call() throws IOException, GradientException {
    atLeastOne("--samples", samples);
    atLeastOne("--directions", directions);
    FiveOrEightNetwork fiveOrEight = new FiveOrEightNetwork(source.seed);
    FloatNetwork network = fiveOrEight.network();
    if (weights != null) {
      WeightsFile.load(weights, network);
    }
    GradientProbe probe = GradientProbe.of(network, source.digits().train(), samples, directions);
    Printer printer = new Printer();
    printer.paragraph(Lines.path(network.kernels().path()));
    printer.paragraph(probe.lines());
    probe.require();
    return 0;
  }

  private void atLeastOne(String option, int value) {
    if (value < 1) {
      throw new ParameterException(
          spec.commandLine(), option + " is " + value + ", not 1 or more.");
    }
  }
}
