package dev.burin.sample;

import dev.burin.sample.table.PredictCsvCommand;
import dev.burin.sample.table.TrainCsvCommand;
import dev.burin.sample.tutorial.TutorialCommand;
import java.io.PrintWriter;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line: {@code train}, {@code predict}, {@code storage}, {@code serve}, {@code check},
 * {@code doctor}, {@code train-csv}, {@code predict-csv}, {@code import}, {@code export}, {@code
 * stub} and {@code tutorial}.
 */
@Command(
    name = "sample-app",
    description =
        "Networks engraved at compile time learn to tell handwritten fives from eights, and"
            + " tables.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      TrainCommand.class,
      PredictCommand.class,
      StorageCommand.class,
      ServeCommand.class,
      CheckCommand.class,
      DoctorCommand.class,
      TrainCsvCommand.class,
      PredictCsvCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      StubCommand.class,
      TutorialCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:it could not be done, or a check failed; one line on standard error says why",
      "2:the command line was not understood"
    })
final class Main implements Runnable {

  /** The commands print the path themselves, so only warnings are left to say. */
  private static final Logger LOGGER = Logger.getLogger("dev.burin");

  @Mixin final Help help = new Help();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private Main() {}

  /** Runs a command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    System.setProperty("java.util.logging.SimpleFormatter.format", "%4$s: %5$s%n");
    LOGGER.setLevel(Level.WARNING);
    System.exit(run(args));
  }

  /** Runs a command and returns its exit code: 0 done, 1 failed, 2 not understood. */
  static int run(String... args) {
    int code = execute(args);
    // A stream of the JDK keeps what went wrong to itself, and a script would take half a result.
    if (System.out.checkError() && code == 0) {
      System.err.println(
          "sample-app: The output could not be written to its end; the device may be full, or the"
              + " reader gone.");
      return 1;
    }
    return code;
  }

  private static int execute(String... args) {
    return Commands.line(new Main(), args)
        .setParameterExceptionHandler((e, given) -> refuse(e))
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              command.getErr().println("sample-app: " + Sentence.of(e));
              return command.getCommandSpec().exitCodeOnExecutionException();
            })
        .setUsageHelpAutoWidth(true)
        .execute(args);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "A command is missing: train, predict, storage, serve, check, doctor, train-csv, predict-csv,"
            + " import, export, stub or tutorial.");
  }

  private static int refuse(ParameterException e) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    String name = command.getCommandSpec().qualifiedName();
    err.println(Sentence.line(e.getMessage()) + " Try '" + name + " --help'.");
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }
}
