package dev.burin.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.burin.kernel.Contract;
import dev.burin.processor.Compiling;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** A generated class that was made for another runtime. */
class ContractNumberTest {

  private static final String SOURCE =
      Compiling.IMPORTS
          + """
          @Network(layers = {3, 2}, activations = SOFTMAX, loss = CROSS_ENTROPY)
          public interface Net {
            float[] outputs(float[] x);
          }
          """;

  @Test
  void theNumberOfThisRuntimeIsWelcome() throws IOException, ReflectiveOperationException {
    Class<?> network = generated(Contract.NUMBER);

    assertThat(network.getField("CONTRACT").getInt(null)).isEqualTo(Contract.NUMBER);
    assertThatCode(() -> network.getConstructor().newInstance()).doesNotThrowAnyException();
  }

  @Test
  void anotherNumberIsRefusedBeforeAnythingElseHappens()
      throws IOException, ReflectiveOperationException {
    Class<?> network = generated(Contract.NUMBER + 1);

    assertThatThrownBy(() -> network.getField("SHAPE").get(null))
        .isInstanceOf(IncompatibleClassChangeError.class)
        .hasMessageContaining("generated for Net keeps contract " + (Contract.NUMBER + 1))
        .hasMessageContaining("compile Net again");
    assertThatThrownBy(() -> network.getConstructor().newInstance())
        .as("the sentence is still to be read when the class is asked for once more")
        .isInstanceOf(NoClassDefFoundError.class)
        .hasStackTraceContaining("compile Net again");
  }

  /** The class as a processor with another number would have written it. */
  private static Class<?> generated(int number) throws IOException, ClassNotFoundException {
    Compilation first = new Compiling().compile("Net", SOURCE);
    assertThat(first.errors()).isEmpty();
    List<JavaFileObject> sources = new ArrayList<>();
    sources.add(JavaFileObjects.forSourceString("Net", SOURCE));
    for (JavaFileObject file : first.generatedSourceFiles()) {
      String name = file.getName().replaceAll(".*/", "").replace(".java", "");
      String text = text(file);
      String other =
          text.replace(
              "Contract.require(" + Contract.NUMBER + ", ", "Contract.require(" + number + ", ");
      sources.add(JavaFileObjects.forSourceString(name, other));
    }
    Compilation second =
        Compiler.javac()
            .withOptions("--add-modules", "jdk.incubator.vector", "-proc:none")
            .compile(sources);
    assertThat(second.errors()).isEmpty();
    return load(second).loadClass("NetNetwork");
  }

  private static String text(JavaFileObject file) throws IOException {
    try (InputStream in = file.openInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static ClassLoader load(Compilation compilation) throws IOException {
    Map<String, byte[]> classes = new HashMap<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      try (InputStream in = file.openInputStream()) {
        String name = file.getName().replaceAll(".*/", "").replace(".class", "");
        classes.put(name, in.readAllBytes());
      }
    }
    return new ClassLoader(ContractNumberTest.class.getClassLoader()) {
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
