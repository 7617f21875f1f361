package dev.burin.optimize;

/** What the parameters of a range are: weights decay, biases do not unless they are told to. */
public enum ParameterKind {
  /** The weights of a layer, and the padding between them. */
  WEIGHTS,
  /** The biases of a layer, and the padding behind them. */
  BIASES
}
