package dev.burin.data;

import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One cell on its way into an encoding.
 *
 * @param place where it stands, for messages
 * @param value a number or a text, or null if it is missing
 */
record Cell(String place, @Nullable Object value) {

  /** A cell of a frame. */
  static Cell of(Column column, int row) {
    String place = String.format(Locale.ROOT, "Row %d of column \"%s\"", row, column.name());
    return switch (column) {
      case NumberColumn numbers ->
          new Cell(place, numbers.isMissing(row) ? null : (Object) numbers.value(row));
      case TextColumn texts -> new Cell(place, texts.value(row));
    };
  }

  /** What a caller gave for a column. */
  static Cell of(String column, @Nullable Object given) {
    String place = "Column \"" + column + "\"";
    return switch (given) {
      case null -> new Cell(place, null);
      case Number number -> {
        double value = number.doubleValue();
        if (Double.isInfinite(value)) {
          throw new IllegalArgumentException(place + " is " + value + "; give a finite number.");
        }
        yield new Cell(place, Double.isNaN(value) ? null : (Object) value);
      }
      default -> {
        String text = given.toString().strip();
        yield new Cell(place, text.isEmpty() ? null : text);
      }
    };
  }

  boolean missing() {
    return value == null;
  }

  double number() {
    if (value instanceof Double number) {
      return number;
    }
    OptionalDouble parsed = Decimal.parse(text(), '.');
    if (parsed.isEmpty() || Double.isInfinite(parsed.getAsDouble())) {
      throw new IllegalArgumentException(
          place + " is \"" + text() + "\", which is no number; give one such as 12.5 or 1e-3.");
    }
    return parsed.getAsDouble();
  }

  String text() {
    return value instanceof Double number ? NumberColumn.text(number) : String.valueOf(value);
  }
}
