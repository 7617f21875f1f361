package dev.burin.spark;

import java.io.Serializable;

/**
 * A number of each row of a partition, on its way to the driver.
 *
 * @param rows the numbers of the rows
 * @param values one for each of them
 */
record RowNumbers(int[] rows, double[] values) implements Serializable {}
