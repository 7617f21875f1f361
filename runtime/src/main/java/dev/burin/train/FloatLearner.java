package dev.burin.train;

import dev.burin.data.Samples;
import dev.burin.kernel.FloatNetwork;
import dev.burin.kernel.FloatStep;
import dev.burin.kernel.FloatTraining;
import dev.burin.kernel.ParameterLayout;
import java.util.Arrays;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The {@link Learner} of float networks. */
final class FloatLearner implements Learner {

  private final float[] parameters;
  private final float[] kept;
  private final FloatTraining training;
  private final FloatUpdate update;
  private final @Nullable FloatStep step;
  private final ParameterLayout layout;
  private final WeightDecay decay;
  private final FloatBatches batches;
  private boolean keep;

  FloatLearner(
      FloatNetwork network,
      Samples data,
      int batch,
      Optimizer optimizer,
      WeightDecay decay,
      int threads,
      Executor executor) {
    this.parameters = network.parameters();
    this.kept = Arrays.copyOf(parameters, network.layout().length());
    this.training = new FloatTraining(network, batch, threads, executor);
    this.layout = network.layout();
    this.decay = decay;
    this.update = optimizer.forFloat(kept.length);
    this.step = decay.lambda() == 0 && update instanceof FloatStep each ? keeping(each) : null;
    this.batches = new FloatBatches(data, batch, training);
  }

  /** Where parameters are to be kept, those of a range are copied on the way to their step. */
  private FloatStep keeping(FloatStep each) {
    return (p, from, to, g, at) -> {
      if (keep) {
        System.arraycopy(p, from, kept, from, to - from);
      }
      each.move(p, from, to, g, at);
    };
  }

  @Override
  public double choose(int[] order, int from, int count) {
    batches.choose(order, from, count);
    return batches.total();
  }

  @Override
  public double gradient(int count) {
    return step == null ? batches.gradient(count) : batches.propagate(count);
  }

  @Override
  public double cost(int count) {
    return batches.cost(count);
  }

  @Override
  public void update(boolean keep) {
    this.keep = keep;
    if (step != null) {
      training.step(step);
      return;
    }
    if (keep) {
      System.arraycopy(parameters, 0, kept, 0, kept.length);
    }
    decay.addTo(training.gradient(), parameters, layout);
    update.apply(parameters, training.gradient());
  }

  @Override
  public String path() {
    return training.path();
  }

  @Override
  public double gradientLength(int count) {
    batches.gradient(count);
    double squares = 0;
    for (float g : training.gradient()) {
      squares += (double) g * g;
    }
    return Math.sqrt(squares);
  }

  @Override
  public void restore() {
    System.arraycopy(kept, 0, parameters, 0, kept.length);
  }
}
