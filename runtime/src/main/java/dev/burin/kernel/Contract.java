package dev.burin.kernel;

import java.util.Locale;

/**
 * What a generated class and the runtime must agree on, as one number: which types of this library
 * it extends, implements and calls, with which signatures, and what those calls mean.
 *
 * <p>The processor writes the number it was built with into each class, and the class shows it when
 * it is initialized, before it calls anything else. So a class of another version ends in one
 * sentence and not in a {@link NoSuchMethodError}, or worse, in numbers that are wrong.
 *
 * <p>Whoever changes anything that generated code calls, extends or implements, or what it means,
 * raises the number, once for each release.
 */
public final class Contract {

  /** The number of this version; classes from before there were numbers show none. */
  public static final int NUMBER = 2;

  private Contract() {}

  /**
   * The number of a generated class, which is that of this runtime.
   *
   * @param number what the processor that generated the class was built with
   * @param network the interface that it was generated for
   * @throws IncompatibleClassChangeError if it is another than {@link #NUMBER}
   */
  public static int require(int number, Class<?> network) {
    if (number != NUMBER) {
      throw new IncompatibleClassChangeError(
          String.format(
              Locale.ROOT,
              "The class generated for %s keeps contract %d, but this burin-runtime expects %d;"
                  + " compile %1$s again with burin-processor of the same version as burin-runtime.",
              network.getName(),
              number,
              NUMBER));
    }
    return number;
  }
}
