package dev.burin.sample;

import dev.burin.check.Doctor;
import dev.burin.check.Doctor.Finding;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says whether networks run here as fast as they can, and what to do if not. */
@Command(
    name = "doctor",
    description = "Says whether networks run here as fast as they can, and what to do if not.")
final class DoctorCommand implements Callable<Integer> {

  @Mixin final Help help = new Help();

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "How long the JVM may take to compile (default: ${DEFAULT-VALUE}).")
  private int seconds = 60;

  @Override
  public Integer call() {
    Doctor doctor =
        Doctor.examine(new FiveOrEightNetwork(1).network(), Duration.ofSeconds(seconds));
    TextTable table = new TextTable();
    doctor.findings().forEach(finding -> table.row(finding.name(), finding.value()));
    Printer printer = new Printer();
    printer.paragraph(table.lines());
    List<String> remedies =
        doctor.findings().stream().map(Finding::remedy).filter(r -> !r.isEmpty()).toList();
    printer.paragraph(remedies.isEmpty() ? List.of("All is well.") : remedies);
    return doctor.well() ? 0 : 1;
  }
}
