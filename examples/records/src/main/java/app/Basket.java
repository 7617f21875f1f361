package app;

import dev.burin.data.Dataset;
import dev.burin.data.FloatTable;
import dev.burin.data.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Fruits of known kinds, and how a training reads them: the components in their order. */
record Basket(List<Fruit> fruits, List<Kind> kinds) {

  static Basket of(int n, long seed) {
    Random random = new Random(seed);
    Basket basket = new Basket(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < n; i++) {
      Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
      float size = 1 + 0.15f * (float) random.nextGaussian();
      float wide = 1 + 0.05f * (float) random.nextGaussian();
      basket.kinds.add(kind);
      basket.fruits.add(
          switch (kind) {
            case APPLE -> new Fruit(1.6f * size, 0.75f * wide, 0.7f * size, false);
            case PEAR -> new Fruit(1.7f * size, 0.7f * wide, 1.0f * size, false);
            case PLUM -> new Fruit(0.5f * size, 0.4f * wide, 0.5f * size, true);
          });
    }
    return basket;
  }

  Dataset dataset() {
    float[] x = new float[fruits.size() * 4]; // [n][4], row-major
    for (int i = 0; i < fruits.size(); i++) {
      Fruit fruit = fruits.get(i);
      x[4 * i] = fruit.weight();
      x[4 * i + 1] = fruit.width();
      x[4 * i + 2] = fruit.height();
      x[4 * i + 3] = fruit.stone() ? 1 : 0;
    }
    Labels labels = Labels.of(kinds.stream().mapToInt(Kind::ordinal).toArray());
    return new Dataset(
        new FloatTable(fruits.size(), 4, x), labels.oneHot(Kind.values().length));
  }
}
