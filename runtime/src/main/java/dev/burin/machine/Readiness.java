package dev.burin.machine;

/** How far the kernels of a network are on their way from bytecode to machine code. */
public enum Readiness {
  /** No kernels: the plain loops were chosen for this JVM. */
  PLAIN("by choice", false),
  /** Not called yet; the first call starts the warm-up, and the plain loops answer it. */
  COLD("not called yet", false),
  /** The plain loops answer while the JVM compiles the kernels. */
  WARMING("kernels are being compiled", false),
  /** The kernels run: compiled, and equal to the plain loops bit for bit. */
  READY("compiled and equal to the plain loops", true),
  /** The kernels run without having been driven before. */
  UNPROVEN("not warmed up", true),
  /** The plain loops run, since the kernels were not fast yet; they are tried again later. */
  SLOW("kernels are not fast yet and are tried again later", false),
  /** The plain loops run, since there was no memory for a trial; it is made later. */
  UNTRIED("too little memory to try the kernels, which is done later", false),
  /** The plain loops run, since the kernels ended with an exception. */
  FAILED("kernels failed and are left alone", false),
  /** The plain loops run, since the kernels gave other bits. */
  REFUSED("kernels gave wrong results and are refused", false);

  private final String text;
  private final boolean kernels;

  Readiness(String text, boolean kernels) {
    this.text = text;
    this.kernels = kernels;
  }

  /** Whether kernels run, and not the plain loops. */
  public boolean kernels() {
    return kernels;
  }

  /** Whether it is decided, for now at least. */
  public boolean settled() {
    return this != COLD && this != WARMING;
  }

  /** A few words for people. */
  public String text() {
    return text;
  }
}
