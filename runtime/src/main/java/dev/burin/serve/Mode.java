package dev.burin.serve;

/** How a predictor computes the samples of callers that come one by one; bits are the same. */
public enum Mode {
  /** Each caller computes its own sample on its own thread: no queue, nothing to be refused. */
  DIRECT,

  /**
   * Callers that are there at the same time share a batch, which one of them computes. Meant for
   * virtual threads: on platform threads, batches form only where callers outnumber the cores.
   */
  BATCHING,

  /**
   * The better one of both, by times that {@link FloatPredictor#warmUp} takes; {@link #DIRECT}
   * before that.
   */
  AUTO
}
