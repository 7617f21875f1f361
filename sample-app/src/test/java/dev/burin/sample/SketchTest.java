package dev.burin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SketchTest {

  /** A frame of ink, 8 wide and 5 high, with one corner of it grey. */
  private static float[] frame() {
    float[] pixels = new float[784];
    for (int x = 10; x < 18; x++) {
      pixels[10 * 28 + x] = 1;
      pixels[14 * 28 + x] = 1;
    }
    for (int y = 10; y < 15; y++) {
      pixels[y * 28 + 10] = 1;
      pixels[y * 28 + 17] = 1;
    }
    pixels[14 * 28 + 17] = 0.4f;
    return pixels;
  }

  @Test
  void halfBlocksShowTwoPixelsEach() {
    List<String> lines =
        new Sketch(StandardCharsets.UTF_8).row(List.of(frame()), List.of("a frame"));
    assertThat(String.join("\n", lines))
        .isEqualTo(
            """
                    \u2588\u2580\u2580\u2580\u2580\u2580\u2580\u2588
                    \u2588      \u2588
                    \u2580\u2580\u2580\u2580\u2580\u2580\u2580

            a frame\
            """);
  }

  @Test
  void lettersShowTheMeanOfTwoPixels() {
    List<String> lines = new Sketch(StandardCharsets.US_ASCII).row(List.of(frame()), List.of("a"));
    assertThat(String.join("\n", lines))
        .isEqualTo(
            """
                    @++++++@
                    @      @
                    +++++++:

            a\
            """);
  }

  @Test
  void picturesStandSideBySideOverTheirCaptions() {
    Sketch sketch = new Sketch(StandardCharsets.US_ASCII);
    List<String> lines =
        sketch.row(List.of(frame(), frame(), frame()), List.of("one", "two", "three"));
    assertThat(lines.getFirst().length()).isLessThanOrEqualTo(80);
    assertThat(lines.get(1).strip().split(" {19}"))
        .containsExactly("@      @", "@      @", "@      @");
    assertThat(lines.getLast())
        .isEqualTo("one" + " ".repeat(24) + "two" + " ".repeat(24) + "three");
  }

  @Test
  void anEmptyPictureLeavesItsCaption() {
    Sketch sketch = new Sketch(StandardCharsets.UTF_8);
    assertThat(sketch.row(List.of(new float[784]), List.of("nothing")))
        .containsExactly("", "nothing");
  }
}
