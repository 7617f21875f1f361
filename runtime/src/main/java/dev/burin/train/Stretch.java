package dev.burin.train;

/**
 * Steps of a training, one after the other, that the same code computed: a training begins in plain
 * Java and changes over to kernels once the JVM has compiled them.
 *
 * @param path what computed: {@code plain}, {@code avx512}, ...
 * @param iterations the number of updates
 * @param samples the samples that were learned from, each as often as it was seen
 * @param seconds the time of these steps, without listeners
 */
public record Stretch(String path, int iterations, long samples, double seconds) {

  /** The samples learned from in one second. */
  public double samplesPerSecond() {
    return samples / seconds;
  }
}
