package dev.burin.sample.json;

/** A text that is not the JSON that was expected; the message is one sentence with its place. */
public final class JsonException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  JsonException(String sentence) {
    super(sentence);
  }
}
