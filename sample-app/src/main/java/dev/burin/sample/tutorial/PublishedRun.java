package dev.burin.sample.tutorial;

import dev.burin.file.MalformedFileException;
import dev.burin.network.NeuralNetwork;
import dev.burin.shape.LayerLayout;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the author of "Neural Networks and Deep Learning" published, and what replays it. */
final class PublishedRun {

  private static final Pattern INNERMOST_LIST = Pattern.compile("\\[([^\\[\\]]*)]");

  private final Settings settings;

  PublishedRun(Settings settings) {
    this.settings = settings;
  }

  /** The digits of 10,000 recognized after each epoch, with eta 0.1 and lambda 5. */
  double[] validationHits() throws IOException {
    return list("nn_weight_initialization_30.json", "weight_initialization_30.json", 1);
  }

  /** The cost of the training digits after each epoch, with eta 0.025 and lambda 5. */
  double[] trainingCosts() throws IOException {
    return list("nn_multiple_eta.json", "multiple_eta.json", 2);
  }

  /** Sets the first parameters: all biases, layer after layer, then all weights by rows. */
  void start(NeuralNetwork network) throws IOException {
    Path file = replay("init-784-30-10-default.f64le", "the first biases and weights");
    long parameters = network.shape().parameters();
    DoubleBuffer values = read(file, parameters * Double.BYTES).asDoubleBuffer();
    for (LayerLayout layer : network.layout().layers()) {
      layer.dense().forEachBias((j, at) -> network.parameter(at, values.get()));
    }
    for (LayerLayout layer : network.layout().layers()) {
      layer.dense().forEachWeight((j, k, at) -> network.parameter(at, values.get()));
    }
  }

  /** The rows that each epoch sees, one after the other: {@code [epochs][samples]}. */
  int[][] orders(int epochs, int samples) throws IOException {
    Path file = replay("order-n50000-30epochs.u16le", "30 orders of 50,000 samples");
    ShortBuffer values = read(file, 30L * samples * Short.BYTES).asShortBuffer();
    int[][] orders = new int[epochs][samples];
    for (int[] order : orders) {
      for (int i = 0; i < samples; i++) {
        order[i] = Short.toUnsignedInt(values.get());
      }
    }
    return orders;
  }

  private double[] list(String name, String figure, int number) throws IOException {
    Path file =
        settings.file(
            "nielsen",
            name,
            "It is fig/" + figure + " of github.com/mnielsen/neural-networks-and-deep-learning.");
    List<String> lists = new ArrayList<>();
    for (MatchResult list : INNERMOST_LIST.matcher(Files.readString(file)).results().toList()) {
      lists.add(list.group(1));
    }
    if (lists.size() <= number || lists.get(number).isBlank()) {
      throw new MalformedFileException(file, "List " + number + " of the figure is not there.");
    }
    String[] numbers = lists.get(number).split(",", -1);
    double[] values = new double[numbers.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(file, numbers[i].strip());
    }
    return values;
  }

  private static double number(Path file, String text) throws MalformedFileException {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      MalformedFileException malformed =
          new MalformedFileException(
              file,
              String.format(Locale.ROOT, "The figure has '%s' in the place of a number.", text));
      malformed.initCause(e);
      throw malformed;
    }
  }

  private Path replay(String name, String what) throws IOException {
    return settings.file(
        "nielsen",
        name,
        "It holds " + what + " of the book's runs; docs/tutorials.md says how to make it.");
  }

  private static ByteBuffer read(Path file, long bytes) throws IOException {
    if (Files.size(file) != bytes) {
      throw new MalformedFileException(
          file,
          String.format(Locale.ROOT, "The file has %d bytes, not %d.", Files.size(file), bytes));
    }
    return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
  }
}
