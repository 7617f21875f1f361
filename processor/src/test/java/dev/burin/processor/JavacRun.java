package dev.burin.processor;

import dev.burin.Network;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One run of javac on sources from memory into a real directory, so that directories in the way,
 * encodings and class paths are what a user has.
 *
 * @param success whether javac succeeded
 * @param diagnostics all that it said
 * @param out where sources and classes were written
 */
record JavacRun(boolean success, List<Diagnostic<? extends JavaFileObject>> diagnostics, Path out) {

  static final List<String> VECTOR = List.of("--add-modules", "jdk.incubator.vector");

  /** Where the runtime's classes lie. */
  static Path runtime() {
    try {
      URI place = Network.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(place);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Compiles.
   *
   * @param sources texts by path, such as {@code garden/Iris.java}
   * @param options more options than those for the class path and the output
   */
  static JavacRun of(
      Map<String, String> sources,
      List<String> options,
      Path classPath,
      Path out,
      Processor... processors)
      throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-cp", classPath.toString(), "-d", out.toString(), "-s", out.toString()));
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(collector, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<Text> texts =
          sources.entrySet().stream().map(e -> new Text(e.getKey(), e.getValue())).toList();
      JavaCompiler.CompilationTask task = javac.getTask(null, files, collector, all, null, texts);
      task.setLocale(Locale.ROOT);
      task.setProcessors(List.of(processors));
      boolean success = task.call();
      return new JavacRun(success, collector.getDiagnostics(), out);
    }
  }

  /** What javac said of one kind, in its order. */
  List<Diagnostic<? extends JavaFileObject>> of(Diagnostic.Kind kind) {
    return diagnostics.stream().filter(each -> each.getKind() == kind).toList();
  }

  /** The errors as texts. */
  List<String> errors() {
    return of(Diagnostic.Kind.ERROR).stream().map(each -> each.getMessage(Locale.ROOT)).toList();
  }

  /** The files that were written, with slashes. */
  List<String> written() throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> out.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String path, String text) {
      super(URI.create("memory:///" + path), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
