package dev.burin.sample.httpd;

import dev.burin.sample.serve.RequestException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Semaphore;

/**
 * Reads bodies within their limits: each one's bytes and time, and the bytes of all together, which
 * are counted as they arrive, so that an announcement reserves nothing.
 */
final class Bodies {

  /** A body as it was read; closed, it makes room for others. */
  record Body(byte[] bytes, Semaphore room) implements AutoCloseable {
    @Override
    public void close() {
      room.release(bytes.length);
    }
  }

  /** An array of this length is given to a request before it has sent anything. */
  private static final int FIRST = 4_096;

  /** The rest of the heap is for what bodies become: floats, outputs and answers. */
  private static final int SHARE_OF_HEAP = 8;

  private static final long SECOND = 1_000_000_000L;

  private final Semaphore room;
  private final long nanos;

  Bodies(Limits limits) {
    this.room = new Semaphore(room(limits));
    this.nanos = limits.seconds() * SECOND;
  }

  private static int room(Limits limits) {
    long share = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
    return Math.clamp(share, limits.bodyBytes(), Integer.MAX_VALUE);
  }

  /**
   * Reads a body to its end.
   *
   * @param declared its length, or -1 where it comes in chunks
   * @param most its bytes at most
   * @throws RequestException if it is longer, too slow, or if there is no room
   */
  Body read(InputStream in, long declared, long most) {
    if (declared > most) {
      throw tooLong(most);
    }
    long start = System.nanoTime();
    // One byte too many is enough to know.
    long limit = declared < 0 ? most + 1 : declared;
    byte[] bytes = new byte[(int) Math.min(limit, FIRST)];
    take(bytes.length);
    int length = 0;
    boolean whole = false;
    try {
      while (length != declared) {
        if (length == bytes.length) {
          bytes = longer(bytes, limit);
        }
        int read = read(in, bytes, length);
        if (read < 0) {
          break;
        }
        length += read;
        if (length > most) {
          throw tooLong(most);
        }
        if (System.nanoTime() - start > nanos) {
          throw new RequestException(408, "The body took too long to arrive; send it at once.");
        }
      }
      whole = true;
      room.release(bytes.length - length);
      return new Body(length == bytes.length ? bytes : Arrays.copyOf(bytes, length), room);
    } finally {
      if (!whole) {
        room.release(bytes.length);
      }
    }
  }

  /** A length of a chunk beyond that of an array has the server of the JDK count backwards. */
  private static int read(InputStream in, byte[] bytes, int at) {
    try {
      return in.read(bytes, at, bytes.length - at);
    } catch (IOException | IndexOutOfBoundsException e) {
      throw new RequestException(
          400, "The body ends before its length, or its chunks are not those of HTTP/1.1.");
    }
  }

  private byte[] longer(byte[] bytes, long limit) {
    int length = (int) Math.min(2L * bytes.length, limit);
    take(length - bytes.length);
    return Arrays.copyOf(bytes, length);
  }

  private void take(int bytes) {
    if (!room.tryAcquire(bytes)) {
      throw new RequestException(
          503, "The bodies of other requests fill the memory; ask again after a second.");
    }
  }

  private static RequestException tooLong(long most) {
    return new RequestException(
        413, String.format(Locale.ROOT, "The body is too long; %d bytes are read here.", most));
  }
}
