package dev.burin.sample;

import dev.burin.data.Dataset;
import dev.burin.io.WeightsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Asks a trained network about one digit. */
@Command(
    name = "predict",
    description = "Asks a trained network about one held-out digit, or about a picture.")
final class PredictCommand implements Callable<Integer> {

  @Mixin final Help help = new Help();

  @Mixin private final Source source = new Source();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "The weights that 'train' saved (default: ${DEFAULT-VALUE}).")
  private Path weights = Path.of("burin-out", Output.WEIGHTS);

  @ArgGroup private final Which which = new Which();

  /** A held-out digit by its number, or a picture. */
  static final class Which {

    @Option(
        names = "--index",
        paramLabel = "I",
        description = "The number of the held-out digit, from 0 (default: ${DEFAULT-VALUE}).")
    private int index = 0;

    @Option(
        names = "--image",
        paramLabel = "FILE",
        description = "A picture of 28 x 28 pixels, such as a PNG; ink may be bright or dark.")
    private @Nullable Path image;
  }

  @Override
  public Integer call() throws IOException {
    FiveOrEightNetwork network = new FiveOrEightNetwork();
    WeightsFile.load(weights, network);
    Path file = which.image;
    if (file != null) {
      answer(network, Picture.read(file), "");
    } else {
      Dataset test = source.digits().test();
      int index = which.index;
      if (index < 0 || index >= test.size()) {
        throw new ParameterException(
            spec.commandLine(),
            String.format(
                Locale.ROOT,
                "There is no held-out digit %d; they are numbered 0 to %d.",
                index,
                test.size() - 1));
      }
      answer(network, Digits.picture(test, index), ", is " + Digits.truth(test, index));
    }
    return 0;
  }

  private static void answer(FiveOrEight network, float[] pixels, String truth) {
    Printer printer = new Printer();
    float probability = network.probability(pixels);
    String caption = "says " + Digits.digit(probability) + truth;
    printer.paragraph(printer.sketch().row(List.of(pixels), List.of(caption)));
    printer.paragraph(Lines.format("probability of 8 %.4f", probability));
  }
}
