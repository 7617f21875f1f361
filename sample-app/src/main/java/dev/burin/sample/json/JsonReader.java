package dev.burin.sample.json;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) from bytes, step by step: the caller says what it expects next, and
 * anything else is refused with its place. Names that occur twice in one object, what is nested
 * deeper than {@value #DEEPEST} and whatever stands behind the end are refused too.
 *
 * <p>Only names and strings are made into objects; a number costs none.
 */
public final class JsonReader {

  /** More than any request needs, and far from the end of any stack. */
  public static final int DEEPEST = 16;

  /** More members of one object than any request has; each name is kept to see it come twice. */
  private static final int MOST_MEMBERS = 1_000;

  /** What may follow a value. */
  private static final String BEHIND = ",]} \t\r\n";

  private final byte[] text;
  private final int end;
  private int at;
  private int depth;
  private int numberAt;
  private int members;

  /** A reader of a whole array. */
  public JsonReader(byte[] text) {
    this(text, text.length);
  }

  /** A reader of the first bytes of an array. */
  public JsonReader(byte[] text, int length) {
    this.text = text;
    this.end = length;
  }

  /** Whether the next value is an array. */
  public boolean isArray() {
    return next() == '[';
  }

  /** Whether the next value is an object. */
  public boolean isObject() {
    return next() == '{';
  }

  /** Whether the next value is an array whose first element is an object; nothing is read. */
  public boolean isArrayOfObjects() {
    if (next() != '[') {
      return false;
    }
    int start = at;
    at++;
    boolean object = next() == '{';
    at = start;
    return object;
  }

  /** Whether the next value is an object whose first member has a name; nothing is read. */
  public boolean isMember(String name) {
    if (next() != '{') {
      return false;
    }
    int start = at;
    at++;
    boolean found = next() == '"';
    int from = at + 1;
    int stop = found ? JsonStrings.end(text, from, end) : -1;
    at = start;
    return stop >= 0 && name.equals(JsonStrings.value(text, from, stop));
  }

  /** Reads an object; {@code member} gets each name and has to read its value. */
  public void object(Consumer<String> member) {
    take('{', "an object");
    enter();
    Set<String> names = new HashSet<>();
    if (next() != '}') {
      do {
        String name = string();
        if (++members > MOST_MEMBERS) {
          throw refuse("at most " + MOST_MEMBERS + " members");
        }
        if (!names.add(name)) {
          throw refuse("the name \"" + JsonText.shown(name) + "\" only once in an object");
        }
        take(':', "a colon");
        member.accept(name);
      } while (another('}'));
    }
    leave();
  }

  /** Reads an array; {@code element} is called for each value and has to read it. */
  public void array(Runnable element) {
    take('[', "an array");
    enter();
    if (next() != ']') {
      do {
        element.run();
      } while (another(']'));
    }
    leave();
  }

  /** Whether a comma follows; if not, the end has to. */
  private boolean another(char close) {
    int c = next();
    if (c == ',') {
      at++;
      return true;
    }
    if (c != close) {
      throw refuse("a comma or '" + close + "'");
    }
    return false;
  }

  private void enter() {
    if (++depth > DEEPEST) {
      throw refuse("values nested at most " + DEEPEST + " deep");
    }
  }

  private void leave() {
    at++;
    depth--;
  }

  /** Reads a number as {@link Float#parseFloat} does: rounded once, infinite if it is too large. */
  public float number() {
    float value = numberOrNaN();
    if (Float.isNaN(value)) {
      throw refuse(JsonNumber.GRAMMAR);
    }
    return value;
  }

  /** {@link #number()}, or NaN, which is no number of JSON, where none stands; nothing is read. */
  public float numberOrNaN() {
    next();
    int stop = JsonNumber.end(text, at, end);
    if (stop < 0 || (stop < end && BEHIND.indexOf(text[stop]) < 0)) {
      return Float.NaN;
    }
    numberAt = at;
    at = stop;
    return JsonNumber.value(text, numberAt, stop);
  }

  /** The number that was read last, as it is spelled. */
  public String spelled() {
    return JsonText.shown(JsonStrings.latin(text, numberAt, at));
  }

  /** What stands where a number was expected, as it is spelled. */
  public String found() {
    next();
    int stop = at;
    while (stop < end && stop - at < JsonText.LONGEST && BEHIND.indexOf(text[stop]) < 0) {
      stop++;
    }
    return stop == at ? "nothing" : JsonText.shown(JsonStrings.latin(text, at, stop));
  }

  /** Reads a whole number, 0 or more. */
  public long whole() {
    next();
    int start = at;
    long value = 0;
    while (at < end && text[at] >= '0' && text[at] <= '9') {
      int digit = text[at] - '0';
      if (value > (Long.MAX_VALUE - digit) / 10) {
        throw refuse("a whole number of at most " + Long.MAX_VALUE);
      }
      value = 10 * value + digit;
      at++;
    }
    boolean more = at < end && ".eE".indexOf(text[at]) >= 0;
    boolean padded = at > start + 1 && text[start] == '0';
    if (at == start || padded || more) {
      throw refuse("a whole number, 0 or more");
    }
    return value;
  }

  /** Reads {@code true} or {@code false}. */
  public boolean bool() {
    boolean value = next() == 't';
    word(value ? "true" : "false");
    return value;
  }

  /** Reads a string. */
  public String string() {
    take('"', "a string");
    int stop = JsonStrings.end(text, at, end);
    if (stop < 0) {
      throw refuse("a string that ends, without control characters");
    }
    String string = JsonStrings.value(text, at, stop);
    if (string == null) {
      throw refuse("a string of UTF-8 with the escapes of JSON");
    }
    at = stop + 1;
    return string;
  }

  /** Reads a {@link Double}, a {@link String}, a {@link Boolean} or null. */
  public @Nullable Object scalar() {
    return switch (next()) {
      case '"' -> string();
      case 't', 'f' -> bool();
      case 'n' -> {
        word("null");
        yield null;
      }
      case '{', '[' -> throw refuse("a number, a string, true, false or null");
      default -> {
        number();
        yield Double.parseDouble(JsonStrings.latin(text, numberAt, at));
      }
    };
  }

  /** Reads any value and drops it. */
  public void skip() {
    switch (next()) {
      case '{' -> object(_ -> skip());
      case '[' -> array(this::skip);
      case '"' -> string();
      case 't', 'f' -> bool();
      case 'n' -> word("null");
      default -> number();
    }
  }

  /** Sees to it that nothing but space follows. */
  public void end() {
    if (next() >= 0) {
      throw refuse("nothing behind its end");
    }
  }

  private void word(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (at + i >= end || text[at + i] != word.charAt(i)) {
        throw refuse("a value");
      }
    }
    at += word.length();
  }

  private void take(char c, String what) {
    if (next() != c) {
      throw refuse(what);
    }
    at++;
  }

  /** The next byte that is no space, or -1 at the end. */
  private int next() {
    while (at < end) {
      byte c = text[at];
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        return c & 0xff;
      }
      at++;
    }
    return -1;
  }

  private JsonException refuse(String expected) {
    return new JsonException(
        String.format(Locale.ROOT, "The JSON is wrong at byte %d: expected %s.", at, expected));
  }
}
