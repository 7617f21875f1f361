package dev.burin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the objects of this room say of themselves, and what they say of nothing. */
class DataLinesTest {

  private static final FloatTable FLOATS = new FloatTable(2, 3, new float[6]);

  @Test
  void tablesSayTheirShape() {
    Table doubles = new DoubleTable(2, 3, new double[6]);
    Table bytes = new ByteTable(2, 3, new byte[6], 255);
    assertThat(FLOATS).hasToString("FloatTable[2 x 3]");
    assertThat(doubles).hasToString("DoubleTable[2 x 3]");
    assertThat(bytes).hasToString("ByteTable[2 x 3 / 255]");
    Dataset data = new Dataset(FLOATS, bytes);
    assertThat(data)
        .hasToString("Dataset[features=FloatTable[2 x 3], targets=ByteTable[2 x 3 / 255]]");
    assertThat(new Split(data, data).toString()).startsWith("Split[train=Dataset[");
    assertThat(data.inOrder().toString()).startsWith("InOrder[samples=Dataset[");
    assertThat(new IdxImages(2, 1, 3, new byte[6])).hasToString("IdxImages[2 of 1 x 3]");
  }

  @Test
  void labelsSayTheirClasses() {
    assertThat(Labels.of(5, 8, 5, 0)).hasToString("Labels[4 samples: 1 of 0, 2 of 5, 1 of 8]");
    assertThat(Labels.of()).hasToString("Labels[0 samples]");
    assertThat(Labels.of(Integer.MAX_VALUE)).hasToString("Labels[1 samples: 1 of 2147483647]");
    assertThat(Labels.of(Shuffle.identity(1000)).toString())
        .endsWith(", 1 of 9, 990 classes more]");
  }

  @Test
  void scalingsAndGeneratorsSayTheirNumbers() {
    Scaling scaling = Scaling.of(new double[] {5.8433, 0}, new double[] {0.5, 3});
    assertThat(scaling)
        .hasToString("Scaling[2 columns: (x - 5.84330) / 0.500000, (x - 0.00000) / 3.00000]");
    assertThat(Scaling.minMax(new FloatTable(1, 784, new float[784])).toString())
        .startsWith("Scaling[784 columns: ")
        .endsWith(", ...]")
        .hasSizeLessThan(120);
    assertThat(new NumpyRandom(7)).hasToString("NumpyRandom[RandomState(7)]");
  }

  @SuppressWarnings("NullAway") // What happens when null is passed is what this is about.
  static Stream<Runnable> nulls() {
    Dataset data = new Dataset(FLOATS, FLOATS);
    Labels labels = Labels.of(0, 1);
    Scaling scaling = Scaling.minMax(FLOATS);
    Table doubles = new DoubleTable(2, 3, new double[6]);
    Table bytes = new ByteTable(2, 3, new byte[6], 1);
    int[] order = {0, 1};
    Stream<Runnable> tables =
        List.of(FLOATS, doubles, bytes).stream()
            .flatMap(
                table ->
                    Stream.of(
                        () -> table.select(null),
                        () -> table.copyRow(0, (float[]) null, 0),
                        () -> table.copyRow(0, (double[]) null, 0)));
    return Stream.concat(
        tables,
        Stream.of(
            () -> new FloatTable(2, 3, null),
            () -> new DoubleTable(2, 3, null),
            () -> new ByteTable(2, 3, null, 1),
            () -> new Dataset(null, FLOATS),
            () -> new Dataset(FLOATS, null),
            () -> new Split(null, data),
            () -> new Split(data, null),
            () -> new InOrder(null),
            () -> data.view(null),
            () -> data.copy(null, 0, 2, new float[6], new float[6]),
            () -> data.copy(order, 0, 2, null, new float[6]),
            () -> data.copy(order, 0, 2, new float[6], null),
            () -> data.copy(order, 0, 2, null, new double[6]),
            () -> data.copy(order, 0, 2, new double[6], null),
            () -> Labels.of((int[]) null),
            () -> Labels.ofUnsigned(null),
            () -> labels.select(null),
            () -> labels.rowsOf((int[]) null),
            () -> labels.renumbered((int[]) null),
            () -> Scaling.standard(null),
            () -> Scaling.minMax(null),
            () -> Scaling.of(null, new double[1]),
            () -> Scaling.of(new double[1], null),
            () -> scaling.toFloat(null),
            () -> scaling.toDouble(null),
            () -> scaling.apply((float[]) null),
            () -> scaling.apply((double[]) null),
            () -> Shuffle.shuffle(null, new Random(1)),
            () -> Shuffle.shuffle(order, null),
            () -> new NumpyRandom(1).shuffle(null)));
  }

  @ParameterizedTest
  @MethodSource("nulls")
  void nullIsToldInOurOwnWords(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(NullPointerException.class)
        .message()
        .matches("The [a-z ]+ (is|are) null.*\\.");
  }

  @Test
  void countsHaveBounds() {
    int longest = Integer.MAX_VALUE - 8;
    for (int n : new int[] {-1, Integer.MAX_VALUE}) {
      String bound = " is " + n + ", not 0 to " + longest + ".";
      assertThatThrownBy(() -> new NumpyRandom(1).rand(n))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("The number of values" + bound);
      assertThatThrownBy(() -> new NumpyRandom(1).randn(n)).hasMessageContaining(bound);
      assertThatThrownBy(() -> new NumpyRandom(1).permutation(n)).hasMessageContaining(bound);
      assertThatThrownBy(() -> Shuffle.permutation(n, 1)).hasMessageContaining(bound);
    }
    assertThatThrownBy(() -> Labels.of(0).counts(Integer.MAX_VALUE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The number of classes is 2147483647, not 1 to " + longest + ".");
    assertThatThrownBy(() -> Labels.of(0, 1).oneHot(Integer.MAX_VALUE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void oneColumnIsNotOneHot() {
    assertThatThrownBy(() -> Labels.of(0, 0).oneHot(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("One column is not one-hot; binary() makes the targets of a single output.");
  }
}
