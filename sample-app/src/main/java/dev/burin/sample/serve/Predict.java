package dev.burin.sample.serve;

import dev.burin.sample.json.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /predict}: one sample or many, in JSON or as bytes.
 *
 * <p>JSON is an array of numbers for one sample, an array of such arrays for many, or an object
 * whose member {@code inputs} is one of these; the answer is {@code {"outputs": ...}} of the same
 * form. Where the network knows records, each sample may be one, an object by the names of its
 * fields, and the answer says in their words what the outputs stand for. Bytes are little-endian
 * floats, row after row, and so is the answer to them.
 */
final class Predict {

  private final Model model;
  private final Metrics metrics;
  private final int mostRows;
  private volatile @Nullable Known known;

  Predict(Model model, Metrics metrics, long mostBytes) {
    this.model = model;
    this.metrics = metrics;
    this.mostRows = Rows.most(model.shape(), mostBytes);
  }

  Answer answer(Request request) {
    Media media = Media.of(request.fields());
    int width = model.shape().inputs();
    if (media == Media.BYTES) {
      Rows rows = Rows.of(request.body(), 0, request.body().length, width, mostRows);
      return answer(request, media, Asking.numbers(rows, true));
    }
    RequestReader reader = new RequestReader(known(), new Rows(width, mostRows));
    Asking asking = reader.read(new JsonReader(request.body()));
    return answer(request, media, asking);
  }

  private Answer answer(Request request, Media media, Asking asking) {
    Rows rows = asking.rows().whole();
    Known told = asking.records();
    float[] out =
        told == null ? metrics.timed(model, rows) : metrics.timed(model, told.network(), rows);
    return switch (media.answer(request.fields())) {
      case BYTES -> Answer.ok(Answer.BYTES, Floats.bytes(out));
      case JSON -> Answer.json(200, new Outputs(model.shape().outputs(), out).text(asking));
    };
  }

  /** The network in use, whose records are found once for its weights. */
  private Known known() {
    var serving = model.served().serving();
    Known last = known;
    if (last == null || last.network() != serving.engraved().network()) {
      last = new Known(serving, model.records().notes(serving.notes()));
      known = last;
    }
    return last;
  }
}
