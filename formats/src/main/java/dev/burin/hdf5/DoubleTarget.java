package dev.burin.hdf5;

import dev.burin.file.MalformedFileException;
import java.nio.ByteBuffer;
import java.util.Locale;

/** Keeps numbers of any type as doubles, none of them rounded. */
record DoubleTarget(DataSet set, double[] values) implements Target {

  /** Up to here every whole number is a double. */
  private static final long EXACT = 1L << 53;

  @Override
  public void put(int at, ByteBuffer raw, int from, int count) throws MalformedFileException {
    NumberType type = set.type();
    for (int i = 0; i < count; i++) {
      int place = from + i * type.size();
      values[at + i] =
          type.isWhole() ? whole(at + i, type.whole(raw, place)) : type.real(raw, place);
    }
  }

  private double whole(int index, long number) throws MalformedFileException {
    boolean huge = set.type().kind() == NumberType.Kind.UNSIGNED && number < 0;
    if (huge || number < -EXACT || number > EXACT) {
      throw set.file()
          .bytes()
          .malformed(
              String.format(
                  Locale.ROOT,
                  "Number %d of %s is %s, which a double cannot tell from its neighbours.",
                  index,
                  set.name(),
                  set.type().text(number)));
    }
    return number;
  }
}
