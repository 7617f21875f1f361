package dev.burin.sample.httpd;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.burin.sample.serve.RequestException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the server of the JDK lets pass and HTTP/1.1 (RFC 9112) does not: whoever sends it may be at
 * odds with a proxy about where the next request begins, so that the connection has to be closed.
 */
final class Wire {

  /** Longer numbers are no length of anything. */
  private static final int LONGEST_LENGTH = 18;

  /** What a name of a host, an address or a port is made of. */
  private static final Pattern HOST = Pattern.compile("[-A-Za-z0-9._~%!$&'()*+;=:\\[\\]]*");

  private static final Pattern CLOSE = Pattern.compile("(?i)(^|[, ])close([, ]|$)");

  private static final char DELETE = 0x7f;

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
    if (hosts != null && !HOST.matcher(hosts.getFirst()).matches()) {
      throw new RequestException(400, "The field Host is no name and port of a host.");
    }
    controls(headers);
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
    if (exchange.getRequestURI().getRawFragment() != null) {
      throw new RequestException(400, "The request has a '#', which no server is to see.");
    }
    String expect = headers.getFirst("Expect");
    if (expect != null && !expect.equalsIgnoreCase("100-continue")) {
      throw new RequestException(417, "The only thing to expect here is 100-continue.");
    }
  }

  /** Others may end a value where such a character stands, or drop it. */
  private static void controls(Headers headers) {
    for (List<String> values : headers.values()) {
      for (String value : values) {
        for (int i = 0; i < value.length(); i++) {
          char c = value.charAt(i);
          if (c < ' ' || c == DELETE) {
            throw new RequestException(400, "A field of the header has a control character.");
          }
        }
      }
    }
  }

  /** Whether the sender wants the connection closed; the server of the JDK knows the word alone. */
  static boolean closes(HttpExchange exchange) {
    String words = exchange.getRequestHeaders().getFirst("Connection");
    return words != null && CLOSE.matcher(words).find();
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
