package dev.burin.spark;

import java.io.Serializable;

/**
 * The sum of some neighbouring blocks as it travels to the driver.
 *
 * @param block the first of the blocks in its batch
 * @param level the sum is one of 2 to this power blocks
 * @param gradient laid out as the parameters; empty where losses alone are wanted
 * @param loss the sum of the losses
 */
record PartialSum(int block, int level, float[] gradient, double loss) implements Serializable {}
