package dev.burin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShuffleTest {

  @Test
  void anOrderThatWasOnceGivenIsGivenForEver() {
    assertThat(Shuffle.permutation(10, 1)).containsExactly(6, 9, 7, 8, 4, 2, 0, 3, 1, 5);
    assertThat(Shuffle.permutation(10, -7)).containsExactly(1, 4, 7, 8, 9, 0, 3, 5, 6, 2);
  }

  /** The JDK's shuffle of a list draws the same numbers for the same swaps. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 17, 1000})
  void equalsTheShuffleOfTheJdk(int n) {
    List<Integer> list = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      list.add(i);
    }
    Collections.shuffle(list, new Random(42));

    assertThat(Shuffle.permutation(n, 42))
        .containsExactly(list.stream().mapToInt(Integer::intValue).toArray());
  }

  @Test
  void namesEachNumberOnce() {
    assertThat(Shuffle.permutation(1000, 3))
        .containsExactlyInAnyOrder(Shuffle.identity(1000))
        .isNotEqualTo(Shuffle.identity(1000));
  }

  @Test
  void goesOnWithTheSameGenerator() {
    Random random = new Random(5);
    int[] order = Shuffle.identity(50);
    Shuffle.shuffle(order, random);
    int[] first = order.clone();
    Shuffle.shuffle(order, random);

    assertThat(first).isEqualTo(Shuffle.permutation(50, 5));
    assertThat(order).isNotEqualTo(first).containsExactlyInAnyOrder(first);
  }

  @Test
  void refusesANegativeNumber() {
    assertThatThrownBy(() -> Shuffle.permutation(-1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The number of rows is -1, not 0 to 2147483639.");
  }
}
