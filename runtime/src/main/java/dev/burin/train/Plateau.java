package dev.burin.train;

import dev.burin.optimize.Schedule;
import org.jspecify.annotations.Nullable;

/** The {@link ReduceOnPlateau} of one training: how far the learning rate has been reduced. */
final class Plateau {

  private final @Nullable ReduceOnPlateau settings;
  private final double floor;
  private double best = Double.POSITIVE_INFINITY;
  private int worse;
  private int cooling;
  private double share = 1;

  /**
   * A learning rate that has not been reduced yet.
   *
   * @param settings null where it never is
   * @param rate the learning rate of the optimizer, NaN where it has none
   */
  Plateau(@Nullable ReduceOnPlateau settings, double rate) {
    this.settings = settings;
    this.floor = settings == null || Double.isNaN(rate) ? 0 : settings.least() / rate;
  }

  /** A schedule times what is left of the learning rate. */
  Schedule over(Schedule schedule) {
    return settings == null ? schedule : new Reduced(schedule);
  }

  void epochEnded(double value) {
    if (settings == null) {
      return;
    }
    if (value < best * (1 - settings.threshold())) {
      best = value;
      worse = 0;
    } else {
      worse++;
    }
    if (cooling > 0) {
      cooling--;
      worse = 0;
    }
    if (worse > settings.patience()) {
      share = Math.min(share, Math.max(share * settings.factor(), floor));
      cooling = settings.cooldown();
      worse = 0;
    }
  }

  void save(StateWriter out) {
    out.number("plateau.best", best);
    out.whole("plateau.worse", worse);
    out.whole("plateau.cooling", cooling);
    out.number("plateau.share", share);
  }

  void restore(StateReader in) {
    best = in.number("plateau.best");
    worse = in.whole("plateau.worse");
    cooling = in.whole("plateau.cooling");
    share = in.number("plateau.share");
  }

  /** No pure function of the update, which is why a checkpoint holds the share. */
  private final class Reduced implements Schedule {

    private final Schedule schedule;

    Reduced(Schedule schedule) {
      this.schedule = schedule;
    }

    @Override
    public double factor(long update, int epoch) {
      return share * schedule.factor(update, epoch);
    }

    @Override
    public double momentum(long update, int epoch, double momentum) {
      return schedule.momentum(update, epoch, momentum);
    }
  }
}
