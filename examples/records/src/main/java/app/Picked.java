package app;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A fruit of a known kind. */
record Picked(Fruit fruit, Kind kind) {

  static List<Picked> some(int n, long seed) {
    Random random = new Random(seed);
    List<Picked> picked = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
      float size = 1 + 0.15f * (float) random.nextGaussian();
      float wide = 1 + 0.05f * (float) random.nextGaussian();
      Fruit fruit =
          switch (kind) {
            case APPLE -> new Fruit(1.6f * size, 0.75f * wide, 0.7f * size, false);
            case PEAR -> new Fruit(1.7f * size, 0.7f * wide, 1.0f * size, false);
            case PLUM -> new Fruit(0.5f * size, 0.4f * wide, 0.5f * size, true);
          };
      picked.add(new Picked(fruit, kind));
    }
    return picked;
  }
}
