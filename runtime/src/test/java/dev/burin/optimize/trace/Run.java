package dev.burin.optimize.trace;

import dev.burin.optimize.AdaGrad;
import dev.burin.optimize.Adam;
import dev.burin.optimize.AdamW;
import dev.burin.optimize.Clip;
import dev.burin.optimize.Curve;
import dev.burin.optimize.Form;
import dev.burin.optimize.Momentum;
import dev.burin.optimize.Nesterov;
import dev.burin.optimize.OneCycle;
import dev.burin.optimize.Optimizer;
import dev.burin.optimize.RmsProp;
import dev.burin.optimize.Schedule;
import dev.burin.optimize.Sgd;
import dev.burin.optimize.WeightDecay;
import dev.burin.train.ReduceOnPlateau;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of the traces: its settings in our words. */
record Run(Map<String, @Nullable Object> settings) {

  String net() {
    return text("net");
  }

  String name() {
    return text("run");
  }

  /** Whether it is about rules alone: not about weights of samples. */
  boolean isOurs() {
    return !settings.containsKey("weights");
  }

  /** Whether the learning rate is a function of the update alone. */
  boolean isScheduled() {
    return settings.containsKey("schedule") && plateau() == null;
  }

  /** What makes the learning rate smaller when a cost gets no lower; null where nothing does. */
  @Nullable ReduceOnPlateau plateau() {
    Run s = part("schedule");
    if (s == null || !s.text("kind").equals("plateau")) {
      return null;
    }
    return new ReduceOnPlateau(
        s.number("factor"),
        (int) s.count("patience"),
        s.number("threshold"),
        (int) s.count("cooldown"),
        s.number("min_lr"));
  }

  Optimizer optimizer() {
    Form form = text("opt").endsWith("-keras") ? Form.KERAS : Form.PYTORCH;
    double rate = isWarmedUpInKeras() ? new Run(map("schedule")).number("target") : number("lr");
    return switch (text("opt").replace("-keras", "")) {
      case "sgd" -> new Sgd(rate);
      case "momentum" -> new Momentum(rate, number("momentum"), number("dampening"), form);
      case "nesterov" -> new Nesterov(rate, number("momentum"), form);
      case "adagrad" ->
          new AdaGrad(rate, number("initial"), number("lr_decay"), number("eps"), form);
      case "rmsprop" ->
          new RmsProp(
              rate, number("alpha"), number("eps"), number("momentum"), flag("centered"), form);
      case "adam" -> adam(rate, form);
      case "adamw" -> new AdamW(adam(rate, form), decays());
      default -> throw new AssertionError(text("opt"));
    };
  }

  private Adam adam(double rate, Form form) {
    return new Adam(rate, number("beta1"), number("beta2"), number("eps"), flag("amsgrad"), form);
  }

  /** The decay beside that of the optimizer. */
  WeightDecay decay() {
    return text("opt").equals("adamw") ? WeightDecay.NONE : decays();
  }

  private WeightDecay decays() {
    WeightDecay decay = new WeightDecay(number("l2"), number("l1"), number("decoupled"), false);
    return "all".equals(settings.get("scope")) ? decay.withBiases() : decay;
  }

  Clip clip() {
    Run clip = part("clip");
    if (clip == null) {
      return Clip.NONE;
    }
    double limit = clip.number("value");
    Clip ours =
        switch (clip.text("kind")) {
          case "value" -> Clip.byValue(limit);
          case "norm-torch" -> Clip.byNorm(limit);
          case "norm-exact" -> Clip.byExactNorm(limit);
          case "norm-per-tensor" -> Clip.byTensorNorm(limit);
          default -> throw new AssertionError(clip);
        };
    return ours.afterPenalties(flag("penalty_first"));
  }

  private boolean isWarmedUpInKeras() {
    Run schedule = part("schedule");
    return schedule != null && schedule.number("warmup") > 0;
  }

  Schedule schedules() {
    Run s = part("schedule");
    return s == null || plateau() != null ? Schedule.constant() : Schedule.byUpdate(curve(s));
  }

  private Curve curve(Run s) {
    double base = number("lr");
    double end = s.number("min") / base;
    return switch (s.text("kind")) {
      case "step" -> Curve.step(s.count("every"), s.number("gamma"));
      case "multistep" -> Curve.multiStep(s.number("gamma"), s.counts("milestones"));
      case "exponential" -> Curve.exponential(s.number("gamma"));
      case "cosine" -> Curve.cosine(s.count("total"), end);
      case "cosine-restarts" -> Curve.cosineRestarts(s.count("first"), s.count("mult"), end);
      case "linear-warmup" ->
          Curve.step(Integer.MAX_VALUE, 1).afterWarmUp(s.count("steps"), s.number("start"));
      case "warmup-cosine" ->
          Curve.cosine(s.count("total") - s.count("steps"), end)
              .afterWarmUp(s.count("steps"), s.number("start"));
      case "polynomial" -> Curve.polynomial(s.count("total"), s.number("power"), 0);
      case "one-cycle" -> oneCycle(s);
      case "inv-scaling" -> Curve.inverseScaling(s.number("power"));
      case "inverse-time" ->
          s.flag("staircase")
              ? Curve.inverseTimeStairs(s.count("steps"), s.number("rate"))
              : Curve.inverseTime(s.count("steps"), s.number("rate"));
      case "keras-exponential" -> Curve.step(s.count("steps"), s.number("rate"));
      case "keras-polynomial" -> {
        double last = s.number("end") / base;
        yield s.flag("cycle")
            ? Curve.polynomialCycles(s.count("steps"), s.number("power"), last)
            : Curve.polynomial(s.count("steps"), s.number("power"), last);
      }
      case "keras-cosine" -> {
        Curve cosine = Curve.cosine(s.count("steps"), s.number("alpha"));
        yield isWarmedUpInKeras()
            ? cosine.afterWarmUp(s.count("warmup"), base / s.number("target"))
            : cosine;
      }
      default -> throw new AssertionError(s);
    };
  }

  private static Curve oneCycle(Run s) {
    OneCycle cycle =
        Curve.oneCycle(s.count("total"))
            .withRise(s.number("pct"))
            .withDivisors(s.number("div"), s.number("final_div"));
    cycle = s.text("anneal").equals("linear") ? cycle.alongLines() : cycle;
    cycle = s.flag("three_phase") ? cycle.inThreePhases() : cycle;
    return s.settings.containsKey("base_momentum")
        ? cycle.withMomentum(s.number("base_momentum"), s.number("max_momentum"))
        : cycle.withoutMomentum();
  }

  private @Nullable Run part(String key) {
    return settings.get(key) == null ? null : new Run(map(key));
  }

  @SuppressWarnings("unchecked")
  private Map<String, @Nullable Object> map(String key) {
    return (Map<String, @Nullable Object>) need(key);
  }

  private String text(String key) {
    return String.valueOf(settings.get(key));
  }

  /** A number; 0 where there is none, which is what every absent one means. */
  private double number(String key) {
    return settings.get(key) instanceof Double number ? number : 0;
  }

  private long count(String key) {
    return (long) number(key);
  }

  private long[] counts(String key) {
    return ((List<?>) need(key)).stream().mapToLong(v -> ((Double) v).longValue()).toArray();
  }

  private Object need(String key) {
    Object value = settings.get(key);
    if (value == null) {
      throw new AssertionError(this + " has no " + key);
    }
    return value;
  }

  private boolean flag(String key) {
    return Boolean.TRUE.equals(settings.get(key));
  }

  @Override
  public String toString() {
    return net() + " " + name();
  }
}
