package dev.burin.sample.httpd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection that sends what it is told, right or wrong, and reads what comes. */
final class Client implements AutoCloseable {

  private static final int MILLIS = 20_000;

  /** What came: the status, the header in small letters, and the body. */
  record Reply(int status, String header, byte[] body) {
    /** What comes where the connection was closed without a word. */
    static final Reply NONE = new Reply(0, "", new byte[0]);

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  private final Socket socket;
  private final InputStream in;

  Client(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(MILLIS);
    in = socket.getInputStream();
  }

  Client send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  Client send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /** Sends as much as the other side takes. */
  boolean sent(byte[] bytes) {
    try {
      send(bytes);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  Client endOfRequests() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /** The next answer, or none if the connection is closed. */
  Reply reply() throws IOException {
    try {
      ByteArrayOutputStream header = new ByteArrayOutputStream();
      while (!header.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        int next = in.read();
        if (next < 0) {
          return Reply.NONE;
        }
        header.write(next);
      }
      String text = header.toString(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
      int at = text.indexOf("\r\ncontent-length: ");
      int length =
          at < 0 ? 0 : Integer.parseInt(text.substring(at + 18, text.indexOf("\r\n", at + 2)));
      return new Reply(Integer.parseInt(text.substring(9, 12)), text, in.readNBytes(length));
    } catch (SocketException e) {
      return Reply.NONE;
    }
  }

  /** All that comes until the other side ends the connection. */
  byte[] rest() throws IOException {
    return in.readAllBytes();
  }

  /** Whether the other side ends the connection, and says nothing more before. */
  boolean closed() throws IOException {
    try {
      return in.read() < 0;
    } catch (SocketException e) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
