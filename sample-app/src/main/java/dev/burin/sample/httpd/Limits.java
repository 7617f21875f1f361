package dev.burin.sample.httpd;

import java.time.Duration;

/**
 * What one caller may cost. The server of the JDK reads its own limits once for all servers of a
 * JVM, so that those of the first server hold.
 *
 * @param bodyBytes the most bytes of a body
 * @param headerBytes the most bytes of a request line and header
 * @param connections the most connections at a time; one more is closed at once
 * @param seconds the most time to send a request, and again to take its answer
 * @param patience how long a request may wait for its turn until it is refused
 * @param crowd how many others have to wait too for that: a machine that is busy elsewhere is no
 *     reason to refuse a lone caller
 */
public record Limits(
    int bodyBytes, int headerBytes, int connections, int seconds, Duration patience, int crowd) {

  /**
   * A thousand rows of 784 numbers in JSON, and more time than a good client needs. A quarter of a
   * second is long for a network, and longer than a machine that is well is ever busy elsewhere.
   */
  public static final Limits STANDARD =
      new Limits(8 << 20, 16 << 10, 1_000, 10, Duration.ofMillis(250), 16);

  /** More fields than browsers and proxies send. */
  private static final int FIELDS = 100;

  /** Checks that each is positive. */
  public Limits {
    if (bodyBytes < 1 || headerBytes < 1 || connections < 1 || seconds < 1) {
      throw new IllegalArgumentException(
          "A limit of the server is below 1; give bytes, connections and seconds from 1 on.");
    }
    if (patience.isNegative() || crowd < 0) {
      throw new IllegalArgumentException(
          "The patience is " + patience + " in a crowd of " + crowd + "; give 0 or more.");
    }
  }

  /**
   * Tells them to the server of the JDK, before its classes are loaded. Without {@code nodelay} an
   * answer waits up to 40 ms for the acknowledgement of its header; idle connections are never cut
   * for their number, since that would hit good clients; and what a refused client still sends is
   * taken as far as a body goes, so that it gets to read why.
   */
  void apply() {
    set("sun.net.httpserver.nodelay", "true");
    set("sun.net.httpserver.maxReqTime", seconds);
    set("sun.net.httpserver.maxRspTime", seconds);
    set("sun.net.httpserver.maxReqHeaders", FIELDS);
    set("sun.net.httpserver.maxReqHeaderSize", headerBytes);
    set("sun.net.httpserver.maxIdleConnections", connections + 1);
    set("sun.net.httpserver.drainAmount", bodyBytes);
    set("jdk.httpserver.maxConnections", connections);
  }

  private static void set(String property, int value) {
    set(property, Integer.toString(value));
  }

  /** What was given on the command line of the JVM stays. */
  private static void set(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
