package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.data.Dataset;
import dev.burin.kernel.DoubleTwin;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import dev.burin.optimize.AdaGrad;
import dev.burin.optimize.Adam;
import dev.burin.optimize.AdamW;
import dev.burin.optimize.Clip;
import dev.burin.optimize.Curve;
import dev.burin.optimize.Momentum;
import dev.burin.optimize.Nesterov;
import dev.burin.optimize.Optimizer;
import dev.burin.optimize.RmsProp;
import dev.burin.optimize.Schedule;
import dev.burin.optimize.Sgd;
import dev.burin.optimize.WeightDecay;
import dev.burin.safetensors.CheckedReader;
import dev.burin.safetensors.CheckedTensors;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A training that stopped after any update and went on has the bits of one that never stopped. */
class ResumeTest {

  private static final int UPDATES = 200;

  /** Three passes over the data. */
  private static final int FURTHER = 12;

  private static final Dataset DATA = Samples.halves(33, 3, 3);
  private static final Dataset OTHERS = Samples.halves(11, 3, 4);

  @TempDir(factory = InMemory.class)
  Path directory;

  /** Twelve thousand files that are forced to a disk take minutes, and in memory nothing. */
  static final class InMemory implements TempDirFactory {

    private static final Path MEMORY = Path.of("/dev/shm");

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension)
        throws IOException {
      return Files.isWritable(MEMORY)
          ? Files.createTempDirectory(MEMORY, "burin")
          : Files.createTempDirectory("burin");
    }
  }

  static List<Optimizer> optimizers() {
    return List.of(
        new Sgd(0.3),
        new Momentum(0.2, 0.9).withDampening(0.1),
        new Nesterov(0.2, 0.9),
        new AdaGrad(0.1).withRateDecay(0.01).withInitial(0.1),
        new RmsProp(0.01).withMomentum(0.9).asCentered(),
        new Adam(0.02),
        new Adam(0.02).withAmsgrad(),
        new AdamW(0.02));
  }

  /** Inputs of the second layer are dropped in training. */
  private static NeuralNetwork network(Precision precision, long seed) {
    NetworkShape shape =
        NetworkShape.of(
            Loss.BINARY_CROSS_ENTROPY,
            precision,
            LayerShape.of(3, 4, Activation.TANH),
            LayerShape.of(4, 1, Activation.SIGMOID).dropout(0.25));
    NeuralNetwork network =
        switch (precision) {
          case FLOAT -> new FloatNetwork(shape, new FloatTwin(shape));
          case DOUBLE -> new DoubleNetwork(shape, new DoubleTwin(shape));
        };
    network.initialize(seed);
    return network;
  }

  private static long[] bits(NeuralNetwork network) {
    return switch (network) {
      case FloatNetwork n ->
          IntStream.range(0, n.layout().length())
              .mapToLong(i -> Float.floatToRawIntBits(n.parameters()[i]))
              .toArray();
      case DoubleNetwork n ->
          IntStream.range(0, n.layout().length())
              .mapToLong(i -> Double.doubleToRawLongBits(n.parameters()[i]))
              .toArray();
    };
  }

  private TrainerBuilder builder(Optimizer optimizer, int threads) {
    return Trainer.builder()
        .optimizer(optimizer)
        .weightDecay(WeightDecay.l2(0.001))
        .clip(Clip.byNorm(0.1))
        .schedule(Schedule.byUpdate(Curve.oneCycle(UPDATES)))
        .reduceOnPlateau(new ReduceOnPlateau(0.5, 1).withCooldown(1))
        .validation(OTHERS, Metric.accuracy())
        .restoreBest()
        .batch(10)
        .threads(threads)
        .iterations(UPDATES);
  }

  private static String file(int update) {
    return String.format(Locale.ROOT, "update-%010d.safetensors", update);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void atEachOf200Updates(Optimizer optimizer) throws IOException {
    for (Precision precision : Precision.values()) {
      Path all = directory.resolve(precision.name());
      NeuralNetwork plain = network(precision, 1);
      TrainingHistory expected = builder(optimizer, 1).build().train(plain, DATA);
      NeuralNetwork saved = network(precision, 1);
      builder(optimizer, 2)
          .checkpoints(Checkpoints.in(all).everyUpdates(1).keepLast(UPDATES))
          .build()
          .train(saved, DATA);
      assertThat(bits(saved)).isEqualTo(bits(plain));

      NeuralNetwork network = network(precision, 2);
      for (int update = 1; update <= UPDATES; update++) {
        Path folder = Files.createDirectory(directory.resolve(precision + "-" + update));
        Files.copy(all.resolve(file(update)), folder.resolve(file(update)));
        // All that is remembered is equal some updates later, so that the rest is equal too; every
        // ninth training goes to the end nevertheless, on two threads.
        boolean toTheEnd = update % 9 == 2 || update + FURTHER > UPDATES;
        TrainerBuilder builder = builder(optimizer, toTheEnd ? 2 : 1);
        TrainingHistory history =
            builder
                .updateLimit(toTheEnd ? UPDATES : FURTHER)
                .checkpoints(Checkpoints.in(folder).everyUpdates(UPDATES))
                .build()
                .train(network, DATA);
        String last = file(toTheEnd ? UPDATES : update + FURTHER);
        same(all.resolve(last), folder.resolve(last));
        if (toTheEnd) {
          assertThat(bits(network)).as("%s after %s", optimizer, update).isEqualTo(bits(plain));
          same(history, expected);
        }
      }
    }
  }

  private static void same(TrainingHistory history, TrainingHistory expected) {
    assertThat(history.costs()).containsExactly(expected.costs());
    assertThat(history.finalCost()).isEqualTo(expected.finalCost());
    assertThat(history.validationCosts()).containsExactly(expected.validationCosts());
    assertThat(history.metric("accuracy")).containsExactly(expected.metric("accuracy"));
    assertThat(history.restoredEpoch()).isEqualTo(expected.restoredEpoch());
  }

  /** Two checkpoints say the same, but for the time that it took. */
  private static void same(Path one, Path other) throws IOException {
    assertThat(texts(other)).isEqualTo(texts(one));
    assertThat(numbers(other)).isEqualTo(numbers(one));
  }

  private static Map<String, String> texts(Path file) throws IOException {
    CheckedTensors read = CheckedReader.read(file);
    Map<String, String> texts = new TreeMap<>();
    for (String name : read.texts()) {
      if (!name.startsWith("clock.")) {
        texts.put(name, read.text(name));
      }
    }
    return texts;
  }

  /** All tensors but the checksum, one behind the other. */
  private static byte[] numbers(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    long header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    return Arrays.copyOfRange(bytes, Long.BYTES + (int) header, bytes.length - Integer.BYTES);
  }

  /** Full batches, where the best parameters are those before the update. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void ofFullBatches(Precision precision) {
    Optimizer optimizer = new Momentum(8, 0.9);
    for (int stop = 1; stop < 40; stop++) {
      NeuralNetwork plain = network(precision, 1);
      TrainerBuilder builder =
          Trainer.builder()
              .optimizer(optimizer)
              .iterations(40)
              .earlyStopping(new EarlyStopping(6))
              .callbacks(new Counter());
      TrainingHistory expected = builder.build().train(plain, DATA);
      builder.checkpoints(Checkpoints.in(directory.resolve(precision + "" + stop)));
      builder.updateLimit(stop).callbacks(new Counter());
      builder.build().train(network(precision, 1), DATA);
      NeuralNetwork network = network(precision, 2);
      TrainingHistory history =
          builder.updateLimit(UPDATES).callbacks(new Counter()).build().train(network, DATA);
      assertThat(bits(network)).isEqualTo(bits(plain));
      assertThat(history.costs()).containsExactly(expected.costs());
      assertThat(history.ending()).isEqualTo(expected.ending());
      assertThat(history.restoredEpoch()).isEqualTo(expected.restoredEpoch());
    }
  }

  /** A callback with state of its own, which stops at its thirtieth call. */
  private static final class Counter implements Callback {

    private int calls;

    @Override
    public Verdict stepped(TrainingState state) {
      calls++;
      return calls == 30 ? Verdict.STOP : Verdict.GO_ON;
    }

    @Override
    public String save() {
      return Integer.toString(calls);
    }

    @Override
    public void restore(String remembered) {
      calls = Integer.parseInt(remembered);
    }
  }

  /** A training that a callback or its patience ended is found ended. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void anEndIsFoundAgain(Precision precision) {
    for (boolean patience : new boolean[] {false, true}) {
      TrainerBuilder builder =
          Trainer.builder()
              .optimizer(new Momentum(3, 0.9))
              .batch(10)
              .epochs(500)
              .validation(OTHERS)
              .checkpoints(directory.resolve(precision + " " + patience));
      builder =
          patience ? builder.earlyStopping(new EarlyStopping(2)) : builder.callbacks(new Counter());
      NeuralNetwork network = network(precision, 1);
      TrainingHistory history = builder.build().train(network, DATA);
      assertThat(history.ending()).isEqualTo(patience ? Ending.PATIENCE : Ending.CALLBACK);
      NeuralNetwork again = network(precision, 2);
      TrainingHistory found = builder.build().train(again, DATA);
      assertThat(bits(again)).isEqualTo(bits(network));
      assertThat(found.ending()).isEqualTo(history.ending());
      assertThat(found.costs()).containsExactly(history.costs());
      assertThat(found.iterations()).isEqualTo(history.iterations());
      assertThat(found.finalCost()).isEqualTo(history.finalCost());
    }
  }
}
