package dev.burin.checks.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/**
 * What a request costs the server: processor time of its process by requests, in turns for a
 * constant and for the network, medians of the turns. Other work on the machine makes both dearer,
 * their distance less so.
 */
public final class HttpCosts {

  private static final int CLIENTS = 32;
  private static final int TURNS = Integer.getInteger("turns", 9);
  private static final long TURN_NANOS = Long.getLong("millis", 2_000) * 1_000_000;

  private HttpCosts() {}

  /** Prints a line for each network named, SMALL and FIVE_OR_EIGHT without names. */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> names = args.length == 0 ? List.of("SMALL", "FIVE_OR_EIGHT") : List.of(args);
    for (String name : names) {
      int inputs = Nets.valueOf(name).make().shape().inputs();
      byte[] body = new byte[Float.BYTES * inputs];
      try (Child child = new Child(name)) {
        System.out.println(name + ": " + child);
        byte[] constant = Wire.post("/constant", body);
        byte[] predict = Wire.post("/predict", body);
        micros(child, constant);
        micros(child, predict);
        double[] without = new double[TURNS];
        double[] with = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
          without[turn] = micros(child, constant);
          with[turn] = micros(child, predict);
        }
        print(name, median(without), median(with));
      }
    }
  }

  private static void print(String name, double without, double with) {
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f us for a constant, %.1f us for the network: %.3f times, %+.1f us%n",
        name,
        without,
        with,
        with / without,
        with - without);
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Microseconds of processor time of the server by requests. */
  private static double micros(Child child, byte[] request)
      throws IOException, InterruptedException {
    LongAdder count = new LongAdder();
    List<Thread> clients = new ArrayList<>();
    double before = child.cpuMicros();
    long end = System.nanoTime() + TURN_NANOS;
    for (int client = 0; client < CLIENTS; client++) {
      clients.add(Thread.ofVirtual().start(() -> ask(child.port(), request, end, count)));
    }
    for (Thread client : clients) {
      client.join();
    }
    return (child.cpuMicros() - before) / count.sum();
  }

  private static void ask(int port, byte[] request, long end, LongAdder count) {
    try (Wire wire = new Wire(port)) {
      while (System.nanoTime() < end) {
        int status = wire.send(request);
        if (status != 200) {
          throw new IOException("The server answered " + status + ".");
        }
        count.increment();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
