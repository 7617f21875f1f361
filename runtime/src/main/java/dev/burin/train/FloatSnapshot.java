package dev.burin.train;

import dev.burin.kernel.FloatNetwork;

/** The {@link Snapshot} of float networks. */
final class FloatSnapshot implements Snapshot {

  private final float[] live;
  private final float[] kept;

  FloatSnapshot(FloatNetwork network) {
    this.live = network.parameters();
    this.kept = live.clone();
  }

  @Override
  public void take() {
    System.arraycopy(live, 0, kept, 0, kept.length);
  }

  @Override
  public void swap() {
    for (int i = 0; i < kept.length; i++) {
      float before = live[i];
      live[i] = kept[i];
      kept[i] = before;
    }
  }
}
