package dev.burin.machine;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the SIMD width, once for the whole JVM.
 *
 * <p>The system property {@value #PROPERTY} forces {@code off}, {@code 128}, {@code 256} or {@code
 * 512}; otherwise the width that the JVM prefers is taken. Whatever is chosen, the bits are equal.
 */
public final class Lanes {

  /** The system property that forces a width. */
  public static final String PROPERTY = "burin.simd";

  private static final String FLAG = "--add-modules jdk.incubator.vector";

  private static @Nullable Decision decision;

  private Lanes() {}

  /**
   * The chosen width.
   *
   * @throws IllegalStateException if a width is forced that this JVM cannot run
   */
  public static Width chosen() {
    return decision().width();
  }

  /**
   * Why {@link #chosen()} is what it is, as a sentence or two.
   *
   * @throws IllegalStateException if a width is forced that this JVM cannot run
   */
  public static String reason() {
    return decision().reason();
  }

  /**
   * Whether {@link #reason()} tells of something to be put right.
   *
   * @throws IllegalStateException if a width is forced that this JVM cannot run
   */
  public static boolean amiss() {
    return decision().amiss();
  }

  /** What was chosen, why, and whether somebody should do something about it. */
  record Decision(Width width, String reason, boolean amiss) {}

  /** The choice, made by the first question; a refusal is repeated to everyone who asks. */
  private static synchronized Decision decision() {
    Decision made = decision;
    if (made == null) {
      made = decide(System.getProperty(PROPERTY), Jvm.hasVectorModule());
      decision = made;
      Messages.log(made);
    }
    return made;
  }

  static Decision decide(@Nullable String forced, boolean module) {
    if (forced != null) {
      return forced(forced, module);
    }
    if (!module) {
      return new Decision(
          Width.PLAIN,
          "the module jdk.incubator.vector is absent. Results are the same, but slower; add "
              + FLAG
              + " to the java command.",
          true);
    }
    if (!Jvm.optimizes()) {
      return new Decision(
          Width.PLAIN,
          String.format(
                  Locale.ROOT,
                  "this JVM (%s) has no optimizing compiler. Results are the same, but slower; start it",
                  System.getProperty("java.vm.info"))
              + " without -Xint and without -XX:TieredStopAtLevel.",
          true);
    }
    int bits = PreferredBits.get();
    Width width =
        bits >= 512
            ? Width.V512
            : bits >= 256 ? Width.V256 : bits >= 128 ? Width.V128 : Width.PLAIN;
    return width == Width.PLAIN
        ? new Decision(width, "this JVM supports no vectors of 128 bits or more.", true)
        : new Decision(width, "this JVM prefers vectors of " + bits + " bits.", false);
  }

  private static Decision forced(String value, boolean module) {
    String setting = "-D" + PROPERTY + "=" + value;
    Width width =
        switch (value) {
          case "off" -> Width.PLAIN;
          case "128" -> Width.V128;
          case "256" -> Width.V256;
          case "512" -> Width.V512;
          default ->
              throw new IllegalStateException(
                  setting + " is not known; write off, 128, 256 or 512.");
        };
    if (width == Width.PLAIN) {
      return new Decision(width, setting + " forces it.", false);
    }
    if (!module) {
      throw new IllegalStateException(
          setting
              + " needs the module jdk.incubator.vector; add "
              + FLAG
              + " to the java command, or write off.");
    }
    int bits = PreferredBits.get();
    return bits >= width.bits()
        ? new Decision(width, setting + " forces it.", false)
        : new Decision(
            width,
            setting
                + " forces it, but this JVM has vectors of "
                + bits
                + " bits only: the kernels may be a hundred times slower than plain loops.",
            true);
  }
}
