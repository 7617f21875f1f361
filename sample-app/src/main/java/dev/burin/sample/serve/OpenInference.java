package dev.burin.sample.serve;

import dev.burin.network.FloatNetwork;
import dev.burin.sample.json.JsonText;
import dev.burin.shape.NetworkShape;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Open Inference Protocol, version 2, over REST, with the extension for binary tensors: what
 * clients of KServe, Triton and Seldon speak (kserve/open-inference-protocol).
 */
final class OpenInference {

  static final String INPUT = "input";
  static final String OUTPUT = "output";
  static final String DATATYPE = "FP32";

  /** Says where JSON ends and bytes begin, in requests and answers. */
  private static final String JSON_LENGTH = "Inference-Header-Content-Length";

  private static final String VERSION = "1";

  private final Model model;
  private final Metrics metrics;
  private final int mostRows;

  OpenInference(Model model, Metrics metrics, long mostBytes) {
    this.model = model;
    this.metrics = metrics;
    this.mostRows = Rows.most(model.shape(), mostBytes);
  }

  /** {@code /v2/models/NAME} and the same with a version. */
  List<String> roots() {
    String root = "/v2/models/" + model.name();
    return List.of(root, root + "/versions/" + VERSION);
  }

  /** {@code GET /v2}. */
  Answer server() {
    JsonText text = new JsonText().object();
    text.name("name").value("burin").name("version").value(VERSION);
    text.name("extensions").array().value("binary_tensor_data").endArray();
    return Answer.json(200, text.endObject());
  }

  /** {@code GET /v2/models/NAME}. */
  Answer metadata() {
    NetworkShape shape = model.shape();
    JsonText text = new JsonText().object();
    text.name("name").value(model.name());
    text.name("versions").array().value(VERSION).endArray();
    text.name("platform").value("burin");
    text.name("inputs");
    tensor(text, INPUT, shape.inputs());
    text.name("outputs");
    tensor(text, OUTPUT, shape.outputs());
    return Answer.json(200, text.endObject());
  }

  private static void tensor(JsonText text, String name, int width) {
    text.array().object();
    text.name("name").value(name).name("datatype").value(DATATYPE);
    text.name("shape").array().value(-1).value(width).endArray();
    text.endObject().endArray();
  }

  /** {@code POST /v2/models/NAME/infer}. */
  Answer infer(Request request) {
    Media.plain(request.fields());
    byte[] body = request.body();
    int jsonLength = jsonLength(request.field(JSON_LENGTH), body.length);
    FloatNetwork network = model.network();
    InferenceRequest asked = InferenceRequest.read(body, jsonLength, network, mostRows);
    float[] out =
        asked.converted()
            ? metrics.timed(model, network, asked.samples())
            : metrics.timed(model, asked.samples());
    JsonText text = new JsonText().object();
    text.name("model_name").value(model.name());
    text.name("model_version").value(VERSION);
    String id = asked.id();
    if (id != null) {
      text.name("id").value(id);
    }
    text.name("outputs").array().object();
    text.name("name").value(OUTPUT).name("datatype").value(DATATYPE);
    text.name("shape").array();
    text.value(asked.samples().rows()).value(model.shape().outputs()).endArray();
    if (!asked.binary()) {
      text.name("data").values(out, 0, out.length);
      return Answer.json(200, text.endObject().endArray().endObject());
    }
    byte[] floats = Floats.bytes(out);
    text.name("parameters").object().name("binary_data_size").value(floats.length).endObject();
    return joined(text.endObject().endArray().endObject().bytes(), floats);
  }

  private static Answer joined(byte[] json, byte[] floats) {
    ByteArrayOutputStream both = new ByteArrayOutputStream(json.length + floats.length);
    both.writeBytes(json);
    both.writeBytes(floats);
    String length = Integer.toString(json.length);
    return new Answer(
        200, Map.of(Answer.TYPE, Answer.BYTES, JSON_LENGTH, length), both.toByteArray());
  }

  private static int jsonLength(@Nullable String field, int length) {
    if (field == null) {
      return length;
    }
    if (!field.matches("[0-9]{1,9}") || Integer.parseInt(field) > length) {
      throw RequestException.malformed(
          "The field "
              + JSON_LENGTH
              + " is not a number of bytes of the body, 0 to "
              + length
              + ".");
    }
    return Integer.parseInt(field);
  }
}
