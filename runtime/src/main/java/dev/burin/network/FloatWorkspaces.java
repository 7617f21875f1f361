package dev.burin.network;

import dev.burin.kernel.Chunks;
import dev.burin.kernel.FloatWorkspace;
import dev.burin.shape.ParameterLayout;
import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;

/**
 * Lends the workspaces of one network: single samples get one row, batches as many as they need, up
 * to those of a pass. What batches left behind is given up when the heap gets full.
 */
final class FloatWorkspaces {

  private final ParameterLayout layout;
  private final int passRows;
  private final WorkspacePool<FloatWorkspace> single = new WorkspacePool<>();
  private volatile SoftReference<WorkspacePool<FloatWorkspace>> longer = new SoftReference<>(null);

  FloatWorkspaces(ParameterLayout layout) {
    this.layout = layout;
    this.passRows = Chunks.passRows(layout);
  }

  /** Room for one sample. */
  FloatWorkspace one() {
    FloatWorkspace ws = single.acquire();
    return ws != null ? ws : FloatWorkspace.forInference(layout, 1);
  }

  /** Room for some samples, or for as many of them as pass through all layers together. */
  FloatWorkspace some(int samples) {
    int rows = Math.min(samples, passRows);
    if (rows <= 1) {
      return one();
    }
    FloatWorkspace ws = longer().acquire();
    return ws != null && ws.rows() >= rows
        ? ws
        : FloatWorkspace.forInference(layout, Chunks.roomFor(rows, layout));
  }

  void release(FloatWorkspace ws) {
    (ws.rows() == 1 ? single : longer()).release(ws);
  }

  private WorkspacePool<FloatWorkspace> longer() {
    @Nullable WorkspacePool<FloatWorkspace> pool = longer.get();
    if (pool == null) {
      pool = new WorkspacePool<>();
      longer = new SoftReference<>(pool);
    }
    return pool;
  }
}
