package dev.burin.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.burin.processor.model.NetworkModel;
import dev.burin.processor.plan.Planner;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;

/** Compiles small sources in memory and keeps the models that the processor made of them. */
public final class Compiling {

  /** What stands at the head of most test sources. */
  public static final String IMPORTS =
      """
      import static dev.burin.Activation.*;
      import static dev.burin.Initializer.*;
      import static dev.burin.Loss.*;
      import static dev.burin.Precision.*;

      import dev.burin.Network;

      """;

  private final List<NetworkModel> models = new ArrayList<>();
  private final List<Object> options = new ArrayList<>(JavacRun.VECTOR);
  private final List<Processor> others = new ArrayList<>();

  /** Adds an option of javac's. */
  public Compiling with(String option) {
    options.add(option);
    return this;
  }

  /** Adds a processor that runs beside. */
  public Compiling beside(Processor other) {
    others.add(other);
    return this;
  }

  /** Compiles files given as name and text in turn. */
  public Compilation compile(String... namesAndTexts) {
    List<JavaFileObject> files = new ArrayList<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.add(JavaFileObjects.forSourceString(namesAndTexts[i], namesAndTexts[i + 1]));
    }
    List<Processor> processors = new ArrayList<>(others);
    processors.add(
        new NetworkProcessor(
            model -> {
              models.add(model);
              return Planner.plan(model);
            }));
    return Compiler.javac().withOptions(options).withProcessors(processors).compile(files);
  }

  /** The models so far, in the order in which they were made. */
  public List<NetworkModel> models() {
    return models;
  }
}
