package dev.burin.metric;

/**
 * How well one class, or a mean over classes, is answered; 0/0 is 0 in the first three.
 *
 * @param precision the share of samples of the class among those answered with it, 0 to 1
 * @param recall the share of samples answered with the class among those that have it, 0 to 1
 * @param f1 the harmonic mean of both; of several classes the mean of theirs
 * @param support the samples that have the class, or the sum of their weights
 */
public record ClassScore(double precision, double recall, double f1, double support) {}
