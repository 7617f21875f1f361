package dev.burin.sample.httpd;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.burin.sample.serve.RequestException;
import java.util.List;

/**
 * What the server of the JDK lets pass and HTTP/1.1 (RFC 9112) does not: whoever sends it may be at
 * odds with a proxy about where the next request begins, so that the connection has to be closed.
 */
final class Wire {

  /** Longer numbers are no length of anything. */
  private static final int LONGEST_LENGTH = 18;

  private Wire() {}

  /** Refuses a header that is not to be trusted. */
  static void check(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    boolean old = exchange.getProtocol().equals("HTTP/1.0");
    if (!old && !exchange.getProtocol().equals("HTTP/1.1")) {
      throw new RequestException(505, "This is not HTTP/1.1; send that.");
    }
    List<String> hosts = headers.get("Host");
    if (hosts == null ? !old : hosts.size() != 1) {
      throw new RequestException(400, "A request has one field Host, this has none or several.");
    }
    String length = headers.getFirst("Content-Length");
    if (length != null && !digits(length)) {
      throw new RequestException(400, "The Content-Length is not a number of bytes.");
    }
    if (old && headers.containsKey("Transfer-Encoding")) {
      throw new RequestException(400, "HTTP/1.0 knows no Transfer-Encoding; send HTTP/1.1.");
    }
    if (exchange.getRequestURI().getRawPath() == null) {
      throw new RequestException(400, "The request has no path; expected one such as /predict.");
    }
  }

  private static boolean digits(String length) {
    return !length.isEmpty()
        && length.length() <= LONGEST_LENGTH
        && length.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The bytes of the body that the header announces, or -1 where it comes in chunks. */
  static long length(HttpExchange exchange) {
    if (chunked(exchange)) {
      return -1;
    }
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    return length == null ? 0 : Long.parseLong(length);
  }

  /**
   * Whether the body comes in chunks. The server of the JDK takes the length of a chunk for less
   * than it is where it has more than eight digits, so that no second request may follow.
   */
  static boolean chunked(HttpExchange exchange) {
    return exchange.getRequestHeaders().containsKey("Transfer-Encoding");
  }
}
