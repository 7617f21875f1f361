package dev.burin.checks.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.Engraved;
import dev.burin.network.FloatNetwork;
import dev.burin.sample.json.JsonException;
import dev.burin.sample.json.JsonReader;
import dev.burin.sample.serve.Answer;
import dev.burin.sample.serve.Metrics;
import dev.burin.sample.serve.Model;
import dev.burin.sample.serve.Request;
import dev.burin.sample.serve.Service;
import dev.burin.sample.serve.TypedRecords;
import dev.burin.serve.FloatPredictor;
import dev.burin.serve.FloatServed;
import dev.burin.serve.Mode;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Bodies of requests to a served network. The first byte of the input says which endpoint gets the
 * body, and for binary tensors where its JSON ends.
 */
final class RequestTarget implements FuzzTarget {

  /** What a network of three inputs reads. */
  record Measure(float length, int count, boolean fresh) {}

  private static final String PREDICT = "/predict";
  private static final String INFER = "/v2/models/fuzz/infer";
  private static final int MOST_BYTES = 1 << 16;

  /** What a body of one's own may be refused with; 500 is a fault. */
  private static final Set<Integer> REFUSALS = Set.of(400, 413, 415, 422);

  private final Service service = service();

  private static Service service() {
    NetworkShape shape =
        NetworkShape.of(
            Loss.MEAN_SQUARED_ERROR, Precision.FLOAT, LayerShape.of(3, 2, Activation.IDENTITY));
    FloatNetwork network = new FloatNetwork("Fuzz", shape, new FloatTwin(shape));
    network.initialize(1);
    FloatServed<Engraved<FloatNetwork>> served = FloatServed.of(() -> network, n -> () -> n);
    FloatPredictor predictor = FloatPredictor.serving(served).mode(Mode.DIRECT).build();
    TypedRecords records = TypedRecords.of(Measure.class);
    Model model = new Model("fuzz", served, predictor, _ -> records);
    return new Service(model, new Metrics(), null, MOST_BYTES);
  }

  @Override
  public String name() {
    return "request";
  }

  @Override
  public List<byte[]> seeds() {
    String head =
        "{\"inputs\":[{\"name\":\"input\",\"datatype\":\"FP32\",\"shape\":[1,3],"
            + "\"parameters\":{\"binary_data_size\":12}}]}";
    ByteBuffer binary = ByteBuffer.allocate(1 + head.length() + 12).order(ByteOrder.LITTLE_ENDIAN);
    binary.put((byte) head.length()).put(head.getBytes(UTF_8));
    binary.putFloat(1).putFloat(2).putFloat(3);
    return List.of(
        seed(0, "[1,-2.5,3e2]"),
        seed(0, "{\"inputs\":[[0.1,2,3],[4,5,6]]}"),
        seed(0, "{\"fresh\":true,\"count\":7,\"length\":0.1}"),
        seed(0, "[{\"fresh\":false,\"count\":-7,\"length\":1e-3}]"),
        seed(
            1,
            "{\"id\":\"\\u00e9\\n\",\"inputs\":[{\"name\":\"input\",\"datatype\":\"FP32\","
                + "\"shape\":[2,3],\"data\":[1,2,3,4,5,6]}],"
                + "\"outputs\":[{\"name\":\"output\",\"parameters\":{\"binary_data\":true}}]}"),
        seed(2, "abcdabcdabcd"),
        seed(3, "abcdabcdabcd"),
        binary.array());
  }

  private static byte[] seed(int kind, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    byte[] seed = new byte[1 + bytes.length];
    seed[0] = (byte) kind;
    System.arraycopy(bytes, 0, seed, 1, bytes.length);
    return seed;
  }

  @Override
  public boolean read(byte[] bytes) {
    if (bytes.length == 0) {
      return false;
    }
    byte[] body = Arrays.copyOfRange(bytes, 1, bytes.length);
    return switch (bytes[0]) {
      case 0 -> asked(PREDICT, body, Map.of());
      case 1 -> asked(INFER, body, Map.of());
      case 2 -> asked("/activations", body, Map.of());
      case 3 -> asked(PREDICT, body, Map.of("Content-Type", Answer.BYTES));
      default ->
          asked(INFER, body, Map.of("Inference-Header-Content-Length", "" + (bytes[0] & 255)));
    };
  }

  private boolean asked(String path, byte[] body, Map<String, String> fields) {
    Answer answer = service.endpoint("POST", path).answer(new Request(fields::get, body));
    String text = new String(answer.body(), UTF_8);
    boolean json = Answer.JSON.equals(answer.fields().get("Content-Type"));
    if (json) {
      checkJson(answer.body(), text);
    }
    if (answer.status() == 200) {
      return true;
    }
    boolean sentence = text.startsWith("{\"error\":\"") && text.endsWith(".\"}");
    if (!REFUSALS.contains(answer.status()) || !json || !sentence || text.contains("java.")) {
      throw new AssertionError("This is no refusal of a request: " + answer.status() + " " + text);
    }
    return false;
  }

  private static void checkJson(byte[] answer, String text) {
    try {
      JsonReader reader = new JsonReader(answer);
      reader.skip();
      reader.end();
    } catch (JsonException e) {
      throw new AssertionError("This answer is no JSON: " + text, e);
    }
  }

  /** Texts of a few bytes are objects of a hundred, and the answer says all of it again. */
  @Override
  public long mostMemory(int length) {
    return 1024L * length;
  }
}
