package dev.burin.train;

import dev.burin.io.WeightsFile;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import dev.burin.safetensors.CheckedTensors;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Saves one training into its folder, and holds what was found there when it began. */
final class Keeper implements AutoCloseable {

  private static final int NOTHING = -1;

  private final NeuralNetwork network;
  private final Checkpoints settings;
  private final CheckpointFolder folder;
  private final TrainingIdentity identity;
  private final @Nullable StateReader found;
  private int written;
  private int bestWritten = NOTHING;

  private Keeper(
      NeuralNetwork network,
      Checkpoints settings,
      CheckpointFolder folder,
      TrainingIdentity identity,
      @Nullable StateReader found) {
    this.network = network;
    this.settings = settings;
    this.folder = folder;
    this.identity = identity;
    this.found = found;
    this.written = found == null ? NOTHING : found.whole("state.iteration");
  }

  /**
   * Opens the folder and looks for a checkpoint.
   *
   * @throws IllegalStateException if another training has the folder, or the checkpoint is of
   *     another one
   * @throws UncheckedIOException if the folder or a checkpoint cannot be read, or all checkpoints
   *     are damaged
   */
  static Keeper open(
      NeuralNetwork network,
      Checkpoints settings,
      TrainingIdentity identity,
      TrainingPlan plan,
      Order order) {
    try {
      CheckpointFolder folder = CheckpointFolder.open(settings.folder());
      try {
        CheckedTensors newest = folder.newest();
        StateReader found = newest == null ? null : new StateReader(newest);
        if (found != null) {
          identity.check(found);
          Steps.check(found, plan, order);
        }
        return new Keeper(network, settings, folder, identity, found);
      } catch (Throwable e) {
        folder.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the training was when it was saved last, or null if it begins. */
  @Nullable StateReader found() {
    return found;
  }

  /** Gives the network, which may have no weights yet, those that were found. */
  void setWeights() {
    if (found == null) {
      return;
    }
    switch (network) {
      case FloatNetwork n -> {
        float[] p = new float[n.layout().length()];
        FloatState.restore(found, "", n.layout(), p);
        n.parameters(p);
      }
      case DoubleNetwork n -> {
        double[] p = new double[n.layout().length()];
        DoubleState.restore(found, "", n.layout(), p);
        n.parameters(p);
      }
    }
  }

  boolean due(TrainingState state, boolean endOfEpoch) {
    return settings.due(state, endOfEpoch);
  }

  /**
   * Saves a training as it is, unless it has been saved so or its next cost will not be a number.
   *
   * @throws UncheckedIOException if a file cannot be written; what was there is left as it was
   */
  void write(Training training) {
    TrainingState state = training.state();
    if (written == state.iteration() || !Double.isFinite(WeightsCheck.greatest(network))) {
      return;
    }
    StateWriter out = new StateWriter();
    identity.save(out);
    training.save(out);
    try {
      // First, so that no checkpoint is ever newer than the best weights beside it.
      writeBest(training, state.bestEpoch());
      folder.write(state.iteration(), settings.last(), out::write);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    written = state.iteration();
  }

  private void writeBest(Training training, int epoch) throws IOException {
    if (settings.best() && epoch >= 0 && epoch != bestWritten) {
      WeightsFile.save(folder.resolve(Checkpoints.BEST), training.parameters().best());
      bestWritten = epoch;
    }
  }

  @Override
  public void close() {
    try {
      folder.close();
    } catch (IOException e) {
      // The lock ends with the process at the latest.
    }
  }
}
