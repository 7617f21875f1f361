package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.data.Dataset;
import dev.burin.data.SampleWeights;
import dev.burin.kernel.FloatTwin;
import dev.burin.kernel.Law;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import dev.burin.optimize.Clip;
import dev.burin.optimize.Curve;
import dev.burin.optimize.Momentum;
import dev.burin.optimize.Schedule;
import dev.burin.optimize.Sgd;
import dev.burin.safetensors.CheckedReader;
import dev.burin.safetensors.CheckedTensors;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checkpoint of another training is refused in one sentence, which says what is another. */
class RefusedResumeTest {

  private static final Dataset DATA = Samples.halves(50, 4, 3);
  private static final String REMEDY =
      "; give what it was begun with, or take an empty folder to begin anew.";

  @TempDir Path directory;

  private TrainerBuilder builder() {
    return Trainer.builder()
        .optimizer(new Momentum(0.3, 0.9))
        .batch(20)
        .epochs(4)
        .checkpoints(directory);
  }

  private Path file() {
    return directory.resolve("update-0000000005.safetensors");
  }

  @BeforeEach
  void stopWithinAnEpoch() {
    builder().updateLimit(5).build().train(Samples.floats(4, 5, 1), DATA);
  }

  private void refused(Function<TrainerBuilder, TrainerBuilder> other, String what) {
    refused(other.apply(builder()).build(), Samples.floats(4, 5, 1), DATA, what);
  }

  private void refused(Trainer trainer, NeuralNetwork network, Dataset data, String what) {
    double before = network.parameter(network.layout().layer(1).weight(0, 0));
    assertThatThrownBy(() -> trainer.train(network, data))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The checkpoint " + file() + " is of another training: its " + what + REMEDY);
    assertThat(network.parameter(network.layout().layer(1).weight(0, 0))).isEqualTo(before);
    // Nothing is held any more.
    network.claim().close();
    builder().build().begin(Samples.floats(4, 5, 1), DATA).close();
  }

  @Test
  void ofAnotherNetwork() {
    refused(
        builder().build(),
        Samples.floats(4, 6, 1),
        DATA,
        "network is 4-5-1 (TANH, SIGMOID), loss BINARY_CROSS_ENTROPY, FLOAT, but here it is"
            + " 4-6-1 (TANH, SIGMOID), loss BINARY_CROSS_ENTROPY, FLOAT");
    refused(
        builder().build(),
        Samples.doubles(4, 5, 1),
        DATA,
        "network is 4-5-1 (TANH, SIGMOID), loss BINARY_CROSS_ENTROPY, FLOAT, but here it is"
            + " 4-5-1 (TANH, SIGMOID), loss BINARY_CROSS_ENTROPY, DOUBLE");
  }

  /** Such as another initializer, which its one line does not say. */
  @Test
  void ofAnotherDeclaration() {
    NetworkShape shape =
        NetworkShape.of(
            Loss.BINARY_CROSS_ENTROPY,
            Precision.FLOAT,
            LayerShape.of(4, 5, Activation.TANH).initializer(dev.burin.Initializer.HE),
            LayerShape.of(5, 1, Activation.SIGMOID));
    FloatNetwork network = new FloatNetwork(shape, new FloatTwin(shape));
    network.initialize(1);
    assertThatThrownBy(() -> builder().build().train(network, DATA))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is of another training: its declaration is ")
        .hasMessageEndingWith(REMEDY);
  }

  @Test
  void ofOtherData() throws IOException {
    String kept = "50 samples of 4 inputs and 1 targets, fingerprint ";
    String here = CheckedReader.read(file()).text("plan.data");
    assertThat(here).startsWith(kept);
    Dataset fewer = Samples.halves(49, 4, 3);
    String other = DataFingerprint.of(fewer, Precision.FLOAT);
    refused(
        builder().build(),
        Samples.floats(4, 5, 1),
        fewer,
        "data is " + here + ", but here it is " + other);
    float[] x = new float[200];
    float[] y = new float[50];
    DATA.copy(dev.burin.data.Shuffle.identity(50), 0, 50, x, y);
    x[199] = Math.nextUp(x[199]);
    Dataset almost = Samples.of(4, x, 1, y);
    refused(
        builder().build(),
        Samples.floats(4, 5, 1),
        almost,
        "data is " + here + ", but here it is " + DataFingerprint.of(almost, Precision.FLOAT));
    double[] weights = new double[50];
    java.util.Arrays.fill(weights, 2);
    weights[7] = 1;
    Dataset weighted = DATA.weighted(SampleWeights.of(weights));
    refused(
        builder().build(),
        Samples.floats(4, 5, 1),
        weighted,
        "data is " + here + ", but here it is " + DataFingerprint.of(weighted, Precision.FLOAT));
  }

  @Test
  void ofAnotherOptimizerOrOfOtherSettings() {
    refused(
        b -> b.optimizer(new Sgd(0.3)),
        "optimizer is " + new Momentum(0.3, 0.9) + ", but here it is " + new Sgd(0.3));
    refused(b -> b.batch(25), "batch is 20 samples, but here it is 25 samples");
    refused(b -> b.batch(0), "batch is 20 samples, but here it is all samples");
    refused(
        b -> b.order(Order.shuffled(2)),
        "order is shuffled from seed 1, but here it is shuffled from seed 2");
    refused(
        b -> b.weightDecay(0.5),
        "weight decay is no weight decay, but here it is weight decay 0.5");
    refused(
        b -> b.clip(Clip.byValue(1)),
        "clipping is no clipping, but here it is clipped by value to 1.0");
    Schedule schedule = Schedule.byUpdate(Curve.cosine(9, 0));
    refused(
        b -> b.schedule(schedule),
        "schedule is " + Schedule.constant() + ", but here it is " + schedule);
    ReduceOnPlateau plateau = new ReduceOnPlateau();
    refused(
        b -> b.reduceOnPlateau(plateau),
        "reduction on a plateau is none, but here it is " + plateau);
    refused(
        b -> b.earlyStopping(new EarlyStopping(4)),
        "early stopping is none, but here it is EarlyStopping[patience=4, least=0.0]");
    refused(b -> b.restoreBest(), "best epoch is not kept, but here it is kept");
    refused(
        b -> b.validation(DATA, Metric.accuracy()),
        "validation is none, but here it is "
            + DataFingerprint.of(DATA, Precision.FLOAT)
            + ", metrics [accuracy]");
  }

  @Test
  void ofAnotherSeedOfDropout() {
    NetworkShape shape =
        NetworkShape.of(
            Loss.BINARY_CROSS_ENTROPY,
            Precision.FLOAT,
            LayerShape.of(4, 5, Activation.TANH),
            LayerShape.of(5, 1, Activation.SIGMOID).dropout(0.5));
    FloatNetwork network = new FloatNetwork(shape, new FloatTwin(shape));
    network.initialize(1);
    TrainerBuilder builder = builder().checkpoints(directory.resolve("other")).updateLimit(1);
    builder.build().train(network, DATA);
    assertThatThrownBy(() -> builder.seed(2).build().train(network, DATA))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("its seed of dropout is 1, but here it is 2" + REMEDY);
    // Where nothing is dropped, nothing depends on it.
    builder().seed(2).build().train(Samples.floats(4, 5, 1), DATA);
  }

  @Test
  void ofAnotherNumberOfCallbacks() {
    Path other = directory.resolve("other");
    builder()
        .callbacks(new Callback() {})
        .checkpoints(other)
        .updateLimit(1)
        .build()
        .train(Samples.floats(4, 5, 1), DATA);
    Trainer two =
        builder().callbacks(new Callback() {}, new Callback() {}).checkpoints(other).build();
    assertThatThrownBy(() -> two.train(Samples.floats(4, 5, 1), DATA))
        .hasMessageContaining("its number of callbacks is 1, but here it is 2" + REMEDY);
  }

  /** Whose text does not tell it, but what it does. */
  @Test
  void ofAnotherOrderWithoutAName() {
    Path other = directory.resolve("other");
    Order backwards =
        (rows, epoch) -> {
          for (int i = 0; i < rows.length; i++) {
            rows[i] = rows.length - 1 - i;
          }
        };
    Order rotated = (rows, epoch) -> java.util.Arrays.setAll(rows, i -> (i + 7) % rows.length);
    TrainerBuilder builder = builder().checkpoints(other).updateLimit(2);
    builder.order(backwards).build().train(Samples.floats(4, 5, 1), DATA);
    assertThatThrownBy(() -> builder.order(rotated).build().train(Samples.floats(4, 5, 1), DATA))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is of another training: its order of epoch 0 is ")
        .hasMessageEndingWith(REMEDY);
    Order again = backwards::fill;
    builder.order(again).build().train(Samples.floats(4, 5, 1), DATA);
  }

  @Test
  void ofAnotherLength() {
    assertThatThrownBy(() -> builder().iterations(4).build().train(Samples.floats(4, 5, 1), DATA))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The checkpoint "
                + file()
                + " is of a training that has made 5 updates, but here there are 4; give as many or"
                + " more, or take an empty folder to begin anew.");
    builder().iterations(7).build().train(Samples.floats(4, 5, 1), DATA);
    assertThatThrownBy(() -> builder().iterations(8).build().train(Samples.floats(4, 5, 1), DATA))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The checkpoint "
                + directory.resolve("update-0000000007.safetensors")
                + " is of a training that ended within an epoch, after 7 updates, but here there are"
                + " 8; give that number, or take an empty folder to begin anew.");
  }

  @Test
  void ofAnotherLaw() throws IOException {
    CheckedTensors good = CheckedReader.read(file());
    assertThat(good.text("plan.law of sums")).isEqualTo("number " + Law.NUMBER);
    rewrite("plan.law of sums", "number 1");
    assertThatThrownBy(() -> builder().build().train(Samples.floats(4, 5, 1), DATA))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith(
            "its law of sums is number 1, but here it is number " + Law.NUMBER + REMEDY);
  }

  @Test
  void ofAnotherVersion() throws IOException {
    rewrite("burin.checkpoint", "7");
    assertThatThrownBy(() -> builder().build().train(Samples.floats(4, 5, 1), DATA))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The checkpoint "
                + file()
                + " has version 7, but this library reads version 1; go on with the library that"
                + " wrote it, or take an empty folder to begin anew.");
  }

  /** As another version of this library would have written it, as far as texts go. */
  private void rewrite(String name, String text) throws IOException {
    CheckedTensors good = CheckedReader.read(file());
    StateWriter out = new StateWriter();
    for (String each : good.texts()) {
      out.text(each, each.equals(name) ? text : good.text(each));
    }
    dev.burin.file.AtomicFile.replace(file(), out::write);
  }
}
