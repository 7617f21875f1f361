package dev.burin.processor;

import dev.burin.processor.declare.NetworkDeclaration;
import dev.burin.processor.emit.HiddenNameException;
import dev.burin.processor.emit.NetworkWriter;
import dev.burin.processor.emit.SourceText;
import dev.burin.processor.model.Scope;
import dev.burin.processor.plan.NetworkPlan;
import dev.burin.processor.report.Message;
import dev.burin.processor.report.Reporter;
import java.util.List;
import java.util.Optional;

/** Spells a plan, or reports the type that has no name where it is needed. */
final class NetworkSources {

  private NetworkSources() {}

  static Optional<List<SourceText>> of(
      NetworkPlan plan, Scope scope, NetworkDeclaration declaration, Reporter reporter) {
    try {
      return Optional.of(NetworkWriter.write(plan, scope));
    } catch (HiddenNameException hidden) {
      reporter.refuse(
          declaration.place(),
          Message.NAME_HIDDEN,
          hidden.type(),
          plan.model().className(),
          hidden.taken());
      return Optional.empty();
    }
  }
}
