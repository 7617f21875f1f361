package dev.burin.checks;

import dev.burin.Network;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Runs javac with the processor, in memory, with every warning an error. */
final class Engraver {

  /** The declarations of one run: javac keeps the trees of all their sources. */
  private static final int AT_ONCE = 32;

  private Engraver() {}

  /** Engraves all declarations, many in one run of javac. */
  static Engraving engrave(List<Declaration> declarations) {
    Map<String, String> generated = new HashMap<>();
    Map<String, byte[]> classes = new HashMap<>();
    for (int first = 0; first < declarations.size(); first += AT_ONCE) {
      int end = Math.min(declarations.size(), first + AT_ONCE);
      Map<String, String> sources = new LinkedHashMap<>();
      for (Declaration declaration : declarations.subList(first, end)) {
        sources.put(Declaration.PACKAGE + "." + declaration.name(), declaration.source());
      }
      Engraving part = compile(sources, List.of(processor()));
      generated.putAll(part.sources());
      classes.putAll(part.classes());
    }
    return new Engraving(generated, classes);
  }

  /** Engraves sources by their class names, in one run of javac. */
  static Engraving engrave(Map<String, String> sources) {
    return compile(sources, List.of(processor()));
  }

  /** Compiles sources by their class names, without the processor. */
  static Engraving compile(Map<String, String> sources) {
    return compile(sources, List.of());
  }

  private static Engraving compile(Map<String, String> sources, List<Processor> processors) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--release",
                "25",
                "--add-modules",
                "jdk.incubator.vector",
                "-Xlint:all,-incubating,-processing",
                "-Werror",
                "-cp",
                place(Network.class).toString()));
    if (processors.isEmpty()) {
      options.add("-proc:none");
    }
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    StandardJavaFileManager standard =
        javac.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8);
    try (MemoryFiles files = new MemoryFiles(standard)) {
      List<MemoryFiles.Text> texts =
          sources.entrySet().stream()
              .map(e -> new MemoryFiles.Text(e.getKey(), e.getValue()))
              .toList();
      JavaCompiler.CompilationTask task = javac.getTask(null, files, said, options, null, texts);
      if (!processors.isEmpty()) {
        task.setProcessors(processors);
      }
      boolean success = task.call();
      if (!success || !said.getDiagnostics().isEmpty()) {
        throw new IllegalStateException(
            "javac said: " + said.getDiagnostics().stream().limit(20).toList());
      }
      return new Engraving(files.sources(), files.classes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A processor, found as javac finds it. */
  private static Processor processor() {
    return ServiceLoader.load(Processor.class).stream()
        .filter(each -> each.type().getName().startsWith("dev.burin."))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The processor is not on the class path."))
        .get();
  }

  /** The directory or jar that a class was loaded from. */
  static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
