package dev.burin.train;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * Shows how far a training is: on a terminal as one line that is drawn again and again and removed
 * at the end, elsewhere as a plain line from time to time. Where there are validation samples, it
 * shows their cost and metrics after the last epoch beside the cost of the last batch, of the
 * metrics on a terminal the first one alone. Only ASCII is written, but for names of metrics.
 */
public final class ConsoleProgress implements TrainingListener {

  private static final Duration REDRAW = Duration.ofMillis(100);
  private static final Duration REPORT = Duration.ofSeconds(10);
  private static final int CELLS = 24;

  /** The speed is that of the last one or two spans of this length: first steps run slower. */
  private static final Duration SPAN = Duration.ofSeconds(10);

  /** Before this no estimate of the time left means anything. */
  private static final Duration FIRST_ESTIMATE = Duration.ofSeconds(2);

  private static final double FIRST_SHARE = 0.01;

  private final PrintStream out;
  private final boolean redraw;
  private final long every;
  private final LongSupplier clock;
  private TrainingPlan plan = new TrainingPlan(1, 1, 1);
  private double cost;
  private String measured = "";
  private int done;
  private long start;
  private long next;
  private long mark;
  private int markDone;
  private long nextMark;
  private int nextMarkDone;
  private int drawn;

  /** Progress on a stream: one redrawn line, or plain lines ten seconds apart. */
  public ConsoleProgress(PrintStream out, boolean redraw) {
    this(out, redraw, System::nanoTime);
  }

  ConsoleProgress(PrintStream out, boolean redraw, LongSupplier clock) {
    this.out = Objects.requireNonNull(out, "The stream is null; give one, such as System.out.");
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
    measured = "";
    done = 0;
    start = clock.getAsLong();
    next = redraw ? start : start + every;
    mark = start;
    markDone = 0;
    nextMark = start;
    nextMarkDone = 0;
  }

  @Override
  public void resumed(TrainingState state) {
    done = state.iteration();
    markDone = done;
    nextMarkDone = done;
    measured(state);
  }

  @Override
  public void measured(TrainingState state) {
    if (Double.isNaN(state.validationCost())) {
      return;
    }
    StringBuilder text = new StringBuilder(format("  validation %.4f", state.validationCost()));
    // A line that is redrawn must not be wider than a terminal, or it is drawn below itself.
    state.metrics().entrySet().stream()
        .limit(redraw ? 1 : Long.MAX_VALUE)
        .forEach(each -> text.append(format("  %s %.4f", each.getKey(), each.getValue())));
    measured = text.toString();
  }

  @Override
  public void stepped(int iteration, double cost) {
    done = iteration;
    this.cost = cost;
    long now = clock.getAsLong();
    if (now - next >= 0) {
      next = now + every;
      show(now);
    }
  }

  @Override
  public void ended() {
    erase();
    out.flush();
  }

  @Override
  public String toString() {
    return redraw ? "ConsoleProgress[one line]" : "ConsoleProgress[a line every 10 s]";
  }

  private void show(long now) {
    String text = text(now);
    if (now - nextMark >= SPAN.toNanos()) {
      mark = nextMark;
      markDone = nextMarkDone;
      nextMark = now;
      nextMarkDone = done;
    }
    if (redraw) {
      int shorter = Math.max(0, drawn - text.length());
      out.print("\r" + text + " ".repeat(shorter));
      out.flush();
      drawn = text.length();
    } else {
      out.println(text);
    }
  }

  private String text(long now) {
    double share = (double) done / plan.iterations();
    String rest = meansSomething(now, share) ? "  " + time(left(now)) + " left" : "";
    if (!redraw || !measured.isEmpty()) {
      return format("training %3.0f %%  cost %.4f", 100 * share, cost) + measured + rest;
    }
    int full = (int) (share * CELLS);
    String bar = "=".repeat(full) + ".".repeat(CELLS - full);
    return format("training [%s] %3.0f %%  cost %.4f", bar, 100 * share, cost) + rest;
  }

  private boolean meansSomething(long now, double share) {
    long nanos = now - start;
    boolean early = share < FIRST_SHARE && nanos < SPAN.toNanos();
    return !early && nanos >= FIRST_ESTIMATE.toNanos() && done > markDone;
  }

  private double left(long now) {
    return (now - mark) * 1e-9 / (done - markDone) * (plan.iterations() - done);
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
