package dev.burin.train;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows how far a training is: on a terminal as one line that is drawn again and again and removed
 * at the end, elsewhere as a plain line from time to time. Only ASCII is written.
 */
public final class ConsoleProgress implements TrainingListener {

  private static final Duration REDRAW = Duration.ofMillis(100);
  private static final Duration REPORT = Duration.ofSeconds(10);
  private static final int CELLS = 24;

  private final PrintStream out;
  private final boolean redraw;
  private final long every;
  private final LongSupplier clock;
  private TrainingPlan plan = new TrainingPlan(1, 1, 1);
  private double cost;
  private int done;
  private long start;
  private long next;
  private int drawn;

  /** Progress on a stream: one redrawn line, or plain lines ten seconds apart. */
  public ConsoleProgress(PrintStream out, boolean redraw) {
    this(out, redraw, System::nanoTime);
  }

  ConsoleProgress(PrintStream out, boolean redraw, LongSupplier clock) {
    this.out = out;
    this.redraw = redraw;
    this.every = (redraw ? REDRAW : REPORT).toNanos();
    this.clock = clock;
  }

  /** Progress on standard output, redrawn if that is a terminal. */
  @SuppressWarnings("SystemConsoleNull") // -Djdk.console=java.base still makes it null.
  public static ConsoleProgress standard() {
    Console console = System.console();
    return new ConsoleProgress(System.out, console != null && console.isTerminal());
  }

  /** Writes a whole line that stays, above the redrawn one. */
  public void line(String text) {
    erase();
    out.println(text);
  }

  @Override
  public void started(TrainingPlan plan) {
    this.plan = plan;
    done = 0;
    start = clock.getAsLong();
    next = redraw ? start : start + every;
  }

  @Override
  public void stepped(int iteration, double cost) {
    done = iteration;
    this.cost = cost;
    long now = clock.getAsLong();
    if (now - next >= 0) {
      next = now + every;
      show(now - start);
    }
  }

  @Override
  public void ended() {
    erase();
    out.flush();
  }

  private void show(long nanos) {
    String text = text(nanos);
    if (redraw) {
      int shorter = Math.max(0, drawn - text.length());
      out.print("\r" + text + " ".repeat(shorter));
      out.flush();
      drawn = text.length();
    } else {
      out.println(text);
    }
  }

  private String text(long nanos) {
    double share = (double) done / plan.iterations();
    double seconds = nanos * 1e-9;
    String rest = done == 0 ? "" : "  " + time(seconds / share - seconds) + " left";
    if (!redraw) {
      return format("training %3.0f %%  cost %.4f", 100 * share, cost) + rest;
    }
    int full = (int) (share * CELLS);
    String bar = "=".repeat(full) + ".".repeat(CELLS - full);
    return format("training [%s] %3.0f %%  cost %.4f", bar, 100 * share, cost) + rest;
  }

  private void erase() {
    if (drawn > 0) {
      out.print("\r" + " ".repeat(drawn) + "\r");
      drawn = 0;
    }
  }

  private static String time(double seconds) {
    long whole = Math.round(seconds);
    return whole < 60 ? whole + " s" : format("%d:%02d min", whole / 60, whole % 60);
  }

  @SuppressWarnings("AnnotateFormatMethod") // The annotation would be a dependency.
  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
