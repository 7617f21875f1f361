package dev.burin.sample.httpd;

import com.sun.net.httpserver.HttpServer;
import dev.burin.sample.serve.Service;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.locks.LockSupport;

/** A service on a port, until it is closed. */
public final class ModelServer implements AutoCloseable {

  /** What still runs at the end gets this long. */
  private static final int GRACE_SECONDS = 5;

  private static final long LOOK_NANOS = 5_000_000;

  private final HttpServer server;
  private final Admission admission;
  private final Service service;

  private ModelServer(HttpServer server, Admission admission, Service service) {
    this.server = server;
    this.admission = admission;
    this.service = service;
  }

  /**
   * Starts to listen.
   *
   * @param address where; port 0 stands for one that is free
   * @throws IOException if somebody else listens there, or nobody may
   */
  public static ModelServer start(InetSocketAddress address, Service service, Limits limits)
      throws IOException {
    limits.apply();
    HttpServer server = bound(address, limits.connections());
    Admission admission = new Admission(limits);
    server.setExecutor(admission);
    server.createContext("/", new Exchanges(service, new Bodies(limits)));
    server.start();
    return new ModelServer(server, admission, service);
  }

  private static HttpServer bound(InetSocketAddress address, int backlog) throws IOException {
    if (address.isUnresolved()) {
      throw new IOException("There is no host " + address.getHostString() + "; give another.");
    }
    try {
      return HttpServer.create(address, backlog);
    } catch (BindException e) {
      throw new IOException(
          "Nobody can listen at "
              + address.getHostString()
              + ":"
              + address.getPort()
              + " ("
              + e.getMessage()
              + "); give another --port or --host.",
          e);
    }
  }

  /** The port. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Says that it is not ready, takes no more connections, and ends once all is answered. */
  @Override
  public void close() {
    service.closing();
    Thread stop = Thread.ofPlatform().name("stop").start(() -> server.stop(GRACE_SECONDS));
    boolean interrupted = false;
    while (stop.isAlive()) {
      LockSupport.parkNanos(this, LOOK_NANOS);
      interrupted |= Thread.interrupted();
      if (admission.running() == 0) {
        // The server waits for answers that nobody took any more; there are none under way.
        stop.interrupt();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
