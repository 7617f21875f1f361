package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.data.Dataset;
import dev.burin.data.Table;
import dev.burin.kernel.DoubleTwin;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.DoubleRecords;
import dev.burin.network.FloatNetwork;
import dev.burin.network.FloatRecords;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records become the rows that the network reads, and constants the classes that it tells. */
class RecordSamplesTest {

  private record Size(double wide, int legs) {}

  private record Weight(float grams) {}

  private enum Kind {
    CAT,
    BIRD,
    FISH
  }

  private enum Answer {
    NO,
    YES
  }

  private record Seen(Size size, Kind kind) {}

  private static final List<Seen> SEEN =
      List.of(
          new Seen(new Size(0.5, 4), Kind.CAT),
          new Seen(new Size(0.1, 2), Kind.BIRD),
          new Seen(new Size(0.2, 0), Kind.FISH));

  /** As generated code says it; the order of the outputs need not be that of the enum. */
  private static final FloatRecords FLOATS =
      FloatRecords.none()
          .reads(
              Size.class,
              "wide,legs",
              (sample, x, at) -> {
                x[at] = (float) sample.wide();
                x[at + 1] = sample.legs();
              })
          .answer(Kind.class, new Kind[] {Kind.FISH, Kind.CAT, Kind.BIRD})
          .answer(Answer.class, Answer.values());

  private static FloatNetwork network(int outputs) {
    NetworkShape shape = shape(Precision.FLOAT, outputs);
    return new FloatNetwork("Animals", shape, new FloatTwin(shape), FLOATS);
  }

  private static NetworkShape shape(Precision precision, int outputs) {
    return NetworkShape.of(
        Loss.MEAN_SQUARED_ERROR, precision, LayerShape.of(2, outputs, Activation.IDENTITY));
  }

  private static double[] rows(Table table) {
    double[] all = new double[table.rows() * table.columns()];
    for (int i = 0; i < table.rows(); i++) {
      table.copyRow(i, all, i * table.columns());
    }
    return all;
  }

  @Test
  void componentsAreRowsAndConstantsTheirOutputs() {
    Dataset data = RecordSamples.classes(network(3), SEEN, Seen::size, Seen::kind);

    assertThat(rows(data.features())).containsExactly(0.5, 4, 0.1f, 2, 0.2f, 0);
    assertThat(rows(data.targets())).containsExactly(0, 1, 0, 0, 0, 1, 1, 0, 0);
  }

  @Test
  void ofASingleOutputTheSecondConstantIsOne() {
    Function<Seen, Answer> flies = seen -> seen.kind() == Kind.BIRD ? Answer.YES : Answer.NO;

    Dataset data = RecordSamples.classes(network(1), SEEN, Seen::size, flies);

    assertThat(rows(data.targets())).containsExactly(0, 1, 0);
  }

  @Test
  void aDoubleNetworkKeepsAllDigits() {
    NetworkShape shape = shape(Precision.DOUBLE, 1);
    DoubleRecords records =
        DoubleRecords.none().reads(Size.class, "wide,legs", (s, x, at) -> x[at] = s.wide());
    DoubleNetwork network = new DoubleNetwork("D", shape, new DoubleTwin(shape), records);

    Dataset data = RecordSamples.numbers(network, SEEN, Seen::size, seen -> seen.size.legs);

    assertThat(rows(data.features())).startsWith(0.5, 0, 0.1, 0, 0.2);
  }

  @Test
  void numbersAreTargetsInTheOrderOfTheirFunctions() {
    Dataset data =
        RecordSamples.numbers(network(2), SEEN, Seen::size, s -> s.size.legs, s -> -s.size.wide);

    assertThat(rows(data.targets())).containsExactly(4, -0.5, 2, -0.1, 0, -0.2);
  }

  @Test
  void anotherNetworkOfTheSameKindReadsTheSame() {
    Dataset data = RecordSamples.classes(network(3).another(), SEEN, Seen::size, Seen::kind);

    assertThat(rows(data.features())).startsWith(0.5, 4);
  }

  @Test
  void noSamplesAreADataSetToo() {
    assertThat(RecordSamples.classes(network(3), List.of(), Seen::size, Seen::kind).size())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e300})
  void aComponentThatIsNoFloatIsRefusedByNameAndPlace(double wide) {
    List<Seen> seen = List.of(SEEN.get(0), new Seen(new Size(wide, 1), Kind.CAT));

    assertThatThrownBy(() -> RecordSamples.classes(network(3), seen, Seen::size, Seen::kind))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Component wide of sample 1 is "
                + (float) wide
                + " as a float; a training needs finite numbers, so replace it or leave the sample"
                + " out.");
  }

  @Test
  void aNumberThatIsNoneIsRefusedByPlace() {
    assertThatThrownBy(
            () -> RecordSamples.numbers(network(1), SEEN, Seen::size, s -> 1.0 / s.size.legs))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Output 0 of sample 2 should be Infinity; ");
    assertThatThrownBy(() -> RecordSamples.numbers(network(2), SEEN, Seen::size, s -> s.size.legs))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The network has 2 outputs, but there are 1 functions");
  }

  @Test
  void whatIsMissingIsRefusedByPlace() {
    List<Seen> seen = new ArrayList<>(SEEN);
    seen.set(1, new Seen(new Size(1, 1), null));
    refused(seen, "The class of sample 1 is null; leave the sample out of the list.");
    seen.set(1, SEEN.get(1));
    seen.set(2, new Seen(null, Kind.CAT));
    refused(seen, "The record of sample 2 is null; leave the sample out of the list.");
    refused(Arrays.asList(SEEN.get(0), null), "Sample 1 is null; leave it out of the list.");
    refused(null, "The list of samples is null; give one, which may be empty.");
  }

  private static void refused(List<Seen> seen, String sentence) {
    assertThatThrownBy(() -> RecordSamples.classes(network(3), seen, Seen::size, Seen::kind))
        .isInstanceOf(NullPointerException.class)
        .hasMessage(sentence);
  }

  @Test
  void recordsAndEnumsOfOthersAreRefused() {
    assertThatThrownBy(
            () -> RecordSamples.classes(network(3), SEEN, s -> new Weight(1), Seen::kind))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The network does not read the record Weight; give Size.");
    assertThatThrownBy(
            () -> RecordSamples.classes(network(3), SEEN, Seen::size, s -> Thread.State.NEW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("NEW of State is no answer of the network; give constants of Answer or Kind.");
    NetworkShape shape = shape(Precision.FLOAT, 1);
    FloatNetwork arrays = new FloatNetwork(shape, new FloatTwin(shape));
    assertThatThrownBy(() -> RecordSamples.classes(arrays, SEEN, Seen::size, Seen::kind))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("give constants of an enum that a method of its interface returns.");
  }
}
