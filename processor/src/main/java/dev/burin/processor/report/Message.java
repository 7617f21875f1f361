package dev.burin.processor.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Every refusal: what is wrong, and what to write instead. The id in brackets before a sentence is
 * {@code Burin} and the name of the constant in camel case, such as {@code [BurinLayerTooSmall]}.
 */
public enum Message {

  // The interface.
  NOT_AN_INTERFACE(
      "%1$s is %2$s, but only an interface can declare a network.",
      "Write `interface %1$s` and keep your own code in default methods or in another class."),
  GENERIC_INTERFACE(
      "%1$s has type parameters, which a generated class cannot fill in.",
      "Move @Network to an interface without any, such as `interface Mine extends %1$s<...>`."),
  PRIVATE_INTERFACE(
      "%1$s is private, so the class generated beside it cannot see the interface.",
      "Remove `private` from %1$s."),
  IMPLICIT_CLASS(
      "%1$s stands in a file without a class declaration, and no other file can name it.",
      "Move the interface into a file of its own."),
  SEALED_INTERFACE(
      "%1$s is sealed and does not permit the class that is generated for it.",
      "Add %2$s to its permits clause, or remove `sealed`."),
  CLASS_NAME_TAKEN(
      "The class %1$s is to be generated, but there already is one of that name.",
      "Rename the interface or that class."),
  CLASS_NAME_CLAIMED(
      "The class %1$s is to be generated, but another one of that name is generated from %2$s.",
      "Rename one of the two interfaces."),
  GENERATED_SOURCE_GIVEN(
      "%1$s is to be generated, but the source that an earlier build generated is among the sources"
          + " given to javac: %2$s.",
      "Delete that file, and keep the directory of generated sources out of what is compiled."),
  NAME_HIDDEN(
      "The generated class %2$s cannot name the type %1$s, because there %3$s means something"
          + " else.",
      "Rename what is called so in the interface, its parents or its package."),

  // The layers.
  LAYERS_EMPTY(
      "layers is empty.", "Write the widths, the inputs first, as in layers = {784, 196, 1}."),
  LAYERS_SINGLE(
      "layers names only the inputs, %1$d, but a network needs at least one layer after them.",
      "Write the width of the outputs too, as in layers = {%1$d, 10}."),
  LAYER_TOO_SMALL(
      "layers[%1$d] is %2$d, but a layer needs at least 1 neuron.",
      "Write its width, as in layers = {784, 196, 1}."),
  LAYERS_TOO_MANY(
      "layers names %1$d layers after the inputs, but a generated class holds at most %2$d.",
      "Remove %3$d of them."),
  PARAMETERS_TOO_MANY(
      "Up to layers[%1$d] the network has %2$,d weights and biases, which with their padding are"
          + " more than the %3$,d elements of the longest array.",
      "Make this layer or the one before it narrower."),

  // The rest of the annotation.
  ACTIVATIONS_TOO_FEW(
      "activations names %1$d, but %2$d layers follow the inputs.",
      "Write one activation for each of them, as in activations = {%3$s}."),
  ACTIVATIONS_TOO_MANY(
      "activations names %1$d, but only %2$d layers follow the inputs, which themselves have none.",
      "Remove this one and those after it, or add their layers."),
  SOFTMAX_NOT_LAST(
      "activations[%1$d] is SOFTMAX, which only the last layer can have.",
      "Write another activation for this layer, such as RELU."),
  SOFTMAX_OF_ONE(
      "SOFTMAX of a single output is always 1.",
      "Write SIGMOID with the loss BINARY_CROSS_ENTROPY for one probability, or give the last layer"
          + " one output per class."),
  SLOPES_COUNT(
      "slopes names %1$d, but the activations that take one are %2$d.",
      "Write none for the defaults, one for all of them, or one for each of the %2$d."),
  SLOPES_UNUSED(
      "slopes is given, but none of the activations takes one; only %1$s do.",
      "Remove slopes, or write one of these activations."),
  SLOPE_OUT_OF_RANGE(
      "slopes[%1$d] is %2$s, but the slope of an activation just below 0 lies from %3$s to %4$s.",
      "Write a number such as slopes = 0.3; the activation whose slope is 0 there is RELU."),
  LOSS_MISFIT(
      "The loss %1$s does not fit the last activation, %2$s.",
      "Write %3$s, or change the last activation to %4$s."),
  INITIALIZERS_COUNT(
      "initializers names %1$d, but %2$d layers follow the inputs.",
      "Write none for the defaults, one for all layers, or one for each of the %2$d."),
  SCALE_OUT_OF_RANGE(
      "scale is %1$s, but a %2$s network draws its weights with a standard deviation from %3$s to"
          + " %4$s.",
      "Write a number such as scale = 0.01."),
  SCALE_UNUSED(
      "scale is given, but no layer is initialized with NORMAL, the only one that uses it.",
      "Remove scale, or write initializers = NORMAL."),
  DROPOUT_COUNT(
      "dropout names %1$d, but %2$d layers follow the inputs, and each drops a share of what it"
          + " reads.",
      "Write one share for each of them, as in dropout = {%3$s}, with 0 where none is dropped."),
  DROPOUT_OUT_OF_RANGE(
      "dropout[%1$d] is %2$s, but the share of inputs that a layer drops is from 0 to below 1.",
      "Write a number such as 0.2, or 0 to drop none."),
  WORD_UNKNOWN(
      "%1$s is not known to this version of the processor.",
      "Use the same version of burin-runtime and burin-processor."),

  // The weights file.
  WEIGHTS_NAME(
      "weights is \"%1$s\", which is no name of a resource.",
      "Write one such as weights = \"digits.safetensors\" for a file beside the interface, or"
          + " \"/models/digits.safetensors\" from the root of the resources."),
  WEIGHTS_NEEDED(
      "%1$s is given, but there is no weights file that it could be about.",
      "Remove %1$s, or write weights = \"digits.safetensors\"."),
  WEIGHTS_MISSING(
      "There is no file %1$s; it was looked for in %2$s.",
      "Put it among the resources, such as src/main/resources/%1$s, or say where they are with"
          + " -Aburin.resources=<folder>."),
  WEIGHTS_MISFIT(
      "%2$s; expected %3$s. The file is %1$s.",
      "Correct the file or the declaration, or remove weights and load the file with"
          + " WeightsFile.load(file, network, reading)."),
  WEIGHTS_OTHER(
      "The SHA-256 of %1$s is %2$s, not %3$s.",
      "Take the file that is meant, or write sha256 = \"%2$s\"."),
  SHA256_MALFORMED(
      "sha256 is \"%1$s\", but a SHA-256 has 64 hexadecimal digits.",
      "Write what `sha256sum` prints of the file, or remove sha256."),

  // The methods.
  METHOD_UNKNOWN(
      "%1$s is not a method that a network can compute.",
      "Make it a default method with a body of your own, or write one of these, with R a record and"
          + " E an enum:%2$s"),
  METHOD_GENERIC(
      "%1$s has type parameters of its own, which a generated method cannot fill in.",
      "Remove %2$s and write the types themselves."),
  METHODS_CLASH(
      "%1$s is inherited from %2$s with different results, and one method cannot give both.",
      "Rename one of them, or let %3$s extend only one of these interfaces."),
  METHOD_NETWORK(
      "%1$s takes the place of network(), with which the generated class gives its %2$s.", "%3$s."),
  ELEMENT_TYPE(
      "%1$s mixes up the element type: this network computes in %2$s.",
      "Write `%3$s`, or set precision = Precision.%4$s and use %5$s throughout."),
  NUMBER_OF_MANY(
      "%1$s returns one number, but the last layer has %2$d outputs.",
      "Return %3$s[], or make the last layer 1 wide."),
  CLASS_OF_ONE(
      "%1$s asks for the greatest output, but the last layer has only one, so the answer is always"
          + " 0.",
      "Use %2$s in place of the class, or give the last layer one output per class."),

  // Records and enums.
  NOT_A_RECORD(
      "%1$s is %2$s, but a network reads a sample from a record or from an array.",
      "Take a record with %3$s in its place, or %4$s[]."),
  NOT_AN_ENUM(
      "%1$s is %2$s, but a network answers with a number, an array, or a constant of an enum.",
      "Return an enum with %3$s in its place, or %4$s[], or make it a default method with a body of"
          + " your own."),
  TYPE_GENERIC(
      "%1$s is generic, so the types of its components are not known here.",
      "Write a record without type parameters."),
  TYPE_INACCESSIBLE(
      "%1$s cannot be seen from the package of the interface, where the class is generated.",
      "Remove `private` from %2$s or make it public."),
  COMPONENT_COUNT(
      "The record %1$s has %2$s, but the network has %3$s.",
      "Give it one numeric component per input%4$s."),
  COMPONENT_TYPE(
      "The component %1$s of the record %2$s is of type %3$s, which is not one number.",
      "Use float, double, byte, short, int, long, or boolean for 1 and 0."),
  CONSTANT_COUNT(
      "The enum %1$s has %2$s, but the network has %3$s.", "Give it one constant per output%4$s."),
  CONSTANTS_OF_ONE(
      "The network has one output, but the enum %1$s has %2$s; a probability chooses between two.",
      "Use an enum of two constants, the second for an output of at least 0.5%3$s."),
  CONSTANTS_NEED_PROBABILITY(
      "One output chooses between two constants of %1$s only as a probability, but the last"
          + " activation is %2$s.",
      "Write SIGMOID for the last layer, or give it two outputs."),

  // The compiler's surroundings.
  VECTOR_MODULE_MISSING(
      "javac cannot see the module jdk.incubator.vector, with which %1$s is computed.",
      "Pass the flag `--add-modules jdk.incubator.vector` to javac, and to java when it runs."),
  VECTOR_MODULE_NOT_READ(
      "The module %2$s cannot see the module jdk.incubator.vector, with which %1$s is computed.",
      "Write `requires jdk.incubator.vector;` in the module-info.java of %2$s and pass the flag"
          + " `--add-modules jdk.incubator.vector` to javac."),
  RUNTIME_MISSING(
      "The package dev.burin.network, which %1$s needs, cannot be seen from here.",
      "Put all of burin-runtime, in the version of the processor, on the class path or in the"
          + " module's requires clauses."),
  RUNTIME_OTHER(
      "The contract of generated classes in burin-runtime is %1$s, but this processor writes for"
          + " %2$d.",
      "Use the same version of burin-runtime and burin-processor."),
  OPTION_UNKNOWN(
      "The processor does not know the option -A%1$s.",
      "The options are -Aburin.explain=true and -Aburin.resources=<folder>."),
  OPTION_VALUE(
      "The option -Aburin.explain is \"%1$s\".",
      "Write -Aburin.explain=true or -Aburin.explain=false."),
  OPTION_RESOURCES(
      "The option -Aburin.resources names \"%1$s\", which is no folder.",
      "Write existing folders, separated by %2$s."),
  FILE_NOT_WRITTEN(
      "The source of %1$s cannot be written: %2$s.",
      "Check that the directory for generated sources can be written to and has room; what was"
          + " written for this interface is deleted again."),
  INTERNAL_ERROR(
      "The processor failed on %1$s, which is no fault of the interface: %2$s.",
      "Please report this line together with the interface.");

  private final String text;
  private final String remedy;

  Message(String text, String remedy) {
    this.text = text;
    this.remedy = remedy;
  }

  /** The id, such as {@code BurinLayerTooSmall}: stable, and what a search finds. */
  public String id() {
    return "Burin"
        + Arrays.stream(name().split("_", -1))
            .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());
  }

  /** The whole message: id, text and remedy. */
  String sentence(Object... arguments) {
    return "[" + id() + "] " + String.format(Locale.ROOT, text + " " + remedy, arguments);
  }
}
