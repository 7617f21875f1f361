package dev.burin.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Stands for any other processor: in the first round it generates types for an interface. */
final class FlowerMaker extends AbstractProcessor {

  private boolean done;

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!done) {
      done = true;
      write("Flower", "public record Flower(float a, float b) {}");
      write("Widths", "public interface Widths { int IN = 2; }");
      write("Parent", "public interface Parent<F> { float[] all(F flower); }");
    }
    return false;
  }

  private void write(String name, String text) {
    try (Writer writer = processingEnv.getFiler().createSourceFile("made." + name).openWriter()) {
      writer.write("package made;\n" + text + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
