package dev.burin.sample.serve;

import dev.burin.data.Encoding;
import dev.burin.network.Decision;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records that go through the encoding that was saved with the weights, raw as in the table that
 * was learned: texts and numbers, null where a cell is missing. Fields that it does not read, such
 * as the target, make no difference.
 */
public final class EncodedRecords implements Records {

  private final Encoding encoding;

  private EncodedRecords(Encoding encoding) {
    this.encoding = encoding;
  }

  /** The records of an encoding among some notes, or null where there is none. */
  public static @Nullable EncodedRecords of(Map<String, String> notes) {
    return notes.containsKey(Encoding.NOTE) ? new EncodedRecords(Encoding.of(notes)) : null;
  }

  @Override
  public List<String> fields() {
    return encoding.columns();
  }

  @Override
  public float[] inputs(Map<String, @Nullable Object> record) {
    return encoding.floats(record);
  }

  @Override
  public @Nullable Object answer(float[] out) {
    if (!encoding.tellsClasses()) {
      return encoding.value(out[0]);
    }
    int number = Decision.of(out, 0, out.length);
    return number == Decision.NONE ? null : encoding.className(number);
  }
}
