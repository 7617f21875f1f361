package dev.burin.npz;

/** Which way a matrix of weights lies. */
public enum WeightLayout {
  /** A row for each output, as PyTorch has it and {@code W x + b} reads it. */
  OUT_IN,
  /** A row for each input, as scikit-learn and Keras have it and {@code x W + b} reads it. */
  IN_OUT
}
