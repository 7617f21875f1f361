package dev.burin.sample.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Strings of JSON: where they end, and what they stand for. */
final class JsonStrings {

  private JsonStrings() {}

  /** The index of the quote that closes a string, or -1 if there is none before a wrong byte. */
  static int end(byte[] text, int start, int limit) {
    int at = start;
    while (at < limit && text[at] != '"') {
      if (text[at] >= 0 && text[at] < ' ') {
        return -1;
      }
      at += text[at] == '\\' ? 2 : 1;
    }
    return at < limit ? at : -1;
  }

  /** What the bytes between two quotes stand for, or null if they are no string. */
  static @Nullable String value(byte[] text, int start, int end) {
    String raw;
    try {
      raw =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(text, start, end - start))
              .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
    return raw.indexOf('\\') < 0 ? raw : unescaped(raw);
  }

  private static @Nullable String unescaped(String raw) {
    StringBuilder string = new StringBuilder();
    int at = 0;
    while (at < raw.length()) {
      char c = raw.charAt(at++);
      if (c == '\\') {
        // The end of a string was found by stepping over escapes, so that one more is there.
        char escape = raw.charAt(at++);
        int code = escape == 'u' ? hex(raw, at) : "\"\\/bfnrt".indexOf(escape);
        if (code < 0) {
          return null;
        }
        c = escape == 'u' ? (char) code : "\"\\/\b\f\n\r\t".charAt(code);
        at += escape == 'u' ? 4 : 0;
      }
      string.append(c);
    }
    return paired(string) ? string.toString() : null;
  }

  private static int hex(String raw, int at) {
    if (at + 4 > raw.length()) {
      return -1;
    }
    int code = 0;
    for (int i = at; i < at + 4; i++) {
      char c = raw.charAt(i);
      // Character.digit also takes the digits of other scripts.
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      code = 16 * code + digit;
    }
    return code;
  }

  private static boolean paired(StringBuilder string) {
    return string.codePoints().noneMatch(c -> c >= 0xd800 && c < 0xe000);
  }

  /** Bytes as characters, one by one. */
  static String latin(byte[] text, int start, int end) {
    return new String(text, start, end - start, StandardCharsets.ISO_8859_1);
  }
}
