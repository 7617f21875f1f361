package dev.burin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a fully connected network on an interface; javac then engraves its implementation.
 *
 * <pre>{@code
 * @Network(layers = {784, 196, 1}, activations = {SIGMOID, SIGMOID}, loss = BINARY_CROSS_ENTROPY)
 * interface FiveOrEight {
 *   float probability(float[] pixels); // one sample, [784]
 *   void probabilities(float[] pixels, int n, float[] out); // n samples, [n][784] to [n][1]
 * }
 * }</pre>
 *
 * <p>The class {@code FiveOrEightNetwork implements FiveOrEight} is generated into the same
 * package. A method of the interface has one of these signatures; any other abstract method is a
 * compile error, and default methods are the author's own and stay untouched. {@code T} is the
 * element type of {@link #precision()}: {@code float} or {@code double}.
 *
 * <ul>
 *   <li>{@code T name(T[] x)}: one sample to its single output; the last layer is 1 wide.
 *   <li>{@code T[] name(T[] x)}: one sample to a new array of the outputs.
 *   <li>{@code void name(T[] x, T[] out)}: one sample to a caller's array; nothing is allocated.
 *   <li>{@code void name(T[] x, int n, T[] out)}: n samples, row-major; nothing is allocated.
 *   <li>{@code int name(T[] x)}: one sample to the index of its greatest output.
 *   <li>{@code void name(T[] x, int n, int[] out)}: n samples to the indexes of their greatest
 *       outputs.
 *   <li>{@code E name(T[] x)}: one sample to an enum with one constant per output, or with two
 *       constants where the single output is a probability.
 *   <li>{@code E name(R record)}: a record with one numeric component per input to such an enum.
 *   <li>{@code T name(R record)} and {@code T[] name(R record)}: a record to the output or outputs.
 * </ul>
 *
 * <p>The interface stands in a file, or in a class or an interface; javac shows no processor what
 * stands in a method. Where javac says that {@code FiveOrEightNetwork} cannot be found and nothing
 * else, it ran no processor: burin-processor belongs on its processor path ({@code
 * annotationProcessorPaths} in Maven, {@code annotationProcessor} in Gradle), as javac no longer
 * looks for processors on the class path.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Network {

  /** The widths of the layers, the inputs first: at least two numbers, each at least 1. */
  int[] layers();

  /** One activation for each layer after the inputs. */
  Activation[] activations();

  /**
   * The slopes just below 0 of {@link Activation#LEAKY_RELU} and {@link Activation#ELU}, the latter
   * also called alpha: none given means 0.01 and 1, one given holds for every layer with such an
   * activation, otherwise one for each of these layers, in their order. Each lies from {@link
   * Activation#LEAST_SLOPE} to {@link Activation#GREATEST_SLOPE}.
   */
  double[] slopes() default {};

  /** The cost that training makes small. */
  Loss loss();

  /**
   * The distribution of the first weights: none given means {@link Initializer#HE} before RELU,
   * LEAKY_RELU, ELU, GELU, SILU and MISH, {@link Initializer#LECUN} before SELU and {@link
   * Initializer#GLOROT} elsewhere, one given holds for every layer, otherwise one for each layer
   * after the inputs.
   */
  Initializer[] initializers() default {};

  /**
   * The standard deviation that {@link Initializer#NORMAL} draws with: positive, and within what
   * the {@link #precision()} can draw from, {@link Precision#leastScale()} to {@link
   * Precision#greatestScale()}.
   */
  double scale() default 0.01;

  /**
   * The share of its inputs that each layer drops in training: none given means none is dropped,
   * otherwise one number for each layer after the inputs, from 0 to below 1. The first is for the
   * inputs of the network, the second for the outputs of the first layer, and so on: {@code dropout
   * = {0.2, 0.5}} drops a fifth of the inputs and half of what the only hidden layer says.
   *
   * <p>In each training step each input of each sample is dropped by itself with this probability,
   * and those that are kept are multiplied by 1/(1 - share), so that sums expect what they get
   * without dropout. Answers and costs never drop anything.
   */
  double[] dropout() default {};

  /** The element type of weights, inputs and outputs. */
  Precision precision() default Precision.FLOAT;

  /**
   * A safetensors file with the weights, which is read while {@code javac} runs: {@code
   * "digits.safetensors"} lies beside the interface among the resources, in {@code
   * src/main/resources/app} for a package {@code app}, and {@code "/models/digits.safetensors"}
   * from their root. A file that is missing, that has not the shapes of these layers, or that holds
   * anything that is not finite, is a compile error. The generated class then has a static method
   * {@code load()}, which gives the network with these weights from its own resources.
   *
   * <p>Tensors may have any names that {@code WeightsFile} reads, such as those of PyTorch.
   */
  String weights() default "";

  /** Which way round {@link #weights} lie. */
  Layout layout() default Layout.BY_NAME;

  /**
   * The SHA-256 of the file of {@link #weights}, 64 hexadecimal digits: another file is a compile
   * error then.
   */
  String sha256() default "";
}
