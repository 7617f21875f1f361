package dev.burin.tensorboard;

import dev.burin.network.Engraved;
import dev.burin.network.NeuralNetwork;
import dev.burin.shape.Dense;
import dev.burin.shape.LayerLayout;
import dev.burin.train.TrainingHistory;
import dev.burin.train.TrainingListener;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32C;

/**
 * A file of events that TensorBoard shows.
 *
 * <pre>{@code
 * try (EventFile events = EventFile.create(Path.of("runs/iris"))) {
 *   Trainer trainer = builder.listeners(events.listener(network)).build();
 *   events.measured(trainer.train(network, data));
 * }
 * }</pre>
 *
 * <p>Records are those of TensorFlow: the length of an {@code Event} message as 64 bits,
 * little-endian, a masked CRC32C of these, the message, and a masked CRC32C of it. One thread at a
 * time writes.
 */
public final class EventFile implements Closeable {

  private static final int MASK = 0xA282EAD8;
  private static final int BUCKETS = 30;

  private final OutputStream out;
  private final Clock clock;

  private EventFile(OutputStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /**
   * Makes a new file in a folder, which is made where it is absent; TensorBoard takes each folder
   * for one run.
   *
   * @throws IOException if the file cannot be made
   */
  public static EventFile create(Path folder) throws IOException {
    return create(folder, Clock.systemUTC());
  }

  static EventFile create(Path folder, Clock clock) throws IOException {
    Objects.requireNonNull(folder, "The folder is null; give one, such as Path.of(\"runs/a\").");
    Files.createDirectories(folder);
    long millis = clock.millis();
    Path file = folder.resolve("events.out.tfevents." + millis / 1000 + ".burin." + millis % 1000);
    EventFile events =
        new EventFile(
            new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)),
            clock);
    events.event(0, new Message().text(3, "brain.Event:2"), false);
    return events;
  }

  /**
   * Writes a number of a step.
   *
   * @param tag its name; what is before a / groups it
   * @param step 0 or more
   * @param value which is rounded to float
   */
  public void scalar(String tag, long step, double value) throws IOException {
    summary(step, value(tag, step).single(2, (float) value));
  }

  /**
   * Writes how numbers are spread, in buckets of equal width.
   *
   * @param values 1 or more finite numbers
   * @throws IllegalArgumentException if there is none, or one is not finite
   */
  public void histogram(String tag, long step, double... values) throws IOException {
    Objects.requireNonNull(values, "The array of values is null; give one.");
    double least = Arrays.stream(values).min().orElse(Double.NaN);
    double greatest = Arrays.stream(values).max().orElse(Double.NaN);
    if (!Double.isFinite(least) || !Double.isFinite(greatest)) {
      throw new IllegalArgumentException(
          "A histogram is made of 1 or more finite numbers, and these are not: \"" + tag + "\".");
    }
    int buckets = least == greatest ? 1 : BUCKETS;
    double[] limits = new double[buckets];
    double[] counts = new double[buckets];
    for (int b = 0; b < buckets; b++) {
      double share = (b + 1) / (double) buckets;
      limits[b] = b + 1 == buckets ? greatest : least * (1 - share) + greatest * share;
    }
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      int b = 0;
      while (b + 1 < buckets && value > limits[b]) {
        b++;
      }
      counts[b]++;
      sum += value;
      squares += value * value;
    }
    Message histogram =
        new Message()
            .real(1, least)
            .real(2, greatest)
            .real(3, values.length)
            .real(4, sum)
            .real(5, squares)
            .reals(6, limits)
            .reals(7, counts);
    summary(step, value(tag, step).message(5, histogram));
  }

  /** Writes the weights and the biases of each layer as histograms. */
  public void parameters(Engraved<?> engraved, long step) throws IOException {
    NeuralNetwork network =
        Objects.requireNonNull(engraved, "The network is null; give one.").network();
    for (LayerLayout layer : network.layout().layers()) {
      Dense dense = layer.dense();
      double[] weights = new double[dense.weights()];
      Arrays.setAll(weights, i -> network.parameter(dense.weight(i)));
      histogram("layer " + layer.number() + "/weights", step, weights);
      double[] biases = new double[dense.biases()];
      Arrays.setAll(biases, j -> network.parameter(layer.bias(j)));
      histogram("layer " + layer.number() + "/biases", step, biases);
    }
  }

  /**
   * A listener that writes after each epoch, numbered from 0: the cost, and how the parameters of
   * the network that is trained are spread. It throws an {@link UncheckedIOException} where the
   * file cannot be written, which ends the training.
   */
  public TrainingListener listener(Engraved<?> engraved) {
    Objects.requireNonNull(engraved, "The network is null; give one.");
    return new TrainingListener() {
      private int epoch;

      @Override
      public void recorded(int iteration, double cost) {
        try {
          scalar("cost", epoch, cost);
          parameters(engraved, epoch);
          out.flush();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        epoch++;
      }
    };
  }

  /** Writes what was measured on validation samples after each epoch: their cost, each metric. */
  public void measured(TrainingHistory history) throws IOException {
    Objects.requireNonNull(history, "The history is null; give one.");
    scalars("validation/cost", history.validationCosts());
    for (String name : history.metricNames()) {
      scalars("validation/" + name, history.metric(name));
    }
  }

  private void scalars(String tag, double[] values) throws IOException {
    for (int e = 0; e < values.length; e++) {
      scalar(tag, e, values[e]);
    }
  }

  private static Message value(String tag, long step) {
    Objects.requireNonNull(tag, "The tag is null; give one, such as \"cost\".");
    if (step < 0) {
      throw new IllegalArgumentException("The step is " + step + ", not 0 or more.");
    }
    return new Message().text(1, tag);
  }

  private void summary(long step, Message value) throws IOException {
    event(step, new Message().message(5, new Message().message(1, value)), true);
  }

  private void event(long step, Message what, boolean counted) throws IOException {
    Message event = new Message().real(1, clock.millis() / 1000.0);
    if (counted) {
      event.whole(2, step);
    }
    byte[] head = event.toBytes();
    byte[] tail = what.toBytes();
    byte[] data = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, data, head.length, tail.length);
    byte[] length = Message.little(Long.BYTES).putLong(data.length).array();
    out.write(length);
    out.write(masked(length));
    out.write(data);
    out.write(masked(data));
  }

  private static byte[] masked(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    int value = (int) crc.getValue();
    return Message.little(Integer.BYTES).putInt(Integer.rotateRight(value, 15) + MASK).array();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
