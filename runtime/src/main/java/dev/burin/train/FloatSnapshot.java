package dev.burin.train;

import dev.burin.network.FloatNetwork;

/** The {@link Snapshot} of float networks. */
final class FloatSnapshot implements Snapshot {

  private static final String BEST = "best/";

  private final FloatNetwork network;
  private final float[] live;
  private final float[] kept;

  FloatSnapshot(FloatNetwork network) {
    this.network = network;
    this.live = network.parameters();
    this.kept = live.clone();
  }

  @Override
  public void take() {
    System.arraycopy(live, 0, kept, 0, kept.length);
  }

  @Override
  public FloatNetwork network() {
    return network.with(kept);
  }

  @Override
  public void save(StateWriter out) {
    FloatState.save(out, BEST, network.layout(), kept);
  }

  @Override
  public void restore(StateReader in) {
    FloatState.restore(in, BEST, network.layout(), kept);
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
