package dev.burin.train;

import dev.burin.data.Dataset;
import dev.burin.kernel.DoubleNetwork;
import dev.burin.kernel.DoubleStep;
import dev.burin.kernel.DoubleTraining;
import dev.burin.kernel.ParameterLayout;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The {@link Learner} of double networks. */
final class DoubleLearner implements Learner {

  private final Dataset data;
  private final double[] parameters;
  private final double[] kept;
  private final DoubleTraining training;
  private final DoubleUpdate update;
  private final @Nullable DoubleStep step;
  private final ParameterLayout layout;
  private final WeightDecay decay;
  private final double[] x;
  private final double[] y;
  private boolean keep;

  DoubleLearner(
      DoubleNetwork network,
      Dataset data,
      int batch,
      Optimizer optimizer,
      WeightDecay decay,
      int threads) {
    this.data = data;
    this.parameters = network.parameters();
    this.kept = Arrays.copyOf(parameters, network.layout().length());
    this.training = new DoubleTraining(network, batch, threads);
    this.layout = network.layout();
    this.decay = decay;
    this.update = optimizer.forDouble(kept.length);
    this.step = decay.lambda() == 0 && update instanceof DoubleStep each ? keeping(each) : null;
    this.x = new double[Fit.elements("inputs", batch, network.shape().inputs())];
    this.y = new double[Fit.elements("targets", batch, network.shape().outputs())];
  }

  /** Where parameters are to be kept, those of a range are copied on the way to their step. */
  private DoubleStep keeping(DoubleStep each) {
    return (kernels, p, from, to, g, at) -> {
      if (keep) {
        System.arraycopy(p, from, kept, from, to - from);
      }
      each.move(kernels, p, from, to, g, at);
    };
  }

  @Override
  public void gather(int[] order, int from, int count) {
    data.copy(order, from, count, x, y);
  }

  @Override
  public double gradient(int count) {
    return step == null ? training.gradient(x, y, count) : training.propagate(x, y, count);
  }

  @Override
  public double cost(int count) {
    return training.cost(x, y, count);
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
    training.gradient(x, y, count);
    double squares = 0;
    for (double g : training.gradient()) {
      squares += g * g;
    }
    return Math.sqrt(squares);
  }

  @Override
  public void restore() {
    System.arraycopy(kept, 0, parameters, 0, kept.length);
  }
}
