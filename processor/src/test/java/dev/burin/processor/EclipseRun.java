package dev.burin.processor;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/**
 * One run of the Eclipse compiler, with the processor found on the class path of the test.
 *
 * @param success whether it succeeded
 * @param said all that it said, one problem after the other
 */
record EclipseRun(boolean success, List<String> said) {

  private static final String RULER = "----------\n";

  /** Compiles sources, given by path, below a directory. */
  static EclipseRun of(Map<String, String> sources, Path directory, String... options)
      throws IOException {
    Path from = directory.resolve("sources");
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = from.resolve(source.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
    }
    Path to = Files.createDirectories(directory.resolve("written"));
    String processors = System.getProperty("java.class.path").replace(File.pathSeparator, ":");
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("-25", "--add-modules", "jdk.incubator.vector", "-encoding", "UTF-8"));
    all.addAll(List.of("-cp", JavacRun.runtime().toString(), "-processorpath", processors));
    all.addAll(List.of("-s", to.toString(), "-d", to.toString(), from.toString()));
    String[] line = all.stream().map(each -> '"' + each + '"').toArray(String[]::new);
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    boolean success = BatchCompiler.compile(String.join(" ", line), out, out, null);
    String said = text.toString().replace("\r\n", "\n");
    return new EclipseRun(success, List.of(said.split(RULER, -1)));
  }

  /** The problems in the generated sources. */
  List<String> inGenerated() {
    return said.stream().filter(problem -> problem.contains("written")).toList();
  }
}
