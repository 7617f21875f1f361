package dev.burin.sample.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.data.Dataset;
import dev.burin.data.Encoding;
import dev.burin.data.Frame;
import dev.burin.data.NumberColumn;
import dev.burin.data.TextColumn;
import dev.burin.io.WeightsFile;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.Engraved;
import dev.burin.network.FloatNetwork;
import dev.burin.serve.FloatPredictor;
import dev.burin.serve.FloatServed;
import dev.burin.serve.Serving;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records go in by the names of their fields, and what is wrong with one names its field. */
class RecordsTest {

  /** What a typed network reads. */
  record Measure(float length, int count, boolean fresh) {}

  private static final NetworkShape SHAPE =
      NetworkShape.of(
          Loss.MEAN_SQUARED_ERROR, Precision.FLOAT, LayerShape.of(3, 2, Activation.IDENTITY));

  @TempDir Path folder;

  private static FloatNetwork seeded(NetworkShape shape, long seed) {
    FloatNetwork network = new FloatNetwork("Records", shape, new FloatTwin(shape));
    network.initialize(seed);
    return network;
  }

  private static String ask(Model model, String body) {
    Service service = new Service(model, new Metrics(), null, 10_000);
    Request request = new Request(_ -> null, body.getBytes(StandardCharsets.UTF_8));
    return Asked.text(service.endpoint("POST", "/predict").answer(request));
  }

  private static Model typed(FloatNetwork network) {
    FloatServed<Engraved<FloatNetwork>> served = FloatServed.of(() -> network, n -> () -> n);
    TypedRecords records = TypedRecords.of(Measure.class);
    return new Model("typed", served, FloatPredictor.serving(served).build(), _ -> records);
  }

  @Test
  void aTypedNetworkReadsItsRecord() {
    FloatNetwork network = seeded(SHAPE, 1);
    float[] out = network.outputs(new float[] {0.1f, 7, 1});
    String row = "[" + out[0] + "," + out[1] + "]";
    String record = "{\"fresh\":true,\"count\":7,\"length\":0.1}";
    Model model = typed(network);
    assertThat(ask(model, record)).isEqualTo("{\"outputs\":" + row + "}");
    assertThat(ask(model, "[" + record + "," + record + "]"))
        .isEqualTo("{\"outputs\":[" + row + "," + row + "]}");
    assertThat(ask(model, "{\"inputs\":[" + record + "]}"))
        .isEqualTo("{\"outputs\":[" + row + "]}");
    assertThat(ask(model, "[0.1,7,1]")).isEqualTo("{\"outputs\":" + row + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      value = {
        "{'length':1,'count':7} > Row 0: Field 'fresh' is missing; the fields are 'length',",
        "{'length':'a','count':7,'fresh':true} > Row 0: Field 'length' is 'a', not a number.",
        "{'length':1e39,'count':7,'fresh':true} > Row 0: Field 'length' is 1.0E39, not a finite",
        "{'length':1,'count':7.5,'fresh':true} > Row 0: Field 'count' is 7.5, not a whole number of"
            + " 32",
        "{'length':1,'count':1e10,'fresh':true} > Row 0: Field 'count' is 1.0E10, not a whole",
        "{'length':1,'count':null,'fresh':true} > Row 0: Field 'count' is null, not a number.",
        "{'length':1,'count':1,'fresh':1} > Row 0: Field 'fresh' is 1.0, not true or false.",
        "{'length':1,'count':1,'fresh':true,'x':1} > Row 0: Field 'x' is unknown; the fields are",
        "[{'length':1,'count':1,'fresh':true},{}] > Row 1: Field 'length' is missing",
        "[{'length':1,'count':1,'fresh':true},3] > Row 1 is not a record",
        "{'length':[1],'count':1,'fresh':true} > expected a number, a string, true, false or null",
        "{'length':1,'length':2} > the name 'length' only once",
        "{} > Row 0: Field 'length' is missing",
      })
  void whatIsWrongNamesItsField(String body, String sentence) {
    assertThat(ask(typed(seeded(SHAPE, 1)), body.replace('\'', '"')))
        .startsWith("{\"error\":\"")
        .contains(sentence.strip().replace("'", "\\\""));
  }

  @Test
  void whatIsNoNumberCannotBeAField() {
    record Named(String name) {}
    assertThatThrownBy(() -> TypedRecords.of(Named.class))
        .hasMessageContaining("is neither a number nor a boolean");
  }

  @Test
  void aNetworkWithoutRecordsSaysSo() {
    FloatNetwork network = seeded(SHAPE, 1);
    FloatServed<Engraved<FloatNetwork>> served = FloatServed.of(() -> network, n -> () -> n);
    Model model = new Model("plain", served, FloatPredictor.serving(served).build());
    assertThat(ask(model, "[{\"a\":1}]"))
        .contains("The network knows no records; give arrays of 3");
    assertThat(ask(model, "{\"a\":1}")).contains("The member \\\"a\\\" is unknown");
  }

  /** Raw rows, their encoding, and the network of its width. */
  private Path saved(String name, double divisor, long seed) throws Exception {
    Frame frame =
        new Frame(
            List.of(
                NumberColumn.of("size", 0, divisor, 2 * divisor, 3 * divisor),
                TextColumn.of("color", "red", "blue", "red", "blue"),
                TextColumn.of("kind", "a", "b", "a", "b")));
    Encoding encoding = Encoding.classOf("kind").fit(frame);
    Dataset data = encoding.dataset(frame);
    NetworkShape shape =
        NetworkShape.of(
            Loss.BINARY_CROSS_ENTROPY,
            Precision.FLOAT,
            LayerShape.of(data.inputs(), 1, Activation.SIGMOID));
    Path file = folder.resolve(name);
    WeightsFile.save(file, seeded(shape, seed), encoding.notes());
    return file;
  }

  @Test
  void rawRecordsGoThroughTheEncodingOfTheWeightsAlsoAfterASwap() throws Exception {
    Path first = saved("first", 1, 1);
    Path second = saved("second", 100, 2);
    Encoding encoding = Encoding.of(WeightsFile.notes(first));
    NetworkShape shape =
        NetworkShape.of(
            Loss.BINARY_CROSS_ENTROPY,
            Precision.FLOAT,
            LayerShape.of(encoding.inputs(), 1, Activation.SIGMOID));
    FloatNetwork blank = new FloatNetwork(shape, new FloatTwin(shape));
    FloatServed<Engraved<FloatNetwork>> served = FloatServed.load(first, () -> blank, n -> () -> n);
    Model model = new Model("table", served, FloatPredictor.serving(served).build());
    String body = "{\"size\":2,\"color\":\"blue\",\"kind\":null}";
    assertThat(ask(model, body)).isEqualTo(expected(served.serving()));
    String before = ask(model, body);
    assertThat(served.swap(second).accepted()).isTrue();
    assertThat(ask(model, body)).isEqualTo(expected(served.serving())).isNotEqualTo(before);
    assertThat(ask(model, "[" + body + "]")).contains("\"outputs\":[[").contains("\"answers\":[\"");
    assertThat(ask(model, "{\"size\":2,\"color\":\"green\"}"))
        .contains("Row 0: Column \\\"color\\\" is \\\"green\\\"");
    assertThat(ask(model, "{\"size\":2}")).contains("Row 0: The row has no \\\"color\\\"");
    assertThat(Asked.text(new About(model).model())).contains("\"fields\":[\"size\",\"color\"]");
  }

  private static String expected(Serving<Engraved<FloatNetwork>> serving) {
    Encoding encoding = Encoding.of(serving.notes());
    FloatNetwork network = serving.engraved().network();
    float[] x = encoding.floats(Map.of("size", 2, "color", "blue"));
    return "{\"outputs\":["
        + network.output(x)
        + "],\"answer\":\""
        + encoding.className(network.predict(x))
        + "\"}";
  }

  @Test
  void numbersAreAnsweredAsNumbers() {
    Frame frame =
        new Frame(List.of(NumberColumn.of("x", 1, 2, 3), NumberColumn.of("y", 10, 20, 30)));
    Encoding encoding = Encoding.valueOf("y").fit(frame);
    EncodedRecords records = EncodedRecords.of(encoding.notes());
    assertThat(records).isNotNull();
    assertThat(records.fields()).isEqualTo(List.of("x"));
    assertThat(records.answer(new float[] {0})).isEqualTo(encoding.value(0));
  }
}
