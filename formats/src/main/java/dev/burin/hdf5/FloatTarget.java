package dev.burin.hdf5;

import dev.burin.file.MalformedFileException;
import java.nio.ByteBuffer;
import java.util.Locale;

/** Keeps numbers of any type as the floats nearest to them. */
record FloatTarget(DataSet set, float[] values) implements Target {

  @Override
  public void put(int at, ByteBuffer raw, int from, int count) throws MalformedFileException {
    NumberType type = set.type();
    for (int i = 0; i < count; i++) {
      int place = from + i * type.size();
      values[at + i] =
          type.isWhole()
              ? whole(type, type.whole(raw, place))
              : real(at + i, type.real(raw, place));
    }
  }

  private static float whole(NumberType type, long number) {
    // Past 63 bits, half of the number has the same float but for the exponent; its last bit keeps
    // that anything was there to round.
    return type.kind() == NumberType.Kind.UNSIGNED && number < 0
        ? 2 * (float) (number >>> 1 | (number & 1))
        : number;
  }

  private float real(int index, double number) throws MalformedFileException {
    float nearest = (float) number;
    if (Float.isInfinite(nearest) && !Double.isInfinite(number)) {
      throw set.file()
          .bytes()
          .malformed(
              String.format(
                  Locale.ROOT,
                  "Number %d of %s is %s, too large for a float; read it as doubles.",
                  index,
                  set.name(),
                  number));
    }
    return nearest;
  }
}
