package dev.burin.spark;

import java.util.Objects;
import org.apache.spark.Partitioner;
import org.jspecify.annotations.Nullable;

/** Sends each unit of a {@link Division} to its partition. */
final class UnitPartitioner extends Partitioner {

  private static final long serialVersionUID = 1;

  private final Division division;
  private final int partitions;

  UnitPartitioner(Division division, int partitions) {
    this.division = division;
    this.partitions = partitions;
  }

  @Override
  public int numPartitions() {
    return partitions;
  }

  @Override
  public int getPartition(Object unit) {
    return division.owner((Integer) unit, partitions);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UnitPartitioner that
        && division.equals(that.division)
        && partitions == that.partitions;
  }

  @Override
  public int hashCode() {
    return Objects.hash(division, partitions);
  }
}
