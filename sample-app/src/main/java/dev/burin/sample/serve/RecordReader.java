package dev.burin.sample.serve;

import dev.burin.sample.json.JsonReader;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads records from JSON into rows; a refusal says which row and which field. */
final class RecordReader {

  private final Records records;
  private final Rows rows;

  RecordReader(Records records, Rows rows) {
    this.records = records;
    this.rows = rows;
  }

  /** Reads one record, or an array of them; whether it was an array. */
  boolean read(JsonReader json) {
    if (json.isObject()) {
      one(json);
      return false;
    }
    json.array(
        () -> {
          if (!json.isObject()) {
            throw RequestException.malformed(
                "Row " + rows.rows() + " is not a record, unlike those before.");
          }
          one(json);
        });
    return true;
  }

  private void one(JsonReader json) {
    Map<String, @Nullable Object> record = new HashMap<>();
    json.object(name -> record.put(name, json.scalar()));
    add(record);
  }

  private void add(Map<String, @Nullable Object> record) {
    try {
      rows.add(records.inputs(record));
    } catch (IllegalArgumentException e) {
      throw RequestException.malformed("Row " + rows.rows() + ": " + e.getMessage());
    }
  }
}
