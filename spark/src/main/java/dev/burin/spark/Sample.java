package dev.burin.spark;

import java.io.Serializable;

/**
 * One sample on its way to the machine that computes its block.
 *
 * @param place its place in the block
 * @param x {@code [in]}: {@code float[]}, or {@code byte[]} where a byte is an input
 * @param y {@code [out]}
 * @param weight how much it counts, above 0; 1 where samples have no weights
 */
record Sample(int place, Object x, float[] y, double weight) implements Serializable {}
