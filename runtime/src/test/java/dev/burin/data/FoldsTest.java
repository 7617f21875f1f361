package dev.burin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldsTest {

  /** Samples whose feature is their number, of classes with these sizes, one after the other. */
  private static Dataset classes(int... sizes) {
    int n = Arrays.stream(sizes).sum();
    float[] x = new float[n];
    int[] labels = new int[n];
    int row = 0;
    for (int c = 0; c < sizes.length; c++) {
      for (int i = 0; i < sizes[c]; i++) {
        x[row] = row;
        labels[row++] = c;
      }
    }
    return new Dataset(new FloatTable(n, 1, x), Labels.of(labels).oneHot(sizes.length));
  }

  private static List<Integer> rows(Dataset part) {
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < part.size(); i++) {
      rows.add((int) part.features().value(i, 0));
    }
    return rows;
  }

  /** Each sample is tested once, and trains in all other folds. */
  private static void isCrossValidation(Dataset data, List<Split> folds) {
    List<Integer> tested = new ArrayList<>();
    for (Split fold : folds) {
      List<Integer> both = new ArrayList<>(rows(fold.train()));
      both.addAll(rows(fold.test()));
      assertThat(both).containsExactlyInAnyOrderElementsOf(rows(data));
      tested.addAll(rows(fold.test()));
    }
    assertThat(tested).containsExactlyInAnyOrderElementsOf(rows(data));
  }

  @ParameterizedTest
  @CsvSource({"10,2", "10,3", "11,4", "7,7", "100,9"})
  void plainFoldsDifferByOneSample(int n, int k) {
    Dataset data = classes(n, 0);
    List<Split> folds = data.folds(k, 3);
    isCrossValidation(data, folds);
    for (Split fold : folds) {
      assertThat(fold.test().size()).isBetween(n / k, (n + k - 1) / k);
    }
    assertThat(rows(folds.getFirst().test()))
        .isEqualTo(rows(data.folds(k, 3).getFirst().test()))
        .isNotEqualTo(rows(classes(n, 0).folds(k, 4).getFirst().test()));
  }

  @ParameterizedTest
  @CsvSource({"50,50,50,5", "12,30,7,4", "5,5,6,5", "1,2,40,3", "9,0,11,10"})
  void stratifiedFoldsDifferByOneSampleOfEachClassAndByOneOfAll(int a, int b, int c, int k) {
    Dataset data = classes(a, b, c);
    List<Split> folds = data.stratified().folds(k, 2);
    isCrossValidation(data, folds);
    int[] sizes = {a, b, c};
    for (Split fold : folds) {
      assertThat(fold.test().size()).isBetween(data.size() / k, (data.size() + k - 1) / k);
      int[] counts = Classes.counts(fold.test().targets());
      for (int i = 0; i < sizes.length; i++) {
        assertThat(counts[i]).isBetween(sizes[i] / k, (sizes[i] + k - 1) / k);
      }
    }
  }

  @Test
  void namesClassesWithFewerSamplesThanFolds() {
    List<String> logged = LogOf.warnings(() -> classes(3, 20).stratified().folds(5, 1));
    assertThat(logged)
        .contains("Class 0 has 3 samples, fewer than 5 folds: some test parts have none of it.")
        .noneMatch(line -> line.startsWith("Class 1"));
  }

  @Test
  void groupsStayTogetherAndFoldsAreFilledEvenly() {
    int[] groups = {7, 7, 7, 1, 1, 2, 2, 3, 3, 9, 9, 9};
    Dataset data = classes(12, 0);
    List<Split> folds = data.grouped(groups).folds(3, 5);
    isCrossValidation(data, folds);
    for (Split fold : folds) {
      Set<Integer> tested = new HashSet<>();
      rows(fold.test()).forEach(row -> tested.add(groups[row]));
      assertThat(rows(fold.train())).noneMatch(row -> tested.contains(groups[row]));
      assertThat(fold.test().size()).isBetween(3, 5);
    }
  }

  @ParameterizedTest
  @CsvSource({"50,50,50,0.8", "12,30,7,0.75", "10,100,1000,0.3", "1,2,3,0.5"})
  void aStratifiedSplitGivesEachClassItsShare(int a, int b, int c, double fraction) {
    Dataset data = classes(a, b, c);
    Split split = data.stratified().split(fraction, 6);
    assertThat(split.train().size()).isEqualTo((int) Math.round(fraction * data.size()));
    int[] sizes = {a, b, c};
    int[] counts = Classes.counts(split.train().targets());
    for (int i = 0; i < sizes.length; i++) {
      assertThat((double) counts[i]).isBetween(fraction * sizes[i] - 1, fraction * sizes[i] + 1);
    }
    assertThat(rows(split.train())).doesNotContainAnyElementsOf(rows(split.test()));
    assertThat(rows(split.train())).isNotEqualTo(rows(split.train()).stream().sorted().toList());
  }

  @Test
  void refusesWhatCannotBeDealtOut() {
    assertThatThrownBy(() -> classes(3, 3).folds(1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("1 folds cannot be made of 6 samples");
    assertThatThrownBy(() -> classes(3, 3).stratified().folds(7, 1))
        .hasMessageStartingWith("7 folds cannot be made of 6 samples");
    assertThatThrownBy(() -> classes(3, 3).grouped(1, 1, 1, 2, 2, 2).folds(3, 1))
        .hasMessageStartingWith("3 folds cannot be made of 2 groups");
    assertThatThrownBy(() -> classes(3, 3).grouped(1, 2))
        .hasMessage("There are 2 groups for 6 samples; give the group of each sample.");
    Dataset numbers =
        new Dataset(new FloatTable(2, 1, new float[2]), new FloatTable(2, 1, new float[] {1, 2}));
    assertThatThrownBy(() -> numbers.stratified().folds(2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Row 1 of the targets names no class");
  }
}
