package dev.burin.network;

import dev.burin.machine.Crew;
import dev.burin.machine.Readiness;
import dev.burin.machine.SelfTestResult;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.NetworkShape;
import dev.burin.shape.ParameterLayout;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is common to networks of both precisions. Whatever takes a generated class, as an {@link
 * Engraved}, takes the network behind it too.
 */
public sealed interface NeuralNetwork extends Engraved<NeuralNetwork>
    permits FloatNetwork, DoubleNetwork {

  /**
   * The most threads that may share the work of one call: more than the cores of any common
   * machine, while each thread costs some 150 KB of room in training and is called for again in
   * every pass, whether it has something to do or not.
   */
  int MOST_THREADS = Crew.MOST_THREADS;

  /** The network itself. */
  @Override
  default NeuralNetwork network() {
    return this;
  }

  /** The layers, the loss and the precision. */
  NetworkShape shape();

  /** Where each parameter lies in the flat array. */
  ParameterLayout layout();

  /**
   * What computes the next single sample: {@code avx512}, {@code avx2}, {@code sse}, {@code neon}
   * or {@code plain}. A network starts {@code plain} and changes over, with equal bits, once its
   * kernels are compiled.
   */
  String path();

  /** How far the kernels for single samples are on the way to machine code. */
  Readiness readiness();

  /** One line for people: what single samples, batches and training run on now, and why. */
  String state();

  /**
   * Has the kernels for single samples and batches compiled before the first call, for a service
   * that is to be fast from the start. Training is warmed up while it runs.
   *
   * @param limit how long to wait; the work goes on in the background when it is over
   * @return what computes the next single sample, as {@link #path()} says it
   */
  String warmUp(Duration limit);

  /** {@link #warmUp(Duration)} with a limit of 30 seconds. */
  default String warmUp() {
    return warmUp(Duration.ofSeconds(30));
  }

  /**
   * Compares the kernels with the plain loops, bit for bit, in each kind of call that runs on
   * kernels now: every tile once, on a few numbers of its own. Kernels that differ are refused from
   * then on, and a warning says so. The same is done by itself before kernels give their first
   * answer. Kernels that the JVM has not compiled yet take seconds for it.
   *
   * @return one result for each kind of call that was tested, none when plain loops run
   */
  List<SelfTestResult> selfTest();

  /**
   * Sets the weights to draws of the declared initializers and the biases to 0. Equal seeds give
   * equal bits on every machine: the draws are those of {@link java.util.Random#nextGaussian},
   * layer by layer, row by row of {@code W[out][in]}.
   *
   * @throws IllegalStateException if another thread has claimed the network
   */
  void initialize(long seed);

  /**
   * Sets all parameters from a source that gives them one after the other. A network without
   * weights takes them straight into the live array, so that there is no second copy of them, and
   * is without weights again if the source throws; one that has weights keeps them until all is
   * found good.
   *
   * @throws X if the source does
   * @throws IllegalStateException if another thread has claimed the network
   */
  <X extends Exception> void fill(Filling<X> filling) throws X;

  /**
   * A network like this one over parameters of its own, whose weights are not set; it shares all
   * else.
   */
  NeuralNetwork another();

  /**
   * Whether the weights are set: by {@link #initialize}, from a file, or one by one. Without
   * weights a network does not answer and cannot be trained, checked or saved.
   */
  boolean hasWeights();

  /**
   * Claims the network for this thread until it is closed, so that it alone may write the
   * parameters: other threads can neither claim nor read the network meanwhile. A training claims
   * its network; a thread may claim again what it has claimed, and give it back as often.
   *
   * <pre>{@code
   * try (Claim claim = network.claim()) {
   *   ... // write into network.parameters()
   * }
   * }</pre>
   *
   * @throws IllegalStateException if no weights are set, or if another thread has claimed the
   *     network
   */
  Claim claim();

  /**
   * Begins to read the parameters, as every answer does by itself; for results that are made of
   * many answers or of parameters.
   *
   * @return what {@link #endReading(int)} wants to know
   * @throws IllegalStateException if no weights are set, or if another thread has claimed the
   *     network
   */
  int beginReading();

  /**
   * Ends to read the parameters.
   *
   * @param begun what {@link #beginReading()} returned
   * @throws IllegalStateException if a thread claimed the network meanwhile, so that what was read
   *     may be of two pieces
   */
  void endReading(int begun);

  /**
   * The parameter at an index of the {@link #layout()}, 0 until it is set; a float widens without
   * loss.
   *
   * @throws IndexOutOfBoundsException if the index is outside the layout
   */
  double parameter(int at);

  /**
   * Puts weights of some outputs into a buffer, {@code [outputs][in]}, row-major, as numbers of the
   * precision of the network and in the byte order of the buffer.
   *
   * @param layer one of the {@link #layout()}
   * @param first the first output, from 0
   * @param outputs how many
   * @param to has room from its position on, which it moves
   * @throws IndexOutOfBoundsException if the layer has no such outputs
   */
  void weights(LayerLayout layer, int first, int outputs, ByteBuffer to);

  /**
   * Sets the parameter at an index of the {@link #layout()}; a float network rounds to nearest.
   *
   * @throws IndexOutOfBoundsException if the index is outside the layout
   * @throws IllegalStateException if another thread has claimed the network
   */
  void parameter(int at, double value);

  /**
   * How raw bytes become inputs of this network, or null where nobody has said it. It belongs to
   * the weights: files keep it, one that says nothing about it leaves it as it is, and {@code
   * another()} takes it over.
   */
  @Nullable InputScaling inputScaling();

  /**
   * Says how raw bytes become inputs, as they did in the training.
   *
   * @throws IllegalArgumentException if it is for another number of columns
   */
  void inputScaling(InputScaling scaling);
}
