package dev.burin.kernel;

import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;

/**
 * Lends the workspaces of one network: single samples get one row, batches as many as they need, up
 * to those of a pass. What batches left behind is given up when the heap gets full.
 */
final class DoubleWorkspaces {

  private final ParameterLayout layout;
  private final int passRows;
  private final WorkspacePool<DoubleWorkspace> single = new WorkspacePool<>();
  private volatile SoftReference<WorkspacePool<DoubleWorkspace>> longer = new SoftReference<>(null);

  DoubleWorkspaces(ParameterLayout layout) {
    this.layout = layout;
    this.passRows = Chunks.passRows(layout);
  }

  /** Room for one sample. */
  DoubleWorkspace one() {
    DoubleWorkspace ws = single.acquire();
    return ws != null ? ws : DoubleWorkspace.forInference(layout, 1);
  }

  /** Room for some samples, or for as many of them as pass through all layers together. */
  DoubleWorkspace some(int samples) {
    int rows = Math.min(samples, passRows);
    if (rows <= 1) {
      return one();
    }
    DoubleWorkspace ws = longer().acquire();
    return ws != null && ws.rows() >= rows
        ? ws
        : DoubleWorkspace.forInference(layout, Chunks.roomFor(rows, passRows));
  }

  void release(DoubleWorkspace ws) {
    (ws.rows() == 1 ? single : longer()).release(ws);
  }

  private WorkspacePool<DoubleWorkspace> longer() {
    @Nullable WorkspacePool<DoubleWorkspace> pool = longer.get();
    if (pool == null) {
      pool = new WorkspacePool<>();
      longer = new SoftReference<>(pool);
    }
    return pool;
  }
}
