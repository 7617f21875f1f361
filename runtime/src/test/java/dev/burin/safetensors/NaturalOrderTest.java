package dev.burin.safetensors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NaturalOrderTest {

  @ParameterizedTest
  @CsvSource({
    "layers.2, layers.10",
    "layer2, layer10",
    "0, 2",
    "fc, fc1",
    "fc1, fc2",
    "dense, dense_1",
    "dense_2, dense_10",
    "dense-9, dense-10",
    "module.net.fc9, module.net.fc10",
    "blocks.0.fc, blocks.1.aa",
    "a.9999999999999999999, a.10000000000000000000",
    "x.007, x.8",
  })
  void numbersDecide(String first, String second) {
    assertThat(NaturalOrder.compare(first, second)).hasValue(-1);
    assertThat(NaturalOrder.compare(second, first)).hasValue(1);
    assertThat(NaturalOrder.total().compare(first, second)).isNegative();
    assertThat(NaturalOrder.total().compare(second, first)).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"a, b", "enc.a, enc.b", "fc1, out", "fc1, fc1.x", "fc1, fc01", "fc, fc", "1, a"})
  void otherNamesHaveNoOrderThatAnybodyMeant(String one, String other) {
    assertThat(NaturalOrder.compare(one, other)).isEmpty();
    assertThat(NaturalOrder.compare(other, one)).isEmpty();
  }

  @Test
  void aListIsSortedAsPeopleWould() {
    List<String> names = List.of("l.10", "head", "l.9", "l.1", "a", "l");

    assertThat(names.stream().sorted(NaturalOrder.total()))
        .containsExactly("a", "head", "l", "l.1", "l.9", "l.10");
  }
}
