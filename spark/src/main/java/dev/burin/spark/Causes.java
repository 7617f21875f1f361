package dev.burin.spark;

import java.util.function.Supplier;
import org.apache.spark.SparkException;

/** Finds the sentence that was meant for the user among the failures of a job. */
final class Causes {

  private Causes() {}

  /**
   * Does some work of which jobs are part.
   *
   * @throws IllegalArgumentException where a task failed with one, with its message
   */
  static <T> T tell(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      throw sentence(e, e);
    } catch (Exception e) {
      // Scala declares no checked exceptions: what a job throws is one nevertheless.
      throw sentence(e, new IllegalStateException(e));
    }
  }

  private static RuntimeException sentence(Exception failure, RuntimeException otherwise) {
    boolean ofJob = false;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      ofJob |= cause instanceof SparkException;
      if (ofJob && cause instanceof IllegalArgumentException) {
        return new IllegalArgumentException(cause.getMessage(), failure);
      }
    }
    return otherwise;
  }
}
