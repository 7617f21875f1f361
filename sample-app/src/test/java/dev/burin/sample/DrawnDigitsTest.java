package dev.burin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.data.Dataset;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrawnDigitsTest {

  private static double ink(byte[] pixels) {
    double sum = 0;
    for (byte pixel : pixels) {
      sum += (pixel & 255) / 255.0;
    }
    return sum;
  }

  @Test
  void oneSeedDrawsTheSamePixelsTwice() {
    DrawnDigits one = new DrawnDigits(7);
    DrawnDigits two = new DrawnDigits(7);
    for (int i = 0; i < 10; i++) {
      assertThat(one.five()).containsExactly(two.five());
      assertThat(one.eight()).containsExactly(two.eight());
    }
  }

  @Test
  void noTwoDigitsAreAlike() {
    DrawnDigits pen = new DrawnDigits(7);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      seen.add(java.util.Arrays.toString(pen.five()));
      seen.add(java.util.Arrays.toString(pen.eight()));
    }
    seen.add(java.util.Arrays.toString(new DrawnDigits(8).five()));
    assertThat(seen).hasSize(201);
  }

  @Test
  void everyDigitIsAStrokeOnEmptyPaper() {
    DrawnDigits pen = new DrawnDigits(3);
    for (int i = 0; i < 300; i++) {
      byte[] digit = i % 2 == 0 ? pen.five() : pen.eight();
      assertThat(digit).hasSize(784);
      assertThat(ink(digit)).isBetween(30.0, 300.0);
    }
  }

  @Test
  void halfOfTheDigitsAreEights() {
    Digits digits = Digits.drawn(1);
    assertThat(digits.train().size()).isEqualTo(2000);
    assertThat(digits.test().size()).isEqualTo(500);
    for (Dataset data : new Dataset[] {digits.train(), digits.test()}) {
      double eights = 0;
      for (int i = 0; i < data.size(); i++) {
        eights += data.targets().value(i, 0);
        assertThat(Digits.truth(data, i)).isEqualTo(i % 2 == 0 ? 5 : 8);
      }
      assertThat(eights).isEqualTo(data.size() / 2.0);
    }
  }

  @Test
  void pixelsGoFromZeroToOne() {
    Digits digits = Digits.drawn(1);
    float least = 1;
    float greatest = 0;
    for (int i = 0; i < 100; i++) {
      for (float pixel : Digits.picture(digits.train(), i)) {
        least = Math.min(least, pixel);
        greatest = Math.max(greatest, pixel);
      }
    }
    assertThat(least).isEqualTo(0);
    assertThat(greatest).isEqualTo(1);
  }

  @Test
  void heldOutDigitsAreOthers() {
    Digits digits = Digits.drawn(1);
    assertThat(Digits.picture(digits.test(), 0)).isNotEqualTo(Digits.picture(digits.train(), 0));
    assertThat(Digits.picture(Digits.drawn(2).train(), 0))
        .isNotEqualTo(Digits.picture(digits.train(), 0));
  }
}
