package dev.burin.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.data.Dataset;
import dev.burin.data.DoubleTable;
import dev.burin.kernel.DoubleTwin;
import dev.burin.network.DoubleNetwork;
import dev.burin.optimize.Sgd;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import dev.burin.train.Metric;
import dev.burin.train.Trainer;
import dev.burin.train.TrainingHistory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read again by a reader that knows the definition of the format alone. */
class EventFileTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochMilli(1_700_000_000_250L), ZoneOffset.UTC);

  @TempDir Path folder;

  /** CRC32C (Castagnoli), bit by bit, masked as TensorFlow does. */
  private static int masked(byte[] bytes) {
    int crc = -1;
    for (byte each : bytes) {
      crc ^= each & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc >>> 1) ^ ((crc & 1) == 0 ? 0 : 0x82F63B78);
      }
    }
    crc = ~crc;
    return ((crc >>> 15) | (crc << 17)) + 0xA282EAD8;
  }

  private List<Map<Integer, List<Object>>> events() throws IOException {
    List<Path> files;
    try (var all = Files.list(folder)) {
      files = all.toList();
    }
    assertThat(files).hasSize(1);
    assertThat(files.getFirst().getFileName().toString()).startsWith("events.out.tfevents.");
    ByteBuffer file =
        ByteBuffer.wrap(Files.readAllBytes(files.getFirst())).order(ByteOrder.LITTLE_ENDIAN);
    List<Map<Integer, List<Object>>> events = new ArrayList<>();
    while (file.hasRemaining()) {
      byte[] length = new byte[8];
      file.get(length);
      assertThat(file.getInt()).isEqualTo(masked(length));
      byte[] data = new byte[(int) little(length).getLong()];
      file.get(data);
      assertThat(file.getInt()).isEqualTo(masked(data));
      events.add(fields(data));
    }
    return events;
  }

  /** The fields of a message by their numbers: whole numbers, reals, singles and bytes. */
  private static Map<Integer, List<Object>> fields(byte[] message) {
    Map<Integer, List<Object>> fields = new TreeMap<>();
    ByteBuffer in = little(message);
    while (in.hasRemaining()) {
      long key = varint(in);
      Object value =
          switch ((int) key & 7) {
            case 0 -> varint(in);
            case 1 -> in.getDouble();
            case 2 -> {
              byte[] bytes = new byte[(int) varint(in)];
              in.get(bytes);
              yield bytes;
            }
            case 5 -> in.getFloat();
            default -> throw new AssertionError(key);
          };
      fields.computeIfAbsent((int) (key >>> 3), n -> new ArrayList<>()).add(value);
    }
    return fields;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = in.get();
      value |= (long) (next & 0x7F) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static Object only(Map<Integer, List<Object>> fields, int number) {
    assertThat(fields.get(number)).hasSize(1);
    return fields.get(number).getFirst();
  }

  private static Map<Integer, List<Object>> value(Map<Integer, List<Object>> event) {
    return fields((byte[]) only(fields((byte[]) only(event, 5)), 1));
  }

  private static String tag(Map<Integer, List<Object>> event) {
    return new String((byte[]) only(value(event), 1), StandardCharsets.UTF_8);
  }

  private static double[] reals(Object packed) {
    double[] values = new double[((byte[]) packed).length / 8];
    little((byte[]) packed).asDoubleBuffer().get(values);
    return values;
  }

  @Test
  void scalarsAndHistogramsAreWhatTheFormatSays() throws IOException {
    try (EventFile events = EventFile.create(folder, CLOCK)) {
      events.scalar("größe/a", 300, 0.1);
      events.histogram("h", 1L << 40, -1, 0, 0, 2);
      events.histogram("one", 0, 7, 7);
    }
    var events = events();
    assertThat(events).hasSize(4);
    assertThat(only(events.get(0), 1)).isEqualTo(1_700_000_000.25);
    assertThat((byte[]) only(events.get(0), 3)).asString().isEqualTo("brain.Event:2");
    assertThat(tag(events.get(1))).isEqualTo("größe/a");
    assertThat(only(events.get(1), 2)).isEqualTo(300L);
    assertThat(only(value(events.get(1)), 2)).isEqualTo(0.1f);
    assertThat(only(events.get(2), 2)).isEqualTo(1L << 40);
    var histogram = fields((byte[]) only(value(events.get(2)), 5));
    assertThat(List.of(only(histogram, 1), only(histogram, 2), only(histogram, 3)))
        .containsExactly(-1.0, 2.0, 4.0);
    assertThat(List.of(only(histogram, 4), only(histogram, 5))).containsExactly(1.0, 5.0);
    double[] limits = reals(only(histogram, 6));
    double[] counts = reals(only(histogram, 7));
    assertThat(limits).hasSize(30).isSorted().endsWith(2.0);
    assertThat(counts).hasSize(30).startsWith(1.0).endsWith(1.0).contains(2.0);
    var equal = fields((byte[]) only(value(events.get(3)), 5));
    assertThat(reals(only(equal, 6))).containsExactly(7.0);
    assertThat(reals(only(equal, 7))).containsExactly(2.0);
  }

  @Test
  void aTrainingIsToldEpochByEpoch() throws IOException {
    NetworkShape shape =
        NetworkShape.of(
            Loss.MEAN_SQUARED_ERROR, Precision.DOUBLE, LayerShape.of(1, 1, Activation.IDENTITY));
    DoubleNetwork network = new DoubleNetwork(shape, new DoubleTwin(shape));
    network.initialize(1);
    DoubleTable line = new DoubleTable(3, 1, new double[] {-1, 0.5, 2});
    Dataset data = new Dataset(line, line);
    TrainingHistory history =
        Trainer.builder()
            .optimizer(new Sgd(0.1))
            .iterations(2)
            .validation(data, Metric.mae())
            .listeners(TensorBoard.in(folder, network))
            .build()
            .train(network, data);
    var events = events();
    assertThat(events.stream().skip(1).map(EventFileTest::tag).toList())
        .containsExactly(
            "cost",
            "validation/cost",
            "validation/mae",
            "layer 1/weights",
            "layer 1/biases",
            "cost",
            "validation/cost",
            "validation/mae",
            "layer 1/weights",
            "layer 1/biases");
    assertThat(only(events.get(6), 2)).isEqualTo(1L);
    assertThat(only(value(events.get(6)), 2)).isEqualTo((float) history.cost(1));
    assertThat(only(value(events.get(8)), 2)).isEqualTo((float) history.metric("mae")[1]);
  }

  @Test
  void whatNoFileHoldsIsRefused() throws IOException {
    try (EventFile events = EventFile.create(folder, CLOCK)) {
      assertThatThrownBy(() -> events.scalar("a", -1, 0))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> events.histogram("a", 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("A histogram is made of 1 or more finite numbers");
      assertThatThrownBy(() -> events.histogram("a", 0, 1, Double.NaN))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> EventFile.create(folder, CLOCK)).isInstanceOf(IOException.class);
    }
    assertThat(events()).hasSize(1);
  }
}
