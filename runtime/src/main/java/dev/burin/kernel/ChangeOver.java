package dev.burin.kernel;

/** Whether one kind of call runs on kernels yet; asking costs one read of a volatile field. */
final class ChangeOver {

  private final ColdStart start;
  private final Pass pass;
  private volatile Readiness readiness;
  private volatile boolean kernels;

  ChangeOver(ColdStart start, Pass pass, Readiness first) {
    this.start = start;
    this.pass = pass;
    this.readiness = first;
    this.kernels = first.kernels();
  }

  /** Whether a call that begins now runs on kernels; the first question starts the warm-up. */
  boolean kernels() {
    if (kernels) {
      return true;
    }
    if (readiness == Readiness.COLD) {
      start.ask(this);
    }
    return false;
  }

  Pass pass() {
    return pass;
  }

  Readiness readiness() {
    return readiness;
  }

  void decide(Readiness decision) {
    readiness = decision;
    kernels = decision.kernels();
  }
}
