package dev.burin.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A directory for generated sources that has room for a part of them only. */
class HalfWrittenTest {

  private static final String COIN =
      "@Network(layers = {2, 1}, activations = SIGMOID, loss = BINARY_CROSS_ENTROPY)\n";

  @TempDir Path out;

  @ParameterizedTest
  @ValueSource(strings = {"FiveNetwork", "FiveNetwork_V128", "FiveNetwork_V512"})
  void nothingOfTheInterfaceIsLeftAndAnotherIsWhole(String full) throws IOException {
    JavacRun run = compile(full);

    assertThat(run.errors())
        .singleElement()
        .asString()
        .startsWith("[BurinFileNotWritten] The source of garden." + full + " cannot be written:")
        .contains("No space left on device", "deleted again");
    assertThat(run.written())
        .containsExactly(
            "garden/SixNetwork.java",
            "garden/SixNetwork_V128.java",
            "garden/SixNetwork_V256.java",
            "garden/SixNetwork_V512.java");
    assertThat(run.of(Diagnostic.Kind.ERROR).getFirst().getLineNumber()).isEqualTo(10);
  }

  private JavacRun compile(String full) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
    List<String> options = new ArrayList<>(JavacRun.VECTOR);
    options.addAll(List.of("-cp", JavacRun.runtime().toString(), "-d", out.toString()));
    String five = source(COIN + "interface Five { float p(float[] x); }");
    String six = source(COIN + "interface Six { float p(float[] x); }");
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(collector, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              null,
              new FullDisk(files, full),
              collector,
              options,
              null,
              List.of(
                  new JavacRun.Text("garden/Five.java", five),
                  new JavacRun.Text("garden/Six.java", six)));
      task.setLocale(Locale.ROOT);
      task.setProcessors(List.of(new NetworkProcessor()));
      return new JavacRun(task.call(), collector.getDiagnostics(), out);
    }
  }

  private static String source(String text) {
    return "package garden;\n" + Compiling.IMPORTS + text;
  }

  /** Has room for a thousand characters of one class, and for all others. */
  private static final class FullDisk extends ForwardingJavaFileManager<JavaFileManager> {
    private final String full;

    FullDisk(JavaFileManager files, String full) {
      super(files);
      this.full = full;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling)
        throws IOException {
      JavaFileObject file = super.getJavaFileForOutput(location, className, kind, sibling);
      return className.endsWith("." + full) ? new FullFile(file) : file;
    }
  }

  private static final class FullFile extends ForwardingJavaFileObject<JavaFileObject> {
    FullFile(JavaFileObject file) {
      super(file);
    }

    @Override
    public Writer openWriter() throws IOException {
      return new FilterWriter(super.openWriter()) {
        @Override
        public void write(String text, int from, int length) throws IOException {
          super.write(text, from, Math.min(1000, length));
          super.flush();
          throw new IOException("No space left on device");
        }
      };
    }
  }
}
