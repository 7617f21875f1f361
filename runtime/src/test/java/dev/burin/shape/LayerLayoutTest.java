package dev.burin.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Precision;
import java.util.BitSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where weights lie: each at a place of its own, in panels that follow one another. */
final class LayerLayoutTest {

  private static final int IN = 3;
  private static final int START = 12;

  @ParameterizedTest
  @EnumSource(Precision.class)
  void everyWeightHasAPlaceOfItsOwn(Precision precision) {
    for (int out = 1; out <= 150; out++) {
      LayerLayout layout = layout(out, precision);
      BitSet places = new BitSet();
      for (int j = 0; j < out; j++) {
        for (int k = 0; k < IN; k++) {
          places.set(layout.weight(j, k));
        }
      }
      assertThat(places.cardinality()).as("%d outputs", out).isEqualTo(out * IN);
      assertThat(places.nextSetBit(0)).isEqualTo(START);
      assertThat(places.length()).isLessThanOrEqualTo(layout.bias());
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void panelsFollowOneAnotherAndOnlyTheLastDiffers(Precision precision) {
    for (int out = 1; out <= 150; out++) {
      LayerLayout layout = layout(out, precision);
      int columns = 0;
      for (int p = 0; p < layout.panels(); p++) {
        assertThat(layout.panelStart(p)).isEqualTo(START + columns * IN);
        if (p + 1 < layout.panels()) {
          assertThat(layout.panelWidth(p)).isEqualTo(layout.panel());
        }
        columns += layout.panelWidth(p);
      }
      assertThat(columns).as("%d outputs", out).isEqualTo(layout.stride());
      int last = layout.panelWidth(layout.panels() - 1);
      assertThat(last).isLessThan(2 * layout.panel());
      assertThat(layout.equalPanels())
          .isEqualTo(last == layout.panel() ? layout.panels() : layout.panels() - 1);
      if (layout.panels() > 1) {
        assertThat(last).isGreaterThanOrEqualTo(layout.panel());
      }
    }
  }

  private static LayerLayout layout(int out, Precision precision) {
    LayerShape shape = LayerShape.of(IN, out, Activation.RELU);
    return LayerLayout.of(shape, 1, false, precision, START);
  }
}
