package dev.burin.network;

import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;

/** Lends stagings: single samples get one row; what batches left is given up when memory is. */
final class FloatStagings {

  private final int inputs;
  private final WorkspacePool<FloatStaging> single = new WorkspacePool<>();
  private volatile SoftReference<WorkspacePool<FloatStaging>> longer = new SoftReference<>(null);

  FloatStagings(int inputs) {
    this.inputs = inputs;
  }

  /** Room for one sample, or for as many of n as pass together. */
  FloatStaging acquire(int n) {
    boolean one = n <= 1 || FloatStaging.rows(inputs) == 1;
    FloatStaging staging = (one ? single : longer()).acquire();
    if (staging != null) {
      return staging;
    }
    return one ? FloatStaging.one(inputs) : FloatStaging.some(inputs);
  }

  void release(FloatStaging staging) {
    (staging.rows(InputType.UNSIGNED_BYTE) == 1 ? single : longer()).release(staging);
  }

  private WorkspacePool<FloatStaging> longer() {
    @Nullable WorkspacePool<FloatStaging> pool = longer.get();
    if (pool == null) {
      pool = new WorkspacePool<>();
      longer = new SoftReference<>(pool);
    }
    return pool;
  }
}
