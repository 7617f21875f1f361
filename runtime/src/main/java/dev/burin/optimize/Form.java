package dev.burin.optimize;

/**
 * Whose rule a name stands for, where two families of libraries compute different things under one
 * name. Without a word it is that of PyTorch.
 */
public enum Form {
  /**
   * As PyTorch: the learning rate stays outside of velocities, and epsilon is added to the root.
   */
  PYTORCH,
  /**
   * As Keras and TensorFlow: the learning rate is part of velocities, and epsilon is added under
   * the root or, in Adam, to a root without its bias correction.
   */
  KERAS
}
