package dev.burin.checks;

import dev.burin.kernel.DoubleKernels;
import dev.burin.kernel.DoubleWorkspace;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.DoubleTraining;
import dev.burin.optimize.DoubleUpdate;
import dev.burin.optimize.Momentum;
import dev.burin.optimize.Sgd;
import dev.burin.optimize.UpdatePlan;
import dev.burin.shape.NetworkShape;
import dev.burin.shape.ParameterLayout;
import java.util.Arrays;

/** A double network. */
final class DoubleSubject implements Subject {

  private static final Momentum MOMENTUM = new Momentum(1e-3, 0.9);

  private final DoubleNetwork network;
  private double[] gradient = {};

  DoubleSubject(NetworkShape shape, DoubleKernels kernels) {
    network = new DoubleNetwork(shape, kernels);
  }

  DoubleNetwork network() {
    return network;
  }

  @Override
  public ParameterLayout layout() {
    return network.layout();
  }

  @Override
  public void parameters(double[] p) {
    System.arraycopy(p, 0, network.parameters(), 0, p.length);
  }

  @Override
  public double[] parameters() {
    return Arrays.copyOf(network.parameters(), layout().length());
  }

  @Override
  public double[] batch(double[] x, int n) {
    double[] out = new double[n * network.shape().outputs()];
    network.outputs(x, n, out);
    return out;
  }

  @Override
  public int[] classes(double[] x, int n) {
    int[] out = new int[n];
    network.predict(x, n, out);
    return out;
  }

  @Override
  public double[] single(double[] x, int s) {
    int in = network.shape().inputs();
    return network.outputs(Arrays.copyOfRange(x, s * in, (s + 1) * in));
  }

  @Override
  public double[] cut(double[] x, int n, int at) {
    DoubleWorkspace ws = DoubleWorkspace.forInference(layout(), n);
    network.kernels().forward(network.parameters(), x, 0, 0, at, ws);
    network.kernels().forward(network.parameters(), x, 0, at, n, ws);
    int last = layout().layers().size();
    int stride = layout().layer(last).rowStride();
    int width = network.shape().outputs();
    double[] out = new double[n * width];
    for (int s = 0; s < n; s++) {
      System.arraycopy(ws.a[last], s * stride, out, s * width, width);
    }
    return out;
  }

  @Override
  public double gradient(double[] x, double[] y, int n, int threads) {
    DoubleTraining training = new DoubleTraining(network, n, threads);
    double cost = training.gradient(x, y, n);
    gradient = Arrays.copyOf(training.gradient(), layout().length());
    return cost;
  }

  @Override
  public double gradient(double[] x, double[] y, double[] weights, int n, int threads) {
    DoubleTraining training = new DoubleTraining(network, n, threads);
    training.dropout(17, n);
    double cost = training.gradient(x, y, weights, n);
    gradient = Arrays.copyOf(training.gradient(), layout().length());
    return cost;
  }

  @Override
  public double[] gradient() {
    return gradient.clone();
  }

  @Override
  public double cost(double[] x, double[] y, int n) {
    return new DoubleTraining(network, n, 1).cost(x, y, n);
  }

  @Override
  public void step(double learningRate) {
    DoubleUpdate update = new DoubleUpdate(UpdatePlan.of(new Sgd(learningRate)), layout());
    update.begin(0, 0, network.parameters(), gradient);
    update.weights().move(network.parameters(), 0, layout().length(), gradient, 0);
  }

  @Override
  public void stepsApart(double[] x, double[] y, int n, int steps) {
    DoubleTraining training = new DoubleTraining(network, n, 1);
    DoubleUpdate update = new DoubleUpdate(UpdatePlan.of(MOMENTUM), layout());
    for (int step = 0; step < steps; step++) {
      training.dropout(29, step);
      training.gradient(x, y, n);
      update.begin(step, 0, network.parameters(), training.gradient());
      update.weights().move(network.parameters(), 0, layout().length(), training.gradient(), 0);
    }
  }

  @Override
  public void stepsTogether(double[] x, double[] y, int n, int threads, int steps) {
    DoubleTraining training = new DoubleTraining(network, n, threads);
    DoubleUpdate update = new DoubleUpdate(UpdatePlan.of(MOMENTUM), layout());
    for (int step = 0; step < steps; step++) {
      training.dropout(29, step);
      training.propagate(x, y, n);
      update.begin(step, 0, network.parameters(), training.gradient());
      training.step(update.weights(), update.biases());
    }
  }
}
