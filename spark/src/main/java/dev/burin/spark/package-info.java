/**
 * Engraved networks on a Spark cluster: {@link dev.burin.spark.BurinModel} scores rows, and {@link
 * dev.burin.spark.BurinTrainer} learns from them, both with the bits of one machine.
 */
@NullMarked
package dev.burin.spark;

import org.jspecify.annotations.NullMarked;
