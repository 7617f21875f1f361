package dev.burin.sample.serve;

import dev.burin.sample.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What is answered.
 *
 * @param status the code of HTTP
 * @param fields its header, without the length
 * @param body all of it
 */
public record Answer(int status, Map<String, String> fields, byte[] body) {

  /** JSON. */
  public static final String JSON = "application/json";

  /** Bytes of whatever kind; here floats, little-endian. */
  public static final String BYTES = "application/octet-stream";

  static final String TYPE = "Content-Type";

  /** Bytes that were asked for. */
  static Answer ok(String type, byte[] body) {
    return new Answer(200, Map.of(TYPE, type), body);
  }

  /** Text in UTF-8. */
  static Answer text(int status, String type, String text) {
    return new Answer(status, Map.of(TYPE, type), text.getBytes(StandardCharsets.UTF_8));
  }

  /** An answer that is JSON. */
  static Answer json(int status, JsonText text) {
    return new Answer(status, Map.of(TYPE, JSON), text.bytes());
  }

  /** What is wrong, in one sentence: {@code {"error": "..."}}. */
  public static Answer error(int status, String sentence) {
    return json(status, new JsonText().object().name("error").value(sentence).endObject());
  }

  /** This answer with one field more. */
  Answer with(String name, String value) {
    Map<String, String> more = new HashMap<>(fields);
    more.put(name, value);
    return new Answer(status, Map.copyOf(more), body);
  }

  /** What one says who has no room now: the time after which to ask again is in the header. */
  public static Answer busy(String sentence) {
    return error(503, sentence).with("Retry-After", "1");
  }
}
