package dev.burin.stub;

/** What a Python file computes with. */
public enum Framework {
  /** NumPy alone. */
  NUMPY,
  /** PyTorch. */
  TORCH,
  /** Keras 3, whatever it computes with itself. */
  KERAS
}
