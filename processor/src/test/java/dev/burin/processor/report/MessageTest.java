package dev.burin.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MessageTest {

  @Test
  void idIsTheNameInCamelCase() {
    assertThat(Message.LAYER_TOO_SMALL.id()).isEqualTo("BurinLayerTooSmall");
    assertThat(Message.ELEMENT_TYPE.id()).isEqualTo("BurinElementType");
  }

  @Test
  void idsDiffer() {
    assertThat(Arrays.stream(Message.values()).map(Message::id)).doesNotHaveDuplicates();
  }

  @Test
  void sentenceIsIdTextAndRemedy() {
    assertThat(Message.LAYER_TOO_SMALL.sentence(1, -196))
        .isEqualTo(
            "[BurinLayerTooSmall] layers[1] is -196, but a layer needs at least 1 neuron. Write its"
                + " width, as in layers = {784, 196, 1}.");
  }

  @Test
  void argumentsAreNotFormatsThemselves() {
    assertThat(Message.OPTION_VALUE.sentence("100%n%s")).contains("is \"100%n%s\".");
  }
}
