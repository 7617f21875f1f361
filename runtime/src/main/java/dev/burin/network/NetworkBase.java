package dev.burin.network;

import dev.burin.machine.Readiness;
import dev.burin.machine.SelfTestResult;
import dev.burin.shape.NetworkShape;
import dev.burin.shape.ParameterLayout;
import dev.burin.start.ColdStart;
import dev.burin.start.Pass;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What networks of both precisions do in the same words. */
abstract sealed class NetworkBase permits FloatNetwork, DoubleNetwork {

  private final String name;
  private final ParameterLayout layout;
  private final ColdStart start;
  private final NetworkState use;
  private volatile @Nullable InputScaling scaling;

  /**
   * The network of a name.
   *
   * @param filled whether a parameter is not 0
   */
  NetworkBase(String name, ParameterLayout layout, ColdStart start, BooleanSupplier filled) {
    this.name = name;
    this.layout = layout;
    this.start = start;
    this.use = new NetworkState("The network " + NetworkText.title(name, layout.shape()), filled);
  }

  /** Another network of the same kind. */
  NetworkBase(NetworkBase like, BooleanSupplier filled) {
    this(like.name, like.layout, like.start, filled);
    this.scaling = like.scaling;
  }

  /**
   * A network that has a shape; for generated classes.
   *
   * @throws IllegalArgumentException if it has another one
   */
  public static <N extends NeuralNetwork> N ofShape(NetworkShape wanted, N network) {
    Objects.requireNonNull(network, "The network is null; give one.");
    if (!network.shape().equals(wanted)) {
      throw new IllegalArgumentException(
          "The network is "
              + network.shape()
              + ", but one was expected that is "
              + wanted
              + "; take one that network() of this class gave, and what its with(weights) gives.");
    }
    return network;
  }

  String name() {
    return name;
  }

  ColdStart start() {
    return start;
  }

  NetworkState use() {
    return use;
  }

  /** The layers, the loss and the precision. */
  public NetworkShape shape() {
    return layout.shape();
  }

  /** Where each parameter lies in the flat array. */
  public ParameterLayout layout() {
    return layout;
  }

  /** As {@link NeuralNetwork#path()} says. */
  public String path() {
    return start.path();
  }

  /** As {@link NeuralNetwork#readiness()} says. */
  public Readiness readiness() {
    return start.of(Pass.ONE).readiness();
  }

  /** As {@link NeuralNetwork#state()} says. */
  public String state() {
    return start.state();
  }

  /** As {@link NeuralNetwork#warmUp(Duration)} says. */
  public String warmUp(Duration limit) {
    start.await(Objects.requireNonNull(limit, "The limit is null."), Pass.ONE, Pass.MANY);
    return start.path();
  }

  /** As {@link NeuralNetwork#selfTest()} says. */
  public List<SelfTestResult> selfTest() {
    return start.selfTest();
  }

  /** As {@link NeuralNetwork#hasWeights()} says. */
  public boolean hasWeights() {
    return use.isSet();
  }

  /** As {@link NeuralNetwork#claim()} says. */
  public Claim claim() {
    return use.claim();
  }

  /** As {@link NeuralNetwork#beginReading()} says. */
  public int beginReading() {
    return use.beginReading();
  }

  /** As {@link NeuralNetwork#endReading(int)} says. */
  public void endReading(int begun) {
    use.endReading(begun);
  }

  /** As {@link NeuralNetwork#inputScaling()} says. */
  public @Nullable InputScaling inputScaling() {
    return scaling;
  }

  /** As {@link NeuralNetwork#inputScaling(InputScaling)} says. */
  public void inputScaling(InputScaling value) {
    Objects.requireNonNull(value, "The scaling is null; give one.");
    if (!value.fits(shape().inputs())) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The scaling is for %d columns, but the network has %d inputs.",
              value.columns(),
              shape().inputs()));
    }
    scaling = value;
  }
}
