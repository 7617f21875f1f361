package dev.burin.train;

import dev.burin.data.Samples;
import dev.burin.kernel.FloatStep;
import dev.burin.network.FloatNetwork;
import dev.burin.optimize.FloatUpdate;
import dev.burin.optimize.UpdatePlan;
import java.util.Arrays;
import java.util.concurrent.Executor;

/** The {@link Learner} of float networks. */
final class FloatLearner implements Learner {

  private static final String KEPT = "kept/";

  private final FloatNetwork network;
  private final float[] parameters;
  private final float[] kept;
  private final FloatUpdate update;
  private final FloatStep weights;
  private final FloatStep biases;
  private final FloatGradients batches;
  private boolean keep;

  FloatLearner(
      FloatNetwork network,
      Samples data,
      int batch,
      UpdatePlan updates,
      int threads,
      Executor executor) {
    this.network = network;
    this.parameters = network.parameters();
    this.kept = Arrays.copyOf(parameters, network.layout().length());
    this.update = new FloatUpdate(updates, network.layout());
    this.weights = keeping(update.weights());
    this.biases = keeping(update.biases());
    this.batches = FloatGradients.of(network, data, batch, threads, executor);
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
  public void dropout(long seed, long step) {
    batches.dropout(seed, step);
  }

  @Override
  public double gradient(int count) {
    return update.needsWholeGradient() ? batches.gradient(count) : batches.propagate(count);
  }

  @Override
  public double cost(int count) {
    return batches.cost(count);
  }

  @Override
  public void update(long number, int epoch, boolean keep) {
    this.keep = keep;
    update.begin(number, epoch, parameters, batches.gradient());
    batches.step(weights, biases);
  }

  @Override
  public String path() {
    return batches.path();
  }

  @Override
  public double gradientLength(int count) {
    batches.gradient(count);
    double squares = 0;
    for (float g : batches.gradient()) {
      squares += (double) g * g;
    }
    return Math.sqrt(squares);
  }

  @Override
  public void restore() {
    System.arraycopy(kept, 0, parameters, 0, kept.length);
  }

  @Override
  public void save(StateWriter out) {
    FloatState.save(out, "", network.layout(), parameters);
    FloatState.save(out, KEPT, network.layout(), kept);
    for (String slot : update.slots().names()) {
      FloatState.save(out, slot(slot), network.layout(), update.slots().get(slot));
    }
  }

  @Override
  public void restore(StateReader in) {
    FloatState.restore(in, "", network.layout(), parameters);
    FloatState.restore(in, KEPT, network.layout(), kept);
    for (String slot : update.slots().names()) {
      FloatState.restore(in, slot(slot), network.layout(), update.slots().get(slot));
    }
  }

  private static String slot(String name) {
    return "optimizer/" + name + "/";
  }

  @Override
  public FloatNetwork best() {
    return network.with(kept);
  }
}
