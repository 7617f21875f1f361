package dev.burin.checks;

import dev.burin.kernel.FloatKernels;
import dev.burin.kernel.FloatWorkspace;
import dev.burin.network.FloatNetwork;
import dev.burin.network.FloatTraining;
import dev.burin.optimize.FloatUpdate;
import dev.burin.optimize.Momentum;
import dev.burin.optimize.Sgd;
import dev.burin.optimize.UpdatePlan;
import dev.burin.shape.NetworkShape;
import dev.burin.shape.ParameterLayout;
import java.util.Arrays;

/** A float network. */
final class FloatSubject implements Subject {

  private static final Momentum MOMENTUM = new Momentum(1e-3, 0.9);

  private final FloatNetwork network;
  private float[] gradient = {};

  FloatSubject(NetworkShape shape, FloatKernels kernels) {
    network = new FloatNetwork(shape, kernels);
  }

  FloatNetwork network() {
    return network;
  }

  @Override
  public ParameterLayout layout() {
    return network.layout();
  }

  @Override
  public void parameters(double[] p) {
    System.arraycopy(narrow(p), 0, network.parameters(), 0, p.length);
  }

  @Override
  public double[] parameters() {
    return wide(Arrays.copyOf(network.parameters(), layout().length()));
  }

  @Override
  public double[] batch(double[] x, int n) {
    float[] out = new float[n * network.shape().outputs()];
    network.outputs(narrow(x), n, out);
    return wide(out);
  }

  @Override
  public int[] classes(double[] x, int n) {
    int[] out = new int[n];
    network.predict(narrow(x), n, out);
    return out;
  }

  @Override
  public double[] single(double[] x, int s) {
    int in = network.shape().inputs();
    return wide(network.outputs(narrow(Arrays.copyOfRange(x, s * in, (s + 1) * in))));
  }

  @Override
  public double[] cut(double[] x, int n, int at) {
    FloatWorkspace ws = FloatWorkspace.forInference(layout(), n);
    network.kernels().forward(network.parameters(), narrow(x), 0, 0, at, ws);
    network.kernels().forward(network.parameters(), narrow(x), 0, at, n, ws);
    int last = layout().layers().size();
    int stride = layout().layer(last).rowStride();
    int width = network.shape().outputs();
    float[] out = new float[n * width];
    for (int s = 0; s < n; s++) {
      System.arraycopy(ws.a[last], s * stride, out, s * width, width);
    }
    return wide(out);
  }

  @Override
  public double gradient(double[] x, double[] y, int n, int threads) {
    FloatTraining training = new FloatTraining(network, n, threads);
    double cost = training.gradient(narrow(x), narrow(y), n);
    gradient = Arrays.copyOf(training.gradient(), layout().length());
    return cost;
  }

  @Override
  public double gradient(double[] x, double[] y, double[] weights, int n, int threads) {
    FloatTraining training = new FloatTraining(network, n, threads);
    training.dropout(17, n);
    double cost = training.gradient(narrow(x), narrow(y), narrow(weights), n);
    gradient = Arrays.copyOf(training.gradient(), layout().length());
    return cost;
  }

  @Override
  public double[] gradient() {
    return wide(gradient);
  }

  @Override
  public double cost(double[] x, double[] y, int n) {
    return new FloatTraining(network, n, 1).cost(narrow(x), narrow(y), n);
  }

  @Override
  public void step(double learningRate) {
    FloatUpdate update = new FloatUpdate(UpdatePlan.of(new Sgd(learningRate)), layout());
    update.begin(0, 0, network.parameters(), gradient);
    update.weights().move(network.parameters(), 0, layout().length(), gradient, 0);
  }

  @Override
  public void stepsApart(double[] x, double[] y, int n, int steps) {
    FloatTraining training = new FloatTraining(network, n, 1);
    FloatUpdate update = new FloatUpdate(UpdatePlan.of(MOMENTUM), layout());
    for (int step = 0; step < steps; step++) {
      training.dropout(29, step);
      training.gradient(narrow(x), narrow(y), n);
      update.begin(step, 0, network.parameters(), training.gradient());
      update.weights().move(network.parameters(), 0, layout().length(), training.gradient(), 0);
    }
  }

  @Override
  public void stepsTogether(double[] x, double[] y, int n, int threads, int steps) {
    FloatTraining training = new FloatTraining(network, n, threads);
    FloatUpdate update = new FloatUpdate(UpdatePlan.of(MOMENTUM), layout());
    for (int step = 0; step < steps; step++) {
      training.dropout(29, step);
      training.propagate(narrow(x), narrow(y), n);
      update.begin(step, 0, network.parameters(), training.gradient());
      training.step(update.weights(), update.biases());
    }
  }

  static float[] narrow(double[] wide) {
    float[] narrow = new float[wide.length];
    for (int i = 0; i < wide.length; i++) {
      narrow[i] = (float) wide[i];
    }
    return narrow;
  }

  static double[] wide(float[] narrow) {
    double[] wide = new double[narrow.length];
    for (int i = 0; i < narrow.length; i++) {
      wide[i] = narrow[i];
    }
    return wide;
  }
}
