package dev.burin.sample.serve;

import dev.burin.sample.json.JsonText;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Outputs as JSON: in the form of the samples, and with what they stand for where records came.
 *
 * @param out {@code [n][width]}
 */
record Outputs(int width, float[] out) {

  JsonText text(Asking asking) {
    int rows = asking.rows().rows();
    JsonText text = new JsonText().object().name("outputs");
    if (!asking.many()) {
      text.values(out, 0, width);
    } else {
      text.array();
      for (int row = 0; row < rows; row++) {
        text.values(out, row * width, width);
      }
      text.endArray();
    }
    Known known = asking.records();
    if (known != null && known.records() != null && answer(known.records(), 0) != null) {
      answers(text, known.records(), asking.many(), rows);
    }
    return text.endObject();
  }

  private void answers(JsonText text, Records records, boolean many, int rows) {
    if (!many) {
      write(text.name("answer"), answer(records, 0));
      return;
    }
    text.name("answers").array();
    for (int row = 0; row < rows; row++) {
      write(text, answer(records, row));
    }
    text.endArray();
  }

  private @Nullable Object answer(Records records, int row) {
    return records.answer(Arrays.copyOfRange(out, row * width, (row + 1) * width));
  }

  private static void write(JsonText text, @Nullable Object answer) {
    if (answer instanceof Double number) {
      text.value(number.doubleValue());
    } else {
      text.value(String.valueOf(answer));
    }
  }
}
