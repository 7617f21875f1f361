package dev.burin.interchange;

import dev.burin.file.MalformedFileException;

/**
 * What a file computes, found by a way that knows nothing of the chain that was made of it: plain
 * loops in double over what stands in the file, so that a mistake in making the chain shows.
 */
public interface Original {

  /** The number of samples of one call, at least 1: some files are made for one number only. */
  int batch();

  /**
   * The outputs for {@link #batch()} samples.
   *
   * @param x {@code [n][in]}, row-major
   * @return {@code [n][out]}, row-major
   * @throws MalformedFileException if the file does not say what to compute
   */
  double[] outputs(double[] x) throws MalformedFileException;
}
