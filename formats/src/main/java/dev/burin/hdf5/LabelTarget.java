package dev.burin.hdf5;

import dev.burin.file.MalformedFileException;
import java.nio.ByteBuffer;
import java.util.Locale;

/** Keeps whole numbers of any type as ints from 0 on. */
record LabelTarget(DataSet set, int[] values) implements Target {

  @Override
  public void put(int at, ByteBuffer raw, int from, int count) throws MalformedFileException {
    NumberType type = set.type();
    for (int i = 0; i < count; i++) {
      long label = type.whole(raw, from + i * type.size());
      if (label < 0 || label > Integer.MAX_VALUE) {
        throw set.file()
            .bytes()
            .malformed(
                String.format(
                    Locale.ROOT,
                    "Label %d of %s is %s, not 0 to %d.",
                    at + i,
                    set.name(),
                    type.text(label),
                    Integer.MAX_VALUE));
      }
      values[at + i] = (int) label;
    }
  }
}
