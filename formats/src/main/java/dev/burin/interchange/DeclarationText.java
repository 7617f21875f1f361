package dev.burin.interchange;

import dev.burin.Activation;
import dev.burin.Precision;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The Java source of an interface that declares a network and finds its weights. */
final class DeclarationText {

  private static final String INDENT = "    ";

  private DeclarationText() {}

  /**
   * The source.
   *
   * @param origin what it was made from, for its Javadoc
   * @param weights the name of the weights file, beside the class
   */
  static String of(TypeName type, NetworkShape shape, String origin, String weights) {
    StringBuilder text = new StringBuilder();
    if (!type.packageName().isEmpty()) {
      text.append("package ").append(type.packageName()).append(";\n\n");
    }
    for (String constant : constants(shape)) {
      text.append("import static ").append(constant).append(";\n");
    }
    text.append("\nimport dev.burin.Network;\n");
    if (shape.precision() == Precision.DOUBLE) {
      text.append("import dev.burin.Precision;\n");
    }
    text.append("import dev.burin.io.WeightsFile;\n");
    text.append("import java.io.IOException;\nimport java.io.InputStream;\n\n");
    text.append("/** ").append(shape.widths()).append(", imported from ");
    text.append(harmless(origin)).append(". */\n");
    text.append(annotation(shape));
    text.append("public interface ").append(type.name()).append(" {\n\n");
    text.append(methods(shape));
    text.append(load(type.name(), weights));
    return text.append("}\n").toString();
  }

  private static Set<String> constants(NetworkShape shape) {
    Set<String> constants = new TreeSet<>();
    for (LayerShape layer : shape.layers()) {
      constants.add("dev.burin.Activation." + layer.activation());
    }
    constants.add("dev.burin.Loss." + shape.loss());
    return constants;
  }

  private static String annotation(NetworkShape shape) {
    List<LayerShape> layers = shape.layers();
    List<String> members = new ArrayList<>();
    members.add(
        list("layers", layers.stream().map(LayerShape::out).map(String::valueOf).toList())
            .replaceFirst("\\{", "{" + shape.inputs() + ", "));
    members.add(
        list(
            "activations",
            layers.stream().map(LayerShape::activation).map(Activation::name).toList()));
    List<LayerShape> sloped = layers.stream().filter(l -> l.activation().takesSlope()).toList();
    if (sloped.stream().anyMatch(l -> l.slope() != l.activation().defaultSlope())) {
      members.add(
          list("slopes", sloped.stream().map(LayerShape::slope).map(String::valueOf).toList()));
    }
    members.add("loss = " + shape.loss());
    if (shape.precision() == Precision.DOUBLE) {
      members.add("precision = Precision.DOUBLE");
    }
    return "@Network(\n" + INDENT + String.join(",\n" + INDENT, members) + ")\n";
  }

  private static String list(String name, List<String> values) {
    return name + " = " + values.stream().collect(Collectors.joining(", ", "{", "}"));
  }

  private static String methods(NetworkShape shape) {
    String type = shape.precision() == Precision.FLOAT ? "float" : "double";
    int in = shape.inputs();
    int out = shape.outputs();
    StringBuilder text = new StringBuilder();
    if (out == 1) {
      method(text, "The output for one sample, [%d].", in);
      text.append(String.format(Locale.ROOT, "  %s output(%s[] x);\n\n", type, type));
    }
    method(text, "The outputs [%d] for one sample, [%d].", out, in);
    text.append(String.format(Locale.ROOT, "  %s[] outputs(%s[] x);\n\n", type, type));
    method(text, "The outputs for n samples, row-major: [n][%d] to [n][%d].", in, out);
    text.append(
        String.format(Locale.ROOT, "  void outputs(%s[] x, int n, %s[] out);\n\n", type, type));
    if (shape.layers().getLast().activation() == Activation.SOFTMAX) {
      method(text, "The index of the greatest output for one sample, [%d].", in);
      text.append(String.format(Locale.ROOT, "  int predict(%s[] x);\n\n", type));
    }
    return text.toString();
  }

  private static void method(StringBuilder text, String words, Object... numbers) {
    text.append("  /** ").append(String.format(Locale.ROOT, words, numbers)).append(" */\n");
  }

  private static String load(String name, String weights) {
    return """
      /** A network with the imported weights, which lie beside this class. */
      static NAME load() throws IOException {
        try (InputStream in = NAME.class.getResourceAsStream("WEIGHTS")) {
          return WeightsFile.load(in, "WEIGHTS", new NAMENetwork());
        }
      }
    """
        .replace("WEIGHTS", weights)
        .replace("NAME", name);
  }

  /** A name from outside, of which nothing can end a comment. */
  private static String harmless(String text) {
    return text.replaceAll("[^A-Za-z0-9 ._(),+-]", "_");
  }
}
