package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockOrderTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "10, 1", "10, 3", "10, 5", "10, 9", "10, 10", "10, 11", "1000, 7", "0, 4"})
  void eachBlockIsReadAtOnceAndNoRowIsLost(int rows, int block) {
    for (int epoch = 0; epoch < 20; epoch++) {
      int[] order = new int[rows];
      Order.blocks(block, 3).fill(order, epoch);
      assertThat(Arrays.stream(order).sorted())
          .containsExactly(IntStream.range(0, rows).boxed().toArray(Integer[]::new));
      int changes = 0;
      for (int i = 1; i < rows; i++) {
        changes += order[i] / block == order[i - 1] / block ? 0 : 1;
      }
      assertThat(changes).isEqualTo(Math.max(0, (rows + block - 1) / block - 1));
    }
  }

  @Test
  void bothBlocksAndTheirRowsAreShuffledAnewInEachEpoch() {
    int[] first = filled(0);
    assertThat(filled(0)).isEqualTo(first);
    assertThat(filled(1)).isNotEqualTo(first);
    assertThat(blocks(first)).isNotEqualTo(blocks(filled(1)));
    assertThat(Arrays.copyOf(first, 100)).isNotEqualTo(Arrays.stream(first).limit(100).sorted());
    assertThat(Order.blocks(100, 5)).hasToString("in blocks of 100 rows shuffled from seed 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Order.blocks(0, 1))
        .withMessage("A block has 0 rows; give 1 or more, such as 65536.");
  }

  private static int[] filled(int epoch) {
    int[] order = new int[1000];
    Arrays.fill(order, -1);
    Order.blocks(100, 5).fill(order, epoch);
    return order;
  }

  private static int[] blocks(int[] order) {
    return IntStream.range(0, 10).map(b -> order[100 * b] / 100).toArray();
  }
}
