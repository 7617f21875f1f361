package dev.burin.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another processor reads is not claimed. */
class NeighboursTest {

  private static final String NETWORK = "dev.burin.Network";

  @TempDir Path path;

  private Neighbours with(String services) throws IOException {
    Path folder = Files.createDirectories(path.resolve("META-INF/services"));
    Files.writeString(folder.resolve("javax.annotation.processing.Processor"), services);
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {path.toUri().toURL()}, NeighboursTest.class.getClassLoader())) {
      return Neighbours.in(loader);
    }
  }

  @Test
  void aloneItMayClaim() throws IOException {
    assertThat(with("dev.burin.processor.NetworkProcessor\n").mayRead(NETWORK)).isFalse();
  }

  @Test
  void whoReadsOthersIsNotDisturbed() throws IOException {
    Neighbours neighbours = with(Others.class.getName());

    assertThat(neighbours.mayRead(NETWORK)).isFalse();
    assertThat(neighbours.mayRead("org.other.Bean")).isTrue();
    assertThat(neighbours.mayRead("org.one.Bean")).isTrue();
    assertThat(neighbours.mayRead("org.one.Beans")).isFalse();
  }

  @Test
  void whoReadsAllOrThisOneMayReadIt() throws IOException {
    assertThat(with(All.class.getName()).mayRead(NETWORK)).isTrue();
    assertThat(with(This.class.getName()).mayRead(NETWORK)).isTrue();
  }

  @Test
  void whoCannotBeAskedMayReadAnything() throws IOException {
    assertThat(with("no.such.Processor").mayRead(NETWORK)).isTrue();
  }

  /** A processor that does nothing. */
  private abstract static class Idle extends AbstractProcessor {
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return false;
    }
  }

  /** Reads annotations of other projects. */
  @SupportedAnnotationTypes({"org.other.*", "some.module/org.one.Bean"})
  public static final class Others extends Idle {}

  /** Reads all annotations. */
  @SupportedAnnotationTypes("*")
  public static final class All extends Idle {}

  /** Reads networks. */
  @SupportedAnnotationTypes(NETWORK)
  public static final class This extends Idle {}
}
