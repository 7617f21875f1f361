package dev.burin.spark;

import org.apache.spark.api.java.function.Function;

/**
 * Whether a block is the one that is wanted.
 *
 * @param unit its number
 */
record OfUnit(int unit) implements Function<BlockRows, Boolean> {

  @Override
  public Boolean call(BlockRows block) {
    return block.unit() == unit;
  }
}
