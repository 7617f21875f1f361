package dev.burin.train;

/**
 * A sample that was answered with another class than its own.
 *
 * @param sample its row, from 0
 * @param truth its class
 * @param answer the class it was answered with
 * @param output what the network gave for the answer, of a classifier its probability
 */
public record Mistake(int sample, int truth, int answer, double output) {}
