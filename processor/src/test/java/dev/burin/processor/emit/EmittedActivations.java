package dev.burin.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Precision;
import dev.burin.shape.LayerShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A class written around the text of every activation, compiled and loaded. */
final class EmittedActivations {

  /** What one method of the class holds. */
  enum Part {
    VALUE,
    SLOPE,
    EXP
  }

  /** Every activation as it is by default, and those that take a slope with another one. */
  static final List<LayerShape> LAYERS =
      Stream.concat(
              Arrays.stream(Activation.values()).map(each -> LayerShape.of(1, 1, each)),
              Stream.of(
                  LayerShape.of(1, 1, Activation.LEAKY_RELU).slope(0.3),
                  LayerShape.of(1, 1, Activation.ELU).slope(0.5),
                  LayerShape.of(1, 1, Activation.ELU).slope(1.7)))
          .toList();

  private final Precision precision;
  private final int bits;
  private final Path folder;

  EmittedActivations(Precision precision, int bits, Path folder) {
    this.precision = precision;
    this.bits = bits;
    this.folder = folder;
  }

  /** The method of the layer at an index of {@link #LAYERS}. */
  static String methodName(int layer, Part part) {
    return part.name().toLowerCase(Locale.ROOT)
        + "_"
        + LAYERS.get(layer).activation().name()
        + "_"
        + layer;
  }

  /** The class: one static method {@code (array in, array out)} per activation and part. */
  Class<?> load() {
    Path source = folder.resolve(className() + ".java");
    try {
      Files.writeString(source, source());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int status =
        compiler.run(
            null,
            null,
            null,
            "--add-modules",
            "jdk.incubator.vector",
            "-Xlint:-incubating",
            "-proc:none",
            "-d",
            folder.toString(),
            source.toString());
    assertThat(status).as("javac on %s", source).isZero();
    try {
      URL[] path = {folder.toUri().toURL()};
      return Class.forName(
          className(), true, new URLClassLoader(path, EmittedActivations.class.getClassLoader()));
    } catch (MalformedURLException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The bytes of the compiled class. */
  byte[] bytes() {
    try {
      return Files.readAllBytes(folder.resolve(className() + ".class"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String className() {
    return "Emitted" + precision + bits;
  }

  private String source() {
    Map<String, ActivationConstant> constants = new LinkedHashMap<>();
    for (ActivationConstant constant : ActivationConstant.all(precision)) {
      constants.put(constant.name(), constant);
    }
    List<String> methods = new ArrayList<>();
    Map<String, ActivationConstant> named = new LinkedHashMap<>();
    for (int i = 0; i < LAYERS.size(); i++) {
      Activation activation = LAYERS.get(i).activation();
      ActivationText text = ActivationText.of(LAYERS.get(i), i, precision, "S");
      text.constants().forEach(constant -> named.put(constant.name(), constant));
      if (activation == Activation.SOFTMAX) {
        methods.add(method(i, Part.EXP, "z", "a", text.exp("z", "a")));
      } else {
        methods.add(method(i, Part.VALUE, "z", "a", text.value()));
        String input = activation.derivativeNeedsSum() ? "z" : "a";
        methods.add(method(i, Part.SLOPE, input, "slope", text.slope()));
      }
    }
    constants.putAll(named);
    constants.keySet().retainAll(named.keySet());
    StringBuilder all = new StringBuilder();
    all.append("import jdk.incubator.vector.*;\n");
    all.append("public final class ").append(className()).append(" {\n");
    all.append(
        String.format(
            Locale.ROOT,
            "  private static final VectorSpecies<%s> S = %s.SPECIES_%d;%n",
            boxed(),
            vector(),
            bits));
    for (ActivationConstant constant : constants.values()) {
      all.append(
          String.format(
              Locale.ROOT,
              "  /** %s */ private static final %s %s = %s;%n",
              constant.javadoc(),
              constant.type(),
              constant.name(),
              constant.literal()));
    }
    methods.forEach(all::append);
    return all.append("}\n").toString();
  }

  private String method(int layer, Part part, String input, String output, List<String> body) {
    String type = ActivationConstant.type(precision);
    return String.format(
        Locale.ROOT,
        """
          public static void %s(%s[] in, %s[] out) {
            for (int i = 0; i < in.length; i += S.length()) {
              %s %s = %s.fromArray(S, in, i);
              %s
              %s.intoArray(out, i);
            }
          }
        """,
        methodName(layer, part),
        type,
        type,
        vector(),
        input,
        vector(),
        String.join("\n      ", body),
        output);
  }

  private String vector() {
    return precision == Precision.FLOAT ? "FloatVector" : "DoubleVector";
  }

  private String boxed() {
    return precision == Precision.FLOAT ? "Float" : "Double";
  }
}
