package dev.burin.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.burin.processor.Compiling;
import dev.burin.processor.model.NetworkModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The class that the user names, where a declaration is as long as it can be. */
class NetworkClassTest {

  /** Half of what HotSpot still compiles, as for kernels. */
  private static final int BUDGET = 4_000;

  /** A record of more components would need a constructor of more parameters than there can be. */
  private static final int MOST_COMPONENTS = 254;

  @ParameterizedTest
  @CsvSource({
    "FLOAT, boolean, 254",
    "DOUBLE, boolean, 254",
    "FLOAT, int, 254",
    "FLOAT, double, 127",
    "DOUBLE, long, 127",
    "FLOAT, float, 129"
  })
  void noMethodIsTooLongHoweverLongTheRecord(String precision, String type, int components) {
    String source =
        network(List.of(components, 2), precision)
            + "interface Net {\n Answer answer(Sample sample);\n enum Answer { NO, YES }\n"
            + sample(type, components)
            + "}\n";

    assertShort(compile(source));
  }

  @Test
  void noMethodIsTooLongHoweverLongTheEnums() {
    String source =
        network(List.of(1, 2_000), "FLOAT")
            + "interface Net {\n First first(Sample s);\n Second second(Sample s);\n"
            + constants("First", 2_000)
            + constants("Second", 2_000)
            + sample("int", 1)
            + "}\n";

    assertShort(compile(source));
  }

  @Test
  void noMethodOfTheDeepestNetworkIsTooLong() {
    int width = 150;
    List<Integer> widths = new ArrayList<>(Collections.nCopies(NetworkModel.MOST_LAYERS + 1, 2));
    widths.set(0, width);
    widths.set(NetworkModel.MOST_LAYERS, width);
    String enums =
        IntStream.range(0, 8)
            .mapToObj(i -> "E" + i + " e" + i + "(Sample s);\n" + constants("E" + i, width))
            .collect(Collectors.joining());
    String source =
        network(widths, "FLOAT") + "interface Net {\n" + enums + sample("boolean", width) + "}\n";

    assertShort(compile(source));
  }

  /** The parts read and list in the right order, whatever the author's methods are called. */
  @Test
  void longRecordsAndEnumsAnswerAsArraysDo() throws ReflectiveOperationException {
    String element = "float";
    String source =
        network(List.of(MOST_COMPONENTS, 700), "FLOAT")
            + "public interface Net {\n Answer answer(Sample sample);\n float[] all(Sample sample);\n"
            + " float[] all(float[] x);\n int best(float[] x);\n"
            + " default void readSample(Sample sample, float[] x, int at) {}\n"
            + " default void readSampleFrom0(Sample sample, float[] x, int at) {}\n"
            + " default void records() {}\n"
            + " default void answers1From300() {}\n"
            + constants("Answer", 700)
            + sample(element, MOST_COMPONENTS)
            + "}\n";
    ClassLoader loader = load(compile(source));
    Constructor<?> sample = loader.loadClass("Net$Sample").getDeclaredConstructors()[0];
    Constructor<?> constructor = loader.loadClass("NetNetwork").getConstructor(long.class);
    Object network = constructor.newInstance(7L);
    float[] x = new float[MOST_COMPONENTS];
    for (int i = 0; i < x.length; i++) {
      x[i] = 1f / (i + 3);
    }
    Object record =
        sample.newInstance(IntStream.range(0, x.length).mapToObj(i -> (Object) x[i]).toArray());

    Method ofRecord = network.getClass().getMethod("all", record.getClass());
    Method ofArray = network.getClass().getMethod("all", float[].class);
    Method best = network.getClass().getMethod("best", float[].class);
    Method answer = network.getClass().getMethod("answer", record.getClass());
    Field answers = network.getClass().getDeclaredField("ANSWERS1");
    answers.setAccessible(true);

    assertThat((float[]) ofRecord.invoke(network, record))
        .isEqualTo((float[]) ofArray.invoke(network, x));
    assertThat(((Enum<?>) answer.invoke(network, record)).ordinal())
        .isEqualTo(best.invoke(network, x));
    assertThat((Object[]) answers.get(null))
        .isEqualTo(loader.loadClass("Net$Answer").getEnumConstants());
  }

  private static String network(List<Integer> widths, String precision) {
    List<String> activations = new ArrayList<>(Collections.nCopies(widths.size() - 2, "RELU"));
    activations.add("SOFTMAX");
    return "@Network(layers = {"
        + widths.stream().map(String::valueOf).collect(Collectors.joining(", "))
        + "}, activations = {"
        + String.join(", ", activations)
        + "}, loss = CROSS_ENTROPY, precision = "
        + precision
        + ")\n";
  }

  private static String sample(String type, int components) {
    return IntStream.range(0, components)
        .mapToObj(i -> type + " x" + i)
        .collect(Collectors.joining(", ", "record Sample(", ") {}\n"));
  }

  private static String constants(String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "C" + i)
        .collect(Collectors.joining(", ", "enum " + name + " {", "}\n"));
  }

  private static Map<String, byte[]> compile(String source) {
    Compilation done = new Compiling().compile("Net", Compiling.IMPORTS + source);
    assertThat(done.errors()).isEmpty();
    Map<String, byte[]> classes = new HashMap<>();
    for (JavaFileObject file : done.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        String name = file.getName().replaceAll(".*/", "").replace(".class", "");
        classes.put(name, bytes(file));
      }
    }
    return classes;
  }

  private static byte[] bytes(JavaFileObject file) {
    try (InputStream in = file.openInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertShort(Map<String, byte[]> classes) {
    assertThat(classes).containsKey("NetNetwork");
    classes.forEach(
        (name, bytes) -> {
          if (name.startsWith("NetNetwork")) {
            ClassModel model = ClassFile.of().parse(bytes);
            for (MethodModel method : model.methods()) {
              assertThat(length(method))
                  .as("%s.%s", name, method.methodName())
                  .isLessThanOrEqualTo(BUDGET);
            }
          }
        });
  }

  private static int length(MethodModel method) {
    return method.findAttribute(Attributes.code()).map(code -> code.codeLength()).orElse(0);
  }

  private static ClassLoader load(Map<String, byte[]> classes) {
    return new ClassLoader(NetworkClassTest.class.getClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
          throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
      }
    };
  }
}
