package dev.burin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class EncodingTest {

  private static final Frame HOUSES =
      new Frame(
          List.of(
              NumberColumn.of("rooms", 2, 4, Double.NaN, 6, 4),
              NumberColumn.of("age", 10, 20, 30, 40, 60),
              TextColumn.of("sea", "NEAR", "INLAND", "NEAR", null, "NEAR"),
              TextColumn.of("size", "S", "L", "M", "S", "S"),
              TextColumn.of("pool", "no", "yes", "no", "no", "yes"),
              NumberColumn.of("id", 1, 2, 3, 4, 5),
              NumberColumn.of("price", 100, 200, 300, 400, 500),
              TextColumn.of("sold", "y", "n", "y", "y", "n"),
              NumberColumn.of("kind", 10, 9, 100, 9, 10)));

  private static EncodingBuilder full(Function<String, EncodingBuilder> target, String other) {
    return target
        .apply(other)
        .without("id", "kind", other.equals("price") ? "sold" : "price")
        .missing(Missing.MEDIAN, "rooms")
        .indicator("rooms")
        .minMax("age")
        .missing(Missing.MOST_FREQUENT, "sea")
        .ordinal("size", "S", "M", "L")
        .bool("pool");
  }

  @Test
  void everyKindOfColumnHasItsNumbers() {
    Encoding encoding = full(Encoding::classOf, "sold").fit(HOUSES);
    Table x = encoding.features(HOUSES);

    assertThat(encoding.inputs()).isEqualTo(7).isEqualTo(x.columns());
    // rooms with the median 4: mean 4, deviation sqrt(8/5)
    double deviation = Math.sqrt(8.0 / 5);
    assertThat(row(x, 0)).containsExactly(-2 / deviation, 0, 0, 0, 1, 0, 0);
    assertThat(row(x, 1)).containsExactly(0, 0, 0.2, 1, 0, 2, 1);
    assertThat(row(x, 2)).containsExactly(0, 1, 0.4, 0, 1, 1, 0);
    assertThat(row(x, 3)).containsExactly(2 / deviation, 0, 0.6, 0, 1, 0, 0);
    assertThat(encoding.classes()).containsExactly("n", "y");
    assertThat(encoding.labels(HOUSES).toArray()).containsExactly(1, 0, 1, 1, 0);
    assertThat(encoding.outputs()).isEqualTo(1);
    assertThat(encoding.dataset(HOUSES).targets().value(0, 0)).isEqualTo(1);
  }

  @Test
  void classesAreSortedAsNumbersWhereTheyAreNumbers() {
    Encoding encoding = Encoding.classOf("kind").without("sea", "rooms").fit(HOUSES);
    assertThat(encoding.classes()).containsExactly("9", "10", "100");
    assertThat(encoding.className(2)).isEqualTo("100");
    assertThat(encoding.outputs()).isEqualTo(3);
    assertThat(row(encoding.dataset(HOUSES).targets(), 0)).containsExactly(0, 1, 0);
  }

  /** One cell by itself, as a row of a cluster comes. */
  @Test
  void targetsOfACellAreThoseOfTheWholeFrame() {
    Encoding two = full(Encoding::classOf, "sold").fit(HOUSES);
    Encoding three = Encoding.classOf("kind").without("sea", "rooms").fit(HOUSES);
    Encoding value = full(Encoding::valueOf, "price").fit(HOUSES);
    for (int i = 0; i < HOUSES.rows(); i++) {
      assertThat(two.targets(i == 1 || i == 4 ? "n" : "y"))
          .containsExactly(row(two.dataset(HOUSES).targets(), i));
      assertThat(three.targets(((NumberColumn) HOUSES.column("kind")).value(i)))
          .containsExactly(row(three.dataset(HOUSES).targets(), i));
      assertThat(value.targets(100 * (i + 1)))
          .containsExactly(row(value.dataset(HOUSES).targets(), i));
    }
    assertThatThrownBy(() -> two.targets("maybe"))
        .hasMessage("Column \"sold\" is \"maybe\", which is none of the classes \"n\", \"y\".");
    assertThatThrownBy(() -> value.targets(null))
        .hasMessage("Column \"price\" is missing; leave out rows without a value.");
  }

  @Test
  void aValueIsLearnedStandardizedAndComesBack() {
    Encoding encoding = full(Encoding::valueOf, "price").fit(HOUSES);
    Table y = encoding.dataset(HOUSES).targets();
    double sum = 0;
    for (int i = 0; i < 5; i++) {
      sum += y.value(i, 0);
      assertThat(encoding.value(y.value(i, 0))).isEqualTo(100.0 * (i + 1));
    }
    assertThat(sum).isZero();
    assertThatThrownBy(encoding::classes)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The answer is a number; value(output) gives it.");
  }

  @Test
  void itComesBackFromItsNotesBitByBit() {
    for (Encoding encoding :
        List.of(
            full(Encoding::classOf, "sold").fit(HOUSES),
            full(Encoding::valueOf, "price").fit(HOUSES))) {
      Encoding back = Encoding.of(encoding.notes());
      assertThat(back).hasToString(encoding.toString());
      for (int i = 0; i < HOUSES.rows(); i++) {
        assertThat(row(back.features(HOUSES), i)).isEqualTo(row(encoding.features(HOUSES), i));
      }
      assertThat(back.notes()).isEqualTo(encoding.notes());
    }
  }

  @Test
  void namesMayHoldWhateverTheyLike() {
    Frame frame =
        new Frame(
            List.of(
                TextColumn.of("a\tb\nc\\d\re", "x\ty", "\\t", "\u00e9\r\n"),
                TextColumn.of("class\t", "1\n", "2\\", "1\n")));
    Encoding encoding = Encoding.classOf("class\t").fit(frame);
    Encoding back = Encoding.of(encoding.notes());
    assertThat(back.classes()).containsExactly("1\n", "2\\");
    assertThat(row(back.features(frame), 2)).isEqualTo(row(encoding.features(frame), 2));
  }

  @Test
  void aRowHasTheNumbersOfTheFrame() {
    Encoding encoding = full(Encoding::classOf, "sold").fit(HOUSES);
    Map<String, Object> row = new HashMap<>();
    row.put("rooms", "2");
    row.put("age", 10);
    row.put("sea", "NEAR");
    row.put("size", " S ");
    row.put("pool", "no");
    row.put("more", "is ignored");
    assertThat(encoding.doubles(row)).isEqualTo(row(encoding.features(HOUSES), 0));
    assertThat(encoding.floats(row)[0]).isEqualTo((float) row(encoding.features(HOUSES), 0)[0]);
    row.put("rooms", null);
    assertThat(Arrays.copyOf(encoding.doubles(row), 2)).containsExactly(0, 1);

    row.put("age", "ten");
    refused("\"age\" is \"ten\", which is no number", () -> encoding.doubles(row));
    row.put("age", "1e999");
    refused("\"age\" is \"1e999\", which is no number", () -> encoding.doubles(row));
    row.put("age", "");
    refused("\"age\" is missing; fill it", () -> encoding.doubles(row));
    row.remove("age");
    refused("The row has no \"age\"; the encoding reads \"rooms\"", () -> encoding.doubles(row));
  }

  @Test
  void whatTheTrainingPartDidNotHaveIsRefusedOrGivesZeros() {
    Frame train = HOUSES.select(new int[] {0, 1, 2, 4});
    Frame other =
        new Frame(
            HOUSES.columns().stream()
                .map(
                    c -> c.name().equals("sea") ? TextColumn.of("sea", "A", "B", "C", "D", "E") : c)
                .toList());
    EncodingBuilder strict = full(Encoding::classOf, "sold");
    Encoding encoding = strict.fit(train);
    refused(
        "Row 0 of column \"sea\" is \"A\", which the training part did not have; known are"
            + " \"INLAND\", \"NEAR\".",
        () -> encoding.features(other));
    Encoding lenient = strict.unknownAsZeros("sea").fit(train);
    assertThat(Arrays.copyOfRange(row(lenient.features(other), 0), 3, 5)).containsExactly(0, 0);
  }

  @Test
  void onlyTheTrainingPartIsLookedAt() {
    Encoding encoding =
        Encoding.valueOf("price")
            .without("rooms", "sea", "size", "pool", "id", "sold", "kind")
            .fit(HOUSES.select(new int[] {0, 1}));
    assertThat(row(encoding.features(HOUSES), 4)).containsExactly((60 - 15) / 5.0);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    refused(
        "There is no column \"price\"; the columns are \"a\".",
        () -> Encoding.valueOf("price").fit(new Frame(List.of(NumberColumn.of("a", 1)))));
    refused(
        "Row 2 of column \"rooms\" is missing; fill it",
        () -> Encoding.valueOf("price").without("sea").fit(HOUSES));
    refused(
        "Column \"sea\" of the training part holds texts, which have no mean or median",
        () -> Encoding.valueOf("price").missing(Missing.MEAN).fit(HOUSES));
    refused(
        "Column \"size\" of the training part holds 3 different cells: \"L\", \"M\", \"S\";"
            + " expected two of a boolean.",
        () -> Encoding.valueOf("price").missing(Missing.MOST_FREQUENT).bool("size").fit(HOUSES));
    refused(
        "Column \"sold\" of the training part holds texts, but is a value to learn",
        () -> Encoding.valueOf("sold").missing(Missing.MOST_FREQUENT).fit(HOUSES));
    refused(
        "It was said twice how column \"age\" becomes numbers.",
        () -> Encoding.valueOf("price").minMax("age").standard("age"));
    refused(
        "Column \"price\" is the target; the network does not read it.",
        () -> Encoding.valueOf("price").minMax("price").fit(HOUSES));
    refused("There is no encoding among the notes [a]", () -> Encoding.of(Map.of("a", "b")));
    refused(
        "at line 1 it does not begin with the line \"burin encoding 1\"",
        () -> Encoding.of(Map.of("encoding", "burin encoding\t2\nclass\ta\tb\tc")));
    refused(
        "at line 3 it is not one of version 1",
        () -> Encoding.of(Map.of("encoding", "burin encoding\t1\nclass\ta\tb\tc\nstandard\tx\t1")));
  }

  @Test
  void aFrameSummarizesItself() {
    assertThat(HOUSES.toString().lines())
        .startsWith(
            "5 rows, 9 columns",
            "column  type    missing distinct      minimum         mean      maximum",
            "rooms   number        1        3      2.00000      4.00000      6.00000");
    assertThat(HOUSES.toString()).contains("\nsea     text          1        2");
  }

  private static void refused(String sentence, Runnable call) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessageContaining(sentence);
  }

  private static double[] row(Table table, int row) {
    double[] values = new double[table.columns()];
    table.copyRow(row, values, 0);
    return values;
  }
}
