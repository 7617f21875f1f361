package dev.burin.data;

/** What stands for a missing cell in the numbers that a network reads. */
public enum Missing {
  /** Nothing: a row with a missing cell is refused. */
  REFUSE,
  /** The mean of the training part; for columns of numbers. */
  MEAN,
  /** The median of the training part, between the two in the middle; for columns of numbers. */
  MEDIAN,
  /** What the training part has most often, the smallest of several. */
  MOST_FREQUENT
}
