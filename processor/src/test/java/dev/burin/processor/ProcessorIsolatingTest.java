package dev.burin.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each generated file comes from one interface, which lets build tools compile incrementally. */
class ProcessorIsolatingTest {

  private static final String COIN =
      "@Network(layers = {2, 1}, activations = SIGMOID, loss = BINARY_CROSS_ENTROPY)\n";

  @TempDir Path out;

  @Test
  void theInterfaceIsTheOnlyOrigin() throws IOException {
    OriginSpy spy = new OriginSpy(new NetworkProcessor());
    String source =
        "package garden;\n"
            + Compiling.IMPORTS
            + "interface Outer {\n"
            + COIN
            + "interface Five {}\n"
            + COIN
            + "interface Six {} }";

    JavacRun run =
        JavacRun.of(
            Map.of("garden/Outer.java", source), JavacRun.VECTOR, JavacRun.runtime(), out, spy);

    assertThat(run.errors()).isEmpty();
    assertThat(spy.created)
        .contains(
            "garden.Outer_FiveNetwork from [garden.Outer.Five]",
            "garden.Outer_SixNetwork from [garden.Outer.Six]");
    assertThat(spy.created).allMatch(each -> each.matches(".* from \\[garden\\.Outer\\.\\w+]"));
  }

  @Test
  void gradleIsTold() throws IOException {
    String path = "/META-INF/gradle/incremental.annotation.processors";
    try (InputStream in =
        Objects.requireNonNull(NetworkProcessor.class.getResourceAsStream(path))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).trim())
          .isEqualTo(NetworkProcessor.class.getName() + ",isolating");
    }
  }

  @Test
  void supportsTheNewestSourceAndItsOptions() {
    NetworkProcessor processor = new NetworkProcessor();

    assertThat(processor.getSupportedSourceVersion()).isEqualTo(SourceVersion.latestSupported());
    assertThat(processor.getSupportedOptions())
        .containsExactlyInAnyOrder("burin.explain", "burin.resources");
    assertThat(processor.getSupportedAnnotationTypes())
        .containsExactlyInAnyOrder("dev.burin.Network", "javax.annotation.processing.Generated");
  }

  /** Notes the origins that the processor gives to the filer. */
  private static final class OriginSpy extends AbstractProcessor {
    private final Processor inner;
    private final List<String> created = new ArrayList<>();

    OriginSpy(Processor inner) {
      this.inner = inner;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return inner.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return inner.getSupportedSourceVersion();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      super.init(environment);
      Filer filer = environment.getFiler();
      Filer noting =
          proxy(
              Filer.class,
              filer,
              (name, arguments) -> {
                if (name.equals("createSourceFile")) {
                  created.add(arguments[0] + " from " + List.of((Element[]) arguments[1]));
                }
                return null;
              });
      inner.init(
          proxy(
              ProcessingEnvironment.class,
              environment,
              (name, arguments) -> name.equals("getFiler") ? noting : null));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return inner.process(annotations, round);
    }

    private interface Answer {
      Object to(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, T real, Answer answer) {
      Object made =
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (self, method, arguments) -> {
                Object given = answer.to(method.getName(), arguments);
                try {
                  return given != null ? given : method.invoke(real, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
      return type.cast(made);
    }
  }
}
