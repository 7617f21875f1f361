package dev.burin.kernel;

/**
 * Chooses the SIMD width, once for the whole JVM.
 *
 * <p>The system property {@value #PROPERTY} forces {@code off}, {@code 128}, {@code 256} or {@code
 * 512}; otherwise the width that the JVM prefers is taken. Whatever is chosen, the bits are equal.
 */
public final class Lanes {

  /** The system property that forces a width. */
  public static final String PROPERTY = "burin.simd";

  private Lanes() {}

  /**
   * The chosen width.
   *
   * @throws IllegalStateException if a width is forced that this JVM cannot run
   */
  public static Width chosen() {
    return Choice.CHOSEN.width();
  }

  /** Why {@link #chosen()} is what it is, as one sentence. */
  public static String reason() {
    return Choice.CHOSEN.reason();
  }

  /** What was chosen, and why. */
  record Decision(Width width, String reason) {}

  /** Holds the choice; initialised by the first question. */
  private static final class Choice {
    static final Decision CHOSEN = decide(System.getProperty(PROPERTY));
  }

  static Decision decide(@org.jspecify.annotations.Nullable String forced) {
    boolean module = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    if (forced != null) {
      return new Decision(forced(forced, module), "-D" + PROPERTY + "=" + forced + " forces it");
    }
    if (!module) {
      return new Decision(
          Width.PLAIN,
          "the module jdk.incubator.vector is absent; add --add-modules jdk.incubator.vector");
    }
    int bits = PreferredBits.get();
    Width width = bits >= 512 ? Width.V512 : bits >= 256 ? Width.V256 : Width.V128;
    return new Decision(width, "the JVM prefers vectors of " + bits + " bits");
  }

  private static Width forced(String value, boolean module) {
    Width width =
        switch (value) {
          case "off" -> Width.PLAIN;
          case "128" -> Width.V128;
          case "256" -> Width.V256;
          case "512" -> Width.V512;
          default ->
              throw new IllegalStateException(
                  "-D" + PROPERTY + "=" + value + " is not known; write off, 128, 256 or 512.");
        };
    if (width != Width.PLAIN && !module) {
      throw new IllegalStateException(
          "-D"
              + PROPERTY
              + "="
              + value
              + " needs the module jdk.incubator.vector; add"
              + " --add-modules jdk.incubator.vector to the command line, or write off.");
    }
    return width;
  }
}
