package dev.burin;

/**
 * Which way round a file has the weights of its layers: both are in use, and for a layer with as
 * many outputs as inputs nothing shows a mistake but wrong answers.
 */
public enum Layout {
  /**
   * By the name of the tensor: {@code weight} is {@code [out][in]}, as in PyTorch and in files of
   * this library, and {@code kernel} is {@code [in][out]}, as in Keras and Flax.
   */
  BY_NAME,
  /** All weights are {@code [out][in]}, a row for each output. */
  PYTORCH,
  /** All weights are {@code [in][out]}, a row for each input. */
  KERAS
}
