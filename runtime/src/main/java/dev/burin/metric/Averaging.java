package dev.burin.metric;

/** How the numbers of single classes become one. */
public enum Averaging {
  /** The plain mean over all classes; one that nobody has and nobody answers counts as 0. */
  MACRO,
  /** The plain mean over the classes that a sample has or was answered with. */
  MACRO_SEEN,
  /** All classes together, each sample once; of one answer per sample that is the accuracy. */
  MICRO,
  /** The mean weighted by the samples that each class has. */
  WEIGHTED
}
