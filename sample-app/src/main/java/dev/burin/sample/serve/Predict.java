package dev.burin.sample.serve;

import dev.burin.sample.json.JsonReader;
import dev.burin.sample.json.JsonText;

/**
 * {@code POST /predict}: one sample or many, in JSON or as bytes.
 *
 * <p>JSON is an array of numbers for one sample, an array of such arrays for many, or an object
 * whose member {@code inputs} is one of these; the answer is {@code {"outputs": ...}} of the same
 * form. Bytes are little-endian floats, row after row, and so is the answer to them.
 */
final class Predict {

  private final Model model;
  private final Metrics metrics;

  Predict(Model model, Metrics metrics) {
    this.model = model;
    this.metrics = metrics;
  }

  Answer answer(Request request) {
    Media media = Media.of(request.fields());
    int width = model.shape().inputs();
    boolean many = true;
    Rows rows = new Rows(width);
    switch (media) {
      case BYTES -> rows = Rows.of(request.body(), 0, request.body().length, width);
      case JSON -> many = read(request.body(), rows);
    }
    rows.whole();
    float[] out = metrics.timed(model, rows);
    return switch (media.answer(request.fields())) {
      case BYTES -> Answer.ok(Answer.BYTES, Floats.bytes(out));
      case JSON -> Answer.json(200, text(out, rows.rows(), many));
    };
  }

  /** Whether the samples are an array of rows. */
  private static boolean read(byte[] body, Rows rows) {
    JsonReader json = new JsonReader(body);
    boolean[] many = {false};
    if (json.isObject()) {
      json.object(
          name -> {
            if (!name.equals("inputs")) {
              throw RequestException.malformed(
                  "The member \"" + JsonText.shown(name) + "\" is unknown; expected \"inputs\".");
            }
            many[0] = rows.read(json);
          });
    } else {
      many[0] = rows.read(json);
    }
    json.end();
    if (!many[0] && rows.numbers() != 0 && rows.numbers() != rows.width()) {
      throw RequestException.malformed(
          "Row 0 has " + rows.numbers() + " numbers, not exactly " + rows.width() + ".");
    }
    return many[0];
  }

  private JsonText text(float[] out, int rows, boolean many) {
    int width = model.shape().outputs();
    JsonText text = new JsonText().object().name("outputs");
    if (!many) {
      return text.values(out, 0, width).endObject();
    }
    text.array();
    for (int row = 0; row < rows; row++) {
      text.values(out, row * width, width);
    }
    return text.endArray().endObject();
  }
}
