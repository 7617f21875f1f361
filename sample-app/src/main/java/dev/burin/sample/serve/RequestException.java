package dev.burin.sample.serve;

/** A request that is not answered as it wished; the message says in one sentence why. */
public final class RequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * A refusal.
   *
   * @param status the code of HTTP, 400 or more
   * @param sentence what is wrong, and what was expected
   */
  public RequestException(int status, String sentence) {
    super(sentence);
    this.status = status;
  }

  /** A request that is malformed: 400. */
  static RequestException malformed(String sentence) {
    return new RequestException(400, sentence);
  }

  /** The code of HTTP. */
  public int status() {
    return status;
  }

  /** The answer to it. */
  public Answer answer() {
    String sentence = getMessage() == null ? "no reason was given" : getMessage();
    return switch (status) {
      case 401 -> Answer.error(status, sentence).with("WWW-Authenticate", "Bearer");
      case 503 -> Answer.busy(sentence);
      default -> Answer.error(status, sentence);
    };
  }
}
