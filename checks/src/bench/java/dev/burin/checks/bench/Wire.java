package dev.burin.checks.bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection that is kept, over which one request after the other goes. */
final class Wire implements AutoCloseable {

  private final Socket socket;
  private final DataInputStream in;
  private int length;

  Wire(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(60_000);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
  }

  /** A request with a body of bytes. */
  static byte[] post(String path, byte[] body) {
    byte[] head =
        String.format(
                Locale.ROOT,
                "POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: application/octet-stream\r\n"
                    + "Content-Length: %d\r\n\r\n",
                path,
                body.length)
            .getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[head.length + body.length];
    System.arraycopy(head, 0, request, 0, head.length);
    System.arraycopy(body, 0, request, head.length, body.length);
    return request;
  }

  /** Sends a request, reads its answer, and gives the status. */
  int send(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    int status = head();
    in.skipNBytes(length);
    return status;
  }

  /** Sends a request and gives the body of its answer. */
  byte[] answer(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    head();
    return in.readNBytes(length);
  }

  private int head() throws IOException {
    int status = Integer.parseInt(line().substring(9, 12));
    length = 0;
    for (String field = line(); !field.isEmpty(); field = line()) {
      if (field.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        length = Integer.parseInt(field.substring(15).strip());
      }
    }
    return status;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
