package dev.burin.checks;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Keeps all that javac writes, by class name. */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {

  private final Map<String, Output> sources = new TreeMap<>();
  private final Map<String, Output> classes = new TreeMap<>();

  MemoryFiles(JavaFileManager next) {
    super(next);
  }

  /** The generated sources. */
  Map<String, String> sources() {
    return sources.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().text()));
  }

  Map<String, byte[]> classes() {
    return classes.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().bytes.toByteArray()));
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
    Output output = new Output(name, kind);
    (kind == JavaFileObject.Kind.SOURCE ? sources : classes).put(name, output);
    return output;
  }

  /** A source that a test gives. */
  static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String name, String text) {
      super(uri(name, Kind.SOURCE), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Output extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final StringWriter letters = new StringWriter();

    Output(String name, Kind kind) {
      super(uri(name, kind), kind);
    }

    String text() {
      return letters + bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }

    @Override
    public Writer openWriter() {
      return letters;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text();
    }
  }

  private static URI uri(String name, JavaFileObject.Kind kind) {
    return URI.create("memory:///" + name.replace('.', '/') + kind.extension);
  }
}
