package dev.burin.sample.serve;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What kind of body a request has, and which one its sender takes. */
enum Media {
  JSON,
  BYTES;

  /** JSON is meant also where nothing is said, and by what curl says if nothing is. */
  private static final Set<String> WORDS_OF_JSON =
      Set.of("", Answer.JSON, "application/x-www-form-urlencoded");

  /** The kind of a body. */
  static Media of(Fields fields) {
    plain(fields);
    String type = normal(fields.first(Answer.TYPE));
    boolean utf8 = !type.contains("charset=") || type.matches(".*charset=\"?utf-8\"?(;.*)?");
    String base = base(type);
    if (base.equals(Answer.BYTES)) {
      return BYTES;
    }
    if (utf8 && WORDS_OF_JSON.contains(base)) {
      return JSON;
    }
    throw new RequestException(
        415,
        "The body is of a type that is not read here; send application/json in UTF-8, or"
            + " little-endian floats as application/octet-stream.");
  }

  /** Refuses a body that is packed. */
  static void plain(Fields fields) {
    String coding = normal(fields.first("Content-Encoding"));
    if (!coding.isEmpty() && !coding.equals("identity")) {
      throw new RequestException(
          415, "The body is packed, which is not read here; send it without Content-Encoding.");
    }
  }

  /** The kind that an answer has: that of the request, unless its sender asks for the other. */
  Media answer(Fields fields) {
    return switch (base(normal(fields.first("Accept")))) {
      case Answer.JSON -> JSON;
      case Answer.BYTES -> BYTES;
      default -> this;
    };
  }

  private static String normal(@Nullable String value) {
    return value == null ? "" : value.replace(" ", "").toLowerCase(Locale.ROOT);
  }

  private static String base(String type) {
    int semicolon = type.indexOf(';');
    return semicolon < 0 ? type : type.substring(0, semicolon);
  }
}
