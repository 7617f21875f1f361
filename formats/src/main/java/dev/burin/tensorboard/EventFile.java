package dev.burin.tensorboard;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32C;

/**
 * A file of events that TensorBoard shows: numbers by step, and how numbers are spread by step.
 * {@link TensorBoard} writes those of a training by itself.
 *
 * <p>Records are those of TensorFlow: the length of an {@code Event} message as 64 bits,
 * little-endian, a masked CRC-32C of these, the message, and a masked CRC-32C of it. One thread at
 * a time writes.
 */
public final class EventFile implements Closeable, Flushable {

  private static final int MASK = 0xA282EAD8;

  private final OutputStream out;
  private final Clock clock;

  private EventFile(OutputStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /**
   * Makes a new file in a folder, which is made where it is absent; TensorBoard takes each folder
   * for one run, and all its files together.
   *
   * @throws IOException if the file cannot be made
   */
  public static EventFile create(Path folder) throws IOException {
    return create(folder, Clock.systemUTC());
  }

  static EventFile create(Path folder, Clock clock) throws IOException {
    Objects.requireNonNull(folder, "The folder is null; give one, such as Path.of(\"runs/a\").");
    Files.createDirectories(folder);
    long millis = clock.millis();
    Path file = folder.resolve("events.out.tfevents." + millis / 1000 + ".burin." + millis % 1000);
    EventFile events =
        new EventFile(
            new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)),
            clock);
    events.event(0, new Message().text(3, "brain.Event:2"), false);
    return events;
  }

  /**
   * Writes a number of a step.
   *
   * @param tag its name; what is before a / groups it
   * @param step 0 or more
   * @param value which is rounded to float
   * @throws IllegalArgumentException if the step is negative
   */
  public void scalar(String tag, long step, double value) throws IOException {
    summary(step, value(tag, step).single(2, (float) value));
  }

  /**
   * Writes how numbers are spread, in up to 30 buckets of equal width.
   *
   * @param tag its name; what is before a / groups it
   * @param step 0 or more
   * @param values 1 or more finite numbers
   * @throws IllegalArgumentException if there is none, or one is not finite, or the step is
   *     negative
   */
  public void histogram(String tag, long step, double... values) throws IOException {
    Objects.requireNonNull(values, "The array of values is null; give one.");
    Message named = value(tag, step);
    if (!Histogram.fits(values)) {
      throw new IllegalArgumentException(
          "A histogram is made of 1 or more finite numbers, and these are not: \"" + tag + "\".");
    }
    summary(step, named.message(5, Histogram.of(values)));
  }

  private static Message value(String tag, long step) {
    Objects.requireNonNull(tag, "The tag is null; give one, such as \"cost\".");
    if (step < 0) {
      throw new IllegalArgumentException("The step is " + step + ", not 0 or more.");
    }
    return new Message().text(1, tag);
  }

  private void summary(long step, Message value) throws IOException {
    event(step, new Message().message(5, new Message().message(1, value)), true);
  }

  private void event(long step, Message what, boolean counted) throws IOException {
    Message event = new Message().real(1, clock.millis() / 1000.0);
    if (counted) {
      event.whole(2, step);
    }
    byte[] head = event.toBytes();
    byte[] tail = what.toBytes();
    byte[] data = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, data, head.length, tail.length);
    byte[] length = Message.little(Long.BYTES).putLong(data.length).array();
    out.write(length);
    out.write(masked(length));
    out.write(data);
    out.write(masked(data));
  }

  private static byte[] masked(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    int value = (int) crc.getValue();
    return Message.little(Integer.BYTES).putInt(Integer.rotateRight(value, 15) + MASK).array();
  }

  /** Hands over what was written, so that a TensorBoard that runs beside shows it. */
  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
