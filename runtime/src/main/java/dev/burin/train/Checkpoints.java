package dev.burin.train;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a training is saved while it runs, and how often: a folder of its own, in which a training
 * that was killed is found again and goes on as if nothing had happened, to the last bit.
 *
 * <pre>{@code
 * Trainer.builder()
 *     ...
 *     .checkpoints(Checkpoints.in(Path.of("run-1")).everyUpdates(1000).keepLast(3).keepBest())
 *     .build()
 *     .train(network, data); // run it again after a crash: it goes on
 * }</pre>
 *
 * <p>A checkpoint is a file {@code update-<number>.safetensors}, written whole or not at all and
 * closed by a checksum. It holds the parameters, what the optimizer remembers, the best parameters,
 * the history, what early stopping, a reduced learning rate and {@link Callback#save() callbacks}
 * remember, and how far the training is. Older ones are removed only once a newer one is on the
 * disk; one that was damaged since is passed over, with a warning in the log {@code dev.burin}, and
 * the one before it is taken.
 *
 * <p>One training at a time writes into a folder, which holds a lock meanwhile.
 *
 * @param folder where the files lie; it is made if it is not there
 * @param epochs one is written after each of so many epochs, 0 where updates are counted instead
 * @param updates one is written after each of so many updates, 0 where epochs are counted instead
 * @param last how many are kept, 1 or more
 * @param best whether {@code best.safetensors} beside them always holds the weights after the best
 *     epoch, as {@link dev.burin.io.WeightsFile} reads them
 */
public record Checkpoints(Path folder, int epochs, int updates, int last, boolean best) {

  /** The name of the file that holds the best weights. */
  public static final String BEST = "best.safetensors";

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public Checkpoints {
    Objects.requireNonNull(folder, "The folder is null; give one in which checkpoints may lie.");
    if (epochs < 0 || updates < 0 || (epochs == 0) == (updates == 0)) {
      throw new IllegalArgumentException(
          "Checkpoints after every "
              + epochs
              + " epochs and "
              + updates
              + " updates; give 1 or more of one of them, and 0 of the other.");
    }
    if (last < 1) {
      throw new IllegalArgumentException(
          "The number of checkpoints to keep is " + last + "; give 1 or more, such as 2.");
    }
  }

  /** After every epoch, of which the last two are kept. */
  public static Checkpoints in(Path folder) {
    return new Checkpoints(folder, 1, 0, 2, false);
  }

  /** The same after each of so many epochs, 1 or more. In full batches an epoch is one update. */
  public Checkpoints everyEpochs(int value) {
    return new Checkpoints(folder, value, 0, last, best);
  }

  /** The same after each of so many updates, 1 or more, whatever their epoch. */
  public Checkpoints everyUpdates(int value) {
    return new Checkpoints(folder, 0, value, last, best);
  }

  /** The same with another number of files that are kept, 1 or more. */
  public Checkpoints keepLast(int value) {
    return new Checkpoints(folder, epochs, updates, value, best);
  }

  /** The same with the weights after the best epoch in a file {@value #BEST} beside them. */
  public Checkpoints keepBest() {
    return new Checkpoints(folder, epochs, updates, last, true);
  }

  /** Whether one is due. */
  boolean due(TrainingState state, boolean endOfEpoch) {
    return epochs > 0
        ? endOfEpoch && state.epoch() % epochs == 0
        : state.iteration() % updates == 0;
  }

  @Override
  public String toString() {
    return "Checkpoints["
        + folder
        + ", every "
        + (epochs > 0 ? epochs + " epochs" : updates + " updates")
        + ", last "
        + last
        + (best ? ", best" : "")
        + "]";
  }
}
