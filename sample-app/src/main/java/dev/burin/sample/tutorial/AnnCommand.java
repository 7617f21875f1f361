package dev.burin.sample.tutorial;

import dev.burin.network.NeuralNetwork;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The first tutorial. */
@Command(
    name = "ann",
    description = {
      "784-196-1, sigmoid, binary cross-entropy: fives and eights of MNIST in full batches,",
      "learning rate 0.1, weights from RandomState(1).randn(out, in) / sqrt(in)."
    })
final class AnnCommand implements Callable<Integer> {

  @Mixin private final Settings settings = new Settings();

  @Mixin private final FivesAndEights tutorial = new FivesAndEights();

  @Override
  public Integer call() throws IOException {
    NeuralNetwork network =
        settings.inFloat ? new AnnInFloatNetwork().network() : new AnnNetwork().network();
    tutorial.learn("ann", network, settings);
    return 0;
  }
}
