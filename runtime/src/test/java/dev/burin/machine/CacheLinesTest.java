package dev.burin.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Initializer;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import dev.burin.shape.ParameterLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheLinesTest {

  /** Arrays of other tests no longer count. */
  @BeforeEach
  void collect() {
    System.gc();
  }

  /** What {@code java -Xmx.. -XX:+PrintFlagsFinal} of JDK 25.0.3 shows as G1HeapRegionSize. */
  @ParameterizedTest
  @CsvSource({
    "64, 1",
    "1024, 1",
    "2048, 1",
    "3072, 2",
    "4096, 2",
    "6028, 4",
    "12288, 8",
    "16384, 8",
    "20480, 16",
    "65536, 32",
    "1048576, 32"
  })
  void knowsTheRegionsOfAHeap(long megabytes, long region) {
    assertThat(CacheLines.region(megabytes << 20)).isEqualTo(region << 20);
  }

  @Test
  void smallArraysAreAsLongAsAsked() {
    assertThat(CacheLines.floats(0)).isEmpty();
    assertThat(CacheLines.floats(4_095)).hasSize(4_095).containsOnly(0);
    assertThat(CacheLines.doubles(2_047)).hasSize(2_047).containsOnly(0);
  }

  @Test
  void largerArraysFillMoreThanHalfARegion() {
    long half = CacheLines.region(Runtime.getRuntime().maxMemory()) / 2;

    assertThat(4L * CacheLines.floats(4_096).length).isEqualTo(half);
    assertThat(8L * CacheLines.doubles(2_048).length).isEqualTo(half);
    int more = (int) (half / 4 + 7);
    assertThat(CacheLines.floats(more)).hasSize(more);
  }

  @ParameterizedTest
  @CsvSource({"31, 0", "64, 2", "1024, 32", "2048, 64", "3072, 48", "6028, 47", "65536, 64"})
  void takesASmallPartOfTheHeap(long megabytes, long arrays) {
    assertThat(CacheLines.most(megabytes << 20)).isEqualTo(arrays);
  }

  @Test
  void fewArraysAreMadeLonger() {
    List<float[]> arrays = new ArrayList<>();
    for (long i = CacheLines.most(Runtime.getRuntime().maxMemory()); i >= 0; i--) {
      arrays.add(CacheLines.floats(4_096));
    }

    assertThat(arrays.getLast()).hasSize(4_096);
  }

  @Test
  void everyLayerBeginsAtACacheLine() {
    NetworkShape shape =
        NetworkShape.of(
            Loss.BINARY_CROSS_ENTROPY,
            Precision.FLOAT,
            LayerShape.of(784, 196, Activation.RELU).initializer(Initializer.GLOROT),
            LayerShape.of(196, 30, Activation.RELU).initializer(Initializer.GLOROT),
            LayerShape.of(30, 1, Activation.SIGMOID));

    for (LayerLayout layer : ParameterLayout.of(shape).layers()) {
      assertThat((layer.weights() - CacheLines.ORIGIN_BYTES / Float.BYTES) % 16).isZero();
    }
  }
}
