package dev.burin.tensorboard;

import dev.burin.network.Engraved;
import dev.burin.network.NeuralNetwork;
import dev.burin.shape.Dense;
import dev.burin.shape.LayerLayout;
import dev.burin.train.TrainingListener;
import dev.burin.train.TrainingPlan;
import dev.burin.train.TrainingState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes a training as it goes on for TensorBoard: after each epoch its cost, the cost and the
 * metrics of the validation samples where there are some, and how the weights and the biases of
 * each layer are spread. Steps are epochs, counted from 0.
 *
 * <pre>{@code
 * Trainer trainer = builder.listeners(TensorBoard.in(Path.of("runs/iris"), network)).build();
 * }</pre>
 *
 * <p>Each training, and each one that goes on from a checkpoint, is a file of its own in the folder
 * of its run; TensorBoard joins them. A file that cannot be written ends the training with an
 * {@link UncheckedIOException}.
 */
public final class TensorBoard implements TrainingListener {

  private final Path folder;
  private final NeuralNetwork network;
  private @Nullable EventFile events;

  private TensorBoard(Path folder, NeuralNetwork network) {
    this.folder = folder;
    this.network = network;
  }

  /**
   * A listener that writes into the folder of a run.
   *
   * @param folder is made where it is absent
   * @param engraved the network that is trained
   */
  public static TensorBoard in(Path folder, Engraved<?> engraved) {
    Objects.requireNonNull(folder, "The folder is null; give one, such as Path.of(\"runs/a\").");
    Objects.requireNonNull(engraved, "The network is null; give the one that is trained.");
    return new TensorBoard(folder, engraved.network());
  }

  @Override
  public void started(TrainingPlan plan) {
    try {
      events = EventFile.create(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void measured(TrainingState state) {
    EventFile file = Objects.requireNonNull(events, "The training has not begun.");
    int epoch = state.epoch() - 1;
    try {
      file.scalar("cost", epoch, state.epochCost());
      if (!Double.isNaN(state.validationCost())) {
        file.scalar("validation/cost", epoch, state.validationCost());
      }
      for (var metric : state.metrics().entrySet()) {
        file.scalar("validation/" + metric.getKey(), epoch, metric.getValue());
      }
      parameters(file, epoch);
      file.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void parameters(EventFile file, int epoch) throws IOException {
    for (LayerLayout layer : network.layout().layers()) {
      Dense dense = layer.dense();
      double[] weights = new double[dense.weights()];
      Arrays.setAll(weights, i -> network.parameter(dense.weight(i)));
      spread(file, "layer " + layer.number() + "/weights", epoch, weights);
      double[] biases = new double[dense.biases()];
      Arrays.setAll(biases, j -> network.parameter(layer.bias(j)));
      spread(file, "layer " + layer.number() + "/biases", epoch, biases);
    }
  }

  /** Parameters that are no numbers any more have no place in buckets; the training tells of it. */
  private static void spread(EventFile file, String tag, int epoch, double[] values)
      throws IOException {
    if (Histogram.fits(values)) {
      file.histogram(tag, epoch, values);
    }
  }

  @Override
  public void ended() {
    if (events != null) {
      try {
        events.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public String toString() {
    return "TensorBoard[" + folder + "]";
  }
}
