package dev.burin.keras;

/** What one layer does to its inputs, with its numbers as the file has them. */
sealed interface Step {

  /** Where the layer is, for a message. */
  String place();

  /**
   * Sums: {@code z = x kernel + bias}.
   *
   * @param name what the layer is called
   * @param kernel {@code [in][out]}, row-major
   * @param bias {@code [out]}
   */
  record Dense(String place, String name, int in, int out, double[] kernel, double[] bias)
      implements Step {}

  /**
   * A normalisation: {@code y = factor (x - mean) / root + shift}, each number of it one for each
   * input or one for all.
   */
  record Normalize(String place, double[] factor, double[] mean, double[] root, double[] shift)
      implements Step {}

  /** An activation. */
  record Activate(String place, KerasActivation activation) implements Step {}

  /** Number i of those of a normalisation. */
  static double at(double[] numbers, int i) {
    return numbers[numbers.length == 1 ? 0 : i];
  }
}
