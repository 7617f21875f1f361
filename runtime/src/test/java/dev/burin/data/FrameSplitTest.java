package dev.burin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameSplitTest {

  /** 10 rows of a, 20 of b and 30 of c, sorted. */
  private static final Frame SORTED =
      new Frame(
          List.of(
              NumberColumn.of("x", IntStream.range(0, 60).asDoubleStream().toArray()),
              TextColumn.of(
                  "kind",
                  IntStream.range(0, 60)
                      .mapToObj(i -> i < 10 ? "a" : i < 30 ? "b" : "c")
                      .toArray(String[]::new))));

  @Test
  void eachPartHasItsShareOfEveryClassAndNoRowIsLost() {
    Frame.Parts parts = SORTED.stratified("kind").split(0.8, 3);
    assertThat(kinds(parts.train())).containsExactly(8, 16, 24);
    assertThat(kinds(parts.test())).containsExactly(2, 4, 6);
    assertThat(rows(parts)).containsExactly(IntStream.range(0, 60).toArray());
    assertThat(SORTED.stratified("kind").split(0.8, 3).test().column("x").text(0))
        .isEqualTo(parts.test().column("x").text(0));
  }

  @Test
  void theRowsAreThoseOfASplitOfTheSamples() {
    Encoding encoding = Encoding.classOf("kind").number("x").fit(SORTED);
    Split split = encoding.dataset(SORTED).stratified().split(0.7, 5);
    Frame.Parts parts = SORTED.stratified("kind").split(0.7, 5);
    for (int i = 0; i < split.train().size(); i++) {
      assertThat(((NumberColumn) parts.train().column("x")).value(i))
          .isEqualTo(split.train().features().value(i, 0));
    }
  }

  @Test
  void foldsAreTestPartsOnce() {
    for (List<Frame.Parts> folds :
        List.of(SORTED.folds(5, 1), SORTED.stratified("kind").folds(5, 1))) {
      assertThat(folds).hasSize(5);
      int[] tested =
          folds.stream()
              .flatMapToInt(fold -> Arrays.stream(numbers(fold.test())))
              .sorted()
              .toArray();
      assertThat(tested).containsExactly(IntStream.range(0, 60).toArray());
      folds.forEach(fold -> assertThat(rows(fold)).hasSize(60));
    }
    SORTED
        .stratified("kind")
        .folds(5, 1)
        .forEach(fold -> assertThat(kinds(fold.test())).containsExactly(2, 4, 6));
  }

  @Test
  void theEncodingOfASplitIsFittedOnItsTrainingPartAlone() {
    Encoded encoded = Encoding.classOf("kind").split(SORTED, 0.8, 3);
    Frame.Parts parts = SORTED.stratified("kind").split(0.8, 3);
    assertThat(encoded.encoding()).hasToString(Encoding.classOf("kind").fit(parts.train()) + "");
    assertThat(encoded.train().size()).isEqualTo(48);
    double sum = 0;
    for (int i = 0; i < 48; i++) {
      sum += encoded.train().features().value(i, 0);
    }
    assertThat(sum).isBetween(-1e-12, 1e-12);
    assertThat(encoded.test().features().value(0, 0))
        .isEqualTo(encoded.encoding().features(parts.test()).value(0, 0));

    Encoded value = Encoding.valueOf("x").split(SORTED, 0.75, 1);
    assertThat(value.test().size()).isEqualTo(15);
    assertThat(value.encoding().tellsClasses()).isFalse();
    assertThat(value.encoding().columns()).containsExactly("kind");
    assertThat(value.encoding().target()).isEqualTo("x");
  }

  @Test
  void cellsInTheOrderOfTheColumnsAreARow() {
    Encoding encoding = Encoding.classOf("kind").fit(SORTED);
    assertThat(encoding.floats(List.of("7"))[0])
        .isEqualTo((float) encoding.features(SORTED).value(7, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> encoding.floats(List.of(1, 2)))
        .withMessage("The row has 2 cells, but the encoding reads 1: \"x\".");
  }

  @Test
  void aRowWithoutItsClassIsRefused() {
    Frame frame = new Frame(List.of(TextColumn.of("kind", "a", null, "b")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> frame.stratified("kind").split(0.5, 1))
        .withMessage("Row 1 of column \"kind\" is missing; leave out rows without a class.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> frame.stratified("sort"))
        .withMessageContaining("There is no column \"sort\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SORTED.folds(1, 1))
        .withMessage(
            "1 folds cannot be made of 60 rows; give 2 folds or more, and no more than" + " that.");
  }

  private static int[] kinds(Frame frame) {
    int[] counts = new int[3];
    for (int i = 0; i < frame.rows(); i++) {
      counts[frame.column("kind").text(i).charAt(0) - 'a']++;
    }
    return counts;
  }

  private static int[] numbers(Frame frame) {
    return IntStream.range(0, frame.rows())
        .map(i -> Integer.parseInt(frame.column("x").text(i)))
        .toArray();
  }

  private static int[] rows(Frame.Parts parts) {
    return IntStream.concat(
            Arrays.stream(numbers(parts.train())), Arrays.stream(numbers(parts.test())))
        .sorted()
        .toArray();
  }
}
