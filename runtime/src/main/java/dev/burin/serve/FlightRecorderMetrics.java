package dev.burin.serve;

import dev.burin.machine.Readiness;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.EventType;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/**
 * Events of the JDK's flight recorder: {@code dev.burin.Batch}, {@code .Sample}, {@code .Refusal},
 * {@code .Swap} and {@code .ChangeOver}, in the category Burin, while something records. {@code
 * -Dburin.jfr=on} gives them to all predictors and served networks of a JVM.
 */
@SuppressWarnings("UnusedVariable") // The recorder reads the fields of events.
public final class FlightRecorderMetrics implements ServingMetrics {

  @Name("dev.burin.Batch")
  @Label("Batch")
  @Category("Burin")
  @Description("Samples that were computed together.")
  @StackTrace(false)
  private static final class Batch extends Event {
    @Label("Rows")
    int rows;

    @Label("Time")
    @Timespan(Timespan.NANOSECONDS)
    long time;
  }

  @Name("dev.burin.Sample")
  @Label("Sample")
  @Category("Burin")
  @Description("One of 64 samples that their callers computed by themselves.")
  @StackTrace(false)
  private static final class Sample extends Event {
    @Label("Time")
    @Timespan(Timespan.NANOSECONDS)
    long time;
  }

  @Name("dev.burin.Refusal")
  @Label("Refusal")
  @Category("Burin")
  @Description("A sample that was not computed.")
  @StackTrace(false)
  private static final class Refused extends Event {
    @Label("Reason")
    String reason = "";
  }

  @Name("dev.burin.Swap")
  @Label("Swap")
  @Category("Burin")
  @Description("An attempt to serve other weights.")
  @StackTrace(false)
  private static final class Swapped extends Event {
    @Label("Accepted")
    boolean accepted;

    @Label("Text")
    String text = "";

    @Label("Time")
    @Timespan(Timespan.NANOSECONDS)
    long time;
  }

  @Name("dev.burin.ChangeOver")
  @Label("Change-over")
  @Category("Burin")
  @Description("Kernels that have come to another state.")
  @StackTrace(false)
  private static final class ChangedOver extends Event {
    @Label("Readiness")
    String readiness = "";

    @Label("Path")
    String path = "";
  }

  private static final EventType BATCH = EventType.getEventType(Batch.class);
  private static final EventType SAMPLE = EventType.getEventType(Sample.class);

  /** Metrics for all that tells them. */
  public FlightRecorderMetrics() {}

  /** Nothing is made, not even an event that is dropped, while nothing records. */
  @Override
  public void computed(int rows, long nanos) {
    if (BATCH.isEnabled()) {
      Batch event = new Batch();
      event.rows = rows;
      event.time = nanos;
      event.commit();
    }
  }

  @Override
  public void sampled(long nanos) {
    if (SAMPLE.isEnabled()) {
      Sample event = new Sample();
      event.time = nanos;
      event.commit();
    }
  }

  @Override
  public void refused(Refusal reason) {
    Refused event = new Refused();
    event.reason = reason.name();
    event.commit();
  }

  @Override
  public void swapped(Swap swap, long nanos) {
    Swapped event = new Swapped();
    event.accepted = swap.accepted();
    event.text = swap.text();
    event.time = nanos;
    event.commit();
  }

  @Override
  public void changedOver(Readiness readiness, String path) {
    ChangedOver event = new ChangedOver();
    event.readiness = readiness.name();
    event.path = path;
    event.commit();
  }
}
