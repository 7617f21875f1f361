package dev.burin.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.burin.processor.NetworkProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * What the processor makes of one declaration.
 *
 * @param plan the page that {@code -Aburin.explain=true} shows
 * @param sources the text of each generated class, by the name of its file
 */
public record Golden(String plan, Map<String, String> sources) {

  /** Compiles a declaration and all that is generated for it, without a warning. */
  public static Golden of(Path declaration) throws IOException {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new NetworkProcessor())
            .withOptions(
                "--add-modules",
                "jdk.incubator.vector",
                "-Aburin.explain=true",
                "-Xlint:all,-incubating,-processing",
                "-Werror")
            .compile(JavaFileObjects.forResource(declaration.toUri().toURL()));
    assertThat(compilation.status())
        .as("%s", compilation.diagnostics())
        .isEqualTo(Compilation.Status.SUCCESS);
    String plan =
        compilation.notes().stream()
            .map(note -> note.getMessage(Locale.ROOT))
            .filter(note -> note.contains("plan of"))
            .collect(Collectors.joining("\n"));
    Map<String, String> sources = new TreeMap<>();
    try (Stream<JavaFileObject> files =
        compilation.generatedFiles().stream()
            .filter(file -> file.getKind() == JavaFileObject.Kind.SOURCE)
            .filter(file -> file.getName().contains(StandardLocation.SOURCE_OUTPUT.name()))) {
      files.forEach(file -> sources.put(Path.of(file.getName()).getFileName() + "", text(file)));
    }
    return new Golden(plan.strip() + "\n", sources);
  }

  /** A line for each class: its digest, its lines, its file. */
  String digests() {
    return sources.entrySet().stream()
        .map(
            file ->
                String.format(
                    Locale.ROOT,
                    "%s %5d lines  %s\n",
                    digest(file.getValue()),
                    file.getValue().lines().count(),
                    file.getKey()))
        .collect(Collectors.joining());
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  private static String text(JavaFileObject file) {
    try {
      return file.getCharContent(false).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
