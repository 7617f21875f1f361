package dev.burin.sample;

import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Builds the command that is asked for and no other: to describe all of them loads all of their
 * classes, and a server keeps those as long as it lives.
 */
final class Commands {

  private Commands() {}

  /** What stands in for the application where one command is all that is wanted. */
  @Command(name = "sample-app")
  static final class Alone {
    @Mixin final Help help = new Help();
  }

  /** The line for an application whose commands its annotation names. */
  static CommandLine line(Object application, String... args) {
    Command all = Objects.requireNonNull(application.getClass().getAnnotation(Command.class));
    for (Class<?> each : all.subcommands()) {
      Command command = each.getAnnotation(Command.class);
      if (args.length > 0 && command != null && command.name().equals(args[0])) {
        return new CommandLine(new Alone()).addSubcommand(each);
      }
    }
    return new CommandLine(application);
  }
}
