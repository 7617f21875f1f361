package dev.burin.processor.model;

import dev.burin.Activation;
import dev.burin.Initializer;
import dev.burin.Precision;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import dev.burin.shape.ParameterLayout;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A network that can be engraved: nothing in it needs another check.
 *
 * @param packageName the package of the interface, empty for the unnamed one
 * @param interfaceName the interface as a source of its package spells it, such as {@code
 *     Outer.FiveOrEight}
 * @param className the simple name of the generated class, such as {@code Outer_FiveOrEightNetwork}
 * @param head what the head of the class depends on
 * @param shape the layers, the loss and the precision
 * @param methods the abstract methods, in the order of their declaration
 * @param weights the file that was proved to have weights for the shape, if one was named
 */
public record NetworkModel(
    String packageName,
    String interfaceName,
    String className,
    ClassHead head,
    NetworkShape shape,
    List<MethodModel> methods,
    Optional<WeightsModel> weights) {

  /** The most layers after the inputs: each becomes methods of one generated class. */
  public static final int MOST_LAYERS = 64;

  /** The longest array that a Java virtual machine is sure to make. */
  public static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  /**
   * Checks names, size and methods.
   *
   * @throws IllegalArgumentException if a name is not an identifier, if there are more than {@link
   *     #MOST_LAYERS} layers or more than {@link #LONGEST_ARRAY} parameters with their padding, or
   *     if a method does not fit the inputs or the outputs
   */
  public NetworkModel {
    methods = List.copyOf(methods);
    Names.packageName(packageName);
    Names.dotted(interfaceName);
    Names.identifier(className);
    if (shape.layers().size() > MOST_LAYERS) {
      throw new IllegalArgumentException("More than " + MOST_LAYERS + " layers.");
    }
    if (!fitsOneArray(shape)) {
      throw new IllegalArgumentException("The parameters do not fit into one array.");
    }
    for (MethodModel method : methods) {
      if (!fits(method.kind(), shape)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "The method %s does not fit %s.", method.name(), shape.widths()));
      }
    }
  }

  /** A network without a weights file of its own. */
  public NetworkModel(
      String packageName,
      String interfaceName,
      String className,
      ClassHead head,
      NetworkShape shape,
      List<MethodModel> methods) {
    this(packageName, interfaceName, className, head, shape, methods, Optional.empty());
  }

  /** The same network with a weights file. */
  public NetworkModel with(WeightsModel weights) {
    return new NetworkModel(
        packageName, interfaceName, className, head, shape, methods, Optional.of(weights));
  }

  /**
   * The name of the class that is generated for an interface, such as {@code Outer_IrisNetwork}.
   */
  public static String className(String interfaceName) {
    return interfaceName.replace('.', '_') + "Network";
  }

  /** Whether the parameters of a network, padding included, fit into one array. */
  public static boolean fitsOneArray(NetworkShape shape) {
    try {
      return ParameterLayout.of(shape).length() <= LONGEST_ARRAY;
    } catch (ArithmeticException tooMany) {
      return false;
    }
  }

  private static boolean fits(MethodKind kind, NetworkShape shape) {
    int inputs = shape.inputs();
    int outputs = shape.outputs();
    return switch (kind) {
      case MethodKind.Arrays form ->
          switch (form) {
            case ONE_TO_NUMBER -> outputs == 1;
            case ONE_TO_CLASS, MANY_TO_CLASSES -> outputs > 1;
            case ONE_TO_ARRAY, ONE_TO_CALLER_ARRAY, MANY_TO_CALLER_ARRAY -> true;
          };
      case MethodKind.ArrayToEnum form -> answers(form.answer(), shape);
      case MethodKind.RecordToArray form -> form.input().components().size() == inputs;
      case MethodKind.RecordToNumber form ->
          form.input().components().size() == inputs && outputs == 1;
      case MethodKind.RecordToEnum form ->
          form.input().components().size() == inputs && answers(form.answer(), shape);
    };
  }

  private static boolean answers(EnumModel answer, NetworkShape shape) {
    int constants = answer.constants().size();
    boolean probability = shape.layers().getLast().activation() == Activation.SIGMOID;
    return shape.outputs() == 1 ? constants == 2 && probability : constants == shape.outputs();
  }

  /** The element type. */
  public Precision precision() {
    return shape.precision();
  }

  /** The qualified name of the interface. */
  public String qualifiedInterfaceName() {
    return packageName.isEmpty() ? interfaceName : packageName + "." + interfaceName;
  }

  /** The qualified name of the generated class. */
  public String qualifiedClassName() {
    return packageName.isEmpty() ? className : packageName + "." + className;
  }

  /** The model as a page for people, one line per layer and per method. */
  @Override
  public String toString() {
    StringBuilder page = new StringBuilder();
    page.append(qualifiedInterfaceName()).append(" -> ").append(className).append('\n');
    page.append(
        String.format(
            Locale.ROOT,
            "  %s %s, %,d parameters, loss %s\n",
            shape.widths(),
            shape.precision(),
            shape.parameters(),
            shape.loss()));
    for (int l = 0; l < shape.layers().size(); l++) {
      page.append("  layer ").append(l + 1).append(": ").append(line(shape.layers().get(l)));
      page.append('\n');
    }
    weights.ifPresent(file -> page.append("  ").append(file).append('\n'));
    return page
        + methods.stream()
            .map(m -> "  " + m.signature(precision()) + ": " + m.kind().meaning() + "\n")
            .collect(Collectors.joining());
  }

  private static String line(LayerShape layer) {
    String start =
        layer.initializer() == Initializer.NORMAL
            ? "NORMAL(" + layer.scale() + ")"
            : layer.initializer().name();
    return layer.in() + " -> " + layer.out() + " " + layer.activationText() + ", weights " + start;
  }
}
