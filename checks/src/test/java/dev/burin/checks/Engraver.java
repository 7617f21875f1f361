package dev.burin.checks;

import dev.burin.Network;
import dev.burin.processor.NetworkProcessor;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Runs javac with the processor, in memory, with every warning an error. */
final class Engraver {

  private Engraver() {}

  /** Engraves all declarations in one run of javac. */
  static Engraving engrave(List<Declaration> declarations) {
    Map<String, String> sources = new LinkedHashMap<>();
    for (Declaration declaration : declarations) {
      sources.put(Declaration.PACKAGE + "." + declaration.name(), declaration.source());
    }
    return compile(sources, List.of(new NetworkProcessor()));
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
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
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
