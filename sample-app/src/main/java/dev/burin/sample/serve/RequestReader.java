package dev.burin.sample.serve;

import dev.burin.sample.json.JsonReader;
import dev.burin.sample.json.JsonText;

/** Reads the JSON of a request for predictions, in each of its forms. */
final class RequestReader {

  private static final String INPUTS = "inputs";

  private final Known known;
  private final Rows rows;

  RequestReader(Known known, Rows rows) {
    this.known = known;
    this.rows = rows;
  }

  Asking read(JsonReader json) {
    Asking asking = json.isObject() && !isRecord(json) ? wrapped(json) : samples(json);
    json.end();
    if (!asking.many() && rows.numbers() != 0 && rows.numbers() != rows.width()) {
      throw RequestException.malformed(
          "Row 0 has " + rows.numbers() + " numbers, not exactly " + rows.width() + ".");
    }
    return asking;
  }

  /** An object that begins with "inputs" wraps samples, unless records have such a field. */
  private boolean isRecord(JsonReader json) {
    Records records = known.records();
    return records != null && (!json.isMember(INPUTS) || records.fields().contains(INPUTS));
  }

  private Asking wrapped(JsonReader json) {
    Asking[] asking = {Asking.numbers(rows, false)};
    json.object(
        name -> {
          if (!name.equals(INPUTS)) {
            throw RequestException.malformed(
                "The member \"" + JsonText.shown(name) + "\" is unknown; expected \"inputs\".");
          }
          asking[0] = samples(json);
        });
    return asking[0];
  }

  private Asking samples(JsonReader json) {
    Records records = known.records();
    if (json.isObject() || json.isArrayOfObjects()) {
      if (records == null) {
        throw RequestException.malformed(
            "The network knows no records; give arrays of "
                + rows.width()
                + " numbers, as in {\"inputs\": [...]}.");
      }
      return new Asking(rows, new RecordReader(records, rows).read(json), known);
    }
    return Asking.numbers(rows, rows.read(json));
  }
}
