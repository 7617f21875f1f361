package dev.burin.processor.plan;

/**
 * How long a method of a kernel class will be.
 *
 * @param method its name
 * @param bytes the bytes of its bytecode, as javac will write it
 */
public record MethodSize(String method, int bytes) {

  /**
   * The longest method that a plan may ask for. HotSpot does not compile one of more than 8,000
   * bytes; half of that leaves room for what a prediction may miss.
   */
  public static final int BUDGET = 4_000;
}
