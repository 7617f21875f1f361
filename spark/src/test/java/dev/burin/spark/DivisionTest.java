package dev.burin.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places of an order, in batches and blocks. */
class DivisionTest {

  @ParameterizedTest
  @CsvSource({"1,1", "60000,60000", "60000,128", "60000,4096", "60000,4097", "60000,9000", "5,3"})
  void everyPlaceIsInOneUnitAndUnitsInOneBatch(int samples, int size) {
    Division division = Division.ofBatches(samples, size);
    int place = 0;
    for (int unit = 0; unit < division.units(); unit++) {
      assertThat(division.place(unit)).isEqualTo(place);
      assertThat(division.rows(unit)).isBetween(1, 4096);
      for (int i = 0; i < division.rows(unit); i++, place++) {
        assertThat(division.unit(place)).isEqualTo(unit);
        assertThat(place / size).isEqualTo(division.batch(unit));
      }
      assertThat(division.block(unit)).isEqualTo((division.place(unit) % size) / 4096);
    }
    assertThat(place).isEqualTo(samples);
  }

  /** So that a partition joins what it has, and hands over few sums. */
  @ParameterizedTest
  @CsvSource({"60000,60000,7", "60000,60000,2", "60000,9000,2", "60000,9000,8", "60000,64,3"})
  void partitionsHaveNeighbouringBlocksOfEachBatch(int samples, int size, int partitions) {
    Division division = Division.ofBatches(samples, size);
    boolean[] used = new boolean[partitions];
    for (int unit = 0; unit < division.units(); unit++) {
      int owner = division.owner(unit, partitions);
      used[owner] = true;
      if (division.block(unit) > 0 && division.blocksPerBatch() >= partitions) {
        assertThat(owner - division.owner(unit - 1, partitions)).isBetween(0, 1);
      }
    }
    assertThat(used).doesNotContain(false);
  }
}
