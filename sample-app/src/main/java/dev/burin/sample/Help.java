package dev.burin.sample;

import picocli.CommandLine.Option;

/** The option that every command has. */
public final class Help {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this text.")
  boolean wanted;
}
