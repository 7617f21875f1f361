package dev.burin.sample.tutorial;

import dev.burin.sample.Help;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The tutorials, each a command below this one. */
@Command(
    name = "tutorial",
    description = "Runs a tutorial with its published numbers; its data have to be there.",
    synopsisSubcommandLabel = "NAME",
    subcommands = {
      AnnCommand.class,
      AnnDeepCommand.class,
      MlpCommand.class,
      CatsCommand.class,
      NielsenCommand.class,
      KerasCommand.class
    })
public final class TutorialCommand implements Runnable {

  @Mixin final Help help = new Help();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "The name of a tutorial is missing: "
            + String.join(", ", spec.commandLine().getSubcommands().keySet())
            + ".");
  }
}
