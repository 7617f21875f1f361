package dev.burin.processor.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.network.Engraved;
import dev.burin.processor.Compiling;
import dev.burin.processor.NetworkProcessor;
import dev.burin.processor.SmallWeights;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a weights file is found, and what the class does that was proved with it. */
class WeightsProofTest {

  private static final String[] GOOD = {"fc.weight:F32:3,4", "fc.bias:F32:3"};

  @TempDir Path project;
  private Path sources;
  private Path resources;
  private Path classes;

  @BeforeEach
  void layOutAProjectAsMavenAndGradleDo() throws IOException {
    sources = Files.createDirectories(project.resolve("src/main/java/garden"));
    resources = Files.createDirectories(project.resolve("src/main/resources/garden"));
    classes = Files.createDirectories(project.resolve("target/classes"));
  }

  private void declare(String more) throws IOException {
    declare(more, "");
  }

  private void declare(String more, String body) throws IOException {
    String text =
        "package garden;\n"
            + Compiling.IMPORTS
            + "@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY, "
            + more
            + ")\npublic interface Iris { float[] outputs(float[] x); "
            + body
            + "}\n";
    Files.writeString(sources.resolve("Iris.java"), text);
  }

  /** What javac says of the sources on the disk, errors alone. */
  private List<String> compile(String... more) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    List<String> options =
        new ArrayList<>(List.of("--add-modules", "jdk.incubator.vector", "-d", classes.toString()));
    options.addAll(List.of(more));
    try (StandardJavaFileManager files = javac.getStandardFileManager(said, Locale.ROOT, null)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              null,
              files,
              said,
              options,
              null,
              files.getJavaFileObjects(sources.resolve("Iris.java")));
      task.setProcessors(List.of(new NetworkProcessor()));
      task.call();
    }
    return said.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .map(each -> each.getMessage(Locale.ROOT))
        .toList();
  }

  private Object load(String method) throws ReflectiveOperationException, IOException {
    URL[] places = {classes.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(places, getClass().getClassLoader())) {
      Method load = loader.loadClass("garden.IrisNetwork").getMethod(method);
      try {
        return load.invoke(null);
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw e;
      }
    }
  }

  /** As a build tool copies resources. */
  private void process() throws IOException {
    Path from = resources.resolve("digits.safetensors");
    Path to = Files.createDirectories(classes.resolve("garden")).resolve("digits.safetensors");
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void mavenHasCopiedTheFileBesideTheClasses() throws Exception {
    declare("weights = \"digits.safetensors\"");
    SmallWeights.write(resources.resolve("digits.safetensors"), GOOD);
    process();
    Files.delete(resources.resolve("digits.safetensors"));

    assertThat(compile()).isEmpty();
    Engraved<?> network = (Engraved<?>) load("load");
    assertThat(network.network().hasWeights()).isTrue();
    assertThat(network.network().parameter(network.network().layout().layer(1).weight(2, 3)))
        .isEqualTo(0.25);
  }

  @Test
  void gradleHasItInAFolderBesideThatOfTheSources() throws Exception {
    declare("weights = \"digits.safetensors\"");
    SmallWeights.write(resources.resolve("digits.safetensors"), GOOD);

    assertThat(compile()).isEmpty();
    process();
    assertThat(load("load")).isNotNull();
  }

  @Test
  void anOptionNamesOtherFoldersAndIsAskedFirst() throws Exception {
    Path other = Files.createDirectories(project.resolve("models"));
    declare("weights = \"digits.safetensors\"");
    SmallWeights.write(resources.resolve("digits.safetensors"), "fc.weight:F32:4,3");
    SmallWeights.write(other.resolve("garden/digits.safetensors"), GOOD);

    assertThat(compile("-Aburin.resources=" + other)).isEmpty();
    assertThat(compile())
        .singleElement()
        .asString()
        .startsWith("[BurinWeightsMisfit] fc.weight is [4, 3], layer 1 needs [3, 4]");
  }

  @Test
  void aFileMayLieBesideTheSourceAndFromTheRoot() throws IOException {
    declare("weights = \"digits.safetensors\"");
    SmallWeights.write(sources.resolve("digits.safetensors"), GOOD);
    assertThat(compile()).isEmpty();

    declare("weights = \"/models/digits.safetensors\"");
    assertThat(compile())
        .singleElement()
        .asString()
        .startsWith("[BurinWeightsMissing] There is no file models/digits.safetensors; it was")
        .contains(resources.getParent().toString());
    SmallWeights.write(resources.resolveSibling("models/digits.safetensors"), GOOD);
    assertThat(compile()).isEmpty();
  }

  @Test
  void aFileMayComeFromAJarOfTheClassPath() throws IOException {
    declare("weights = \"digits.safetensors\"");
    Path jar = SmallWeights.write(project.resolve("lib/garden/digits.safetensors"), GOOD);
    String path = System.getProperty("java.class.path");

    assertThat(compile("-cp", path)).singleElement().asString().contains("BurinWeightsMissing");
    String longer = path + File.pathSeparator + jar.getParent().getParent();
    assertThat(compile("-cp", longer)).isEmpty();
  }

  @Test
  void theLayoutAndTheFingerprintAreAskedFor() throws Exception {
    Path file =
        SmallWeights.write(
            resources.resolve("digits.safetensors"), "fc.weight:F32:4,3", "fc.bias:F32:3");
    String sha256 =
        HexFormat.of()
            .withUpperCase()
            .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));

    declare(
        "layout = dev.burin.Layout.KERAS, weights = \"digits.safetensors\", sha256 = \""
            + sha256
            + "\"");
    assertThat(compile()).isEmpty();
    process();
    assertThat(load("load")).isNotNull();
  }

  /**
   * A build that compiles nothing when only a resource changed leaves the old proof in the class.
   */
  @Test
  void aFileThatChangedAfterTheProofIsRefusedWhenItIsLoaded() throws Exception {
    declare("weights = \"digits.safetensors\"");
    SmallWeights.write(resources.resolve("digits.safetensors"), GOOD);
    process();
    assertThat(compile()).isEmpty();

    SmallWeights.write(
        resources.resolve("digits.safetensors"), "fc.weight:F32:3,4:0.5", "fc.bias:F32:3");
    process();
    assertThatThrownBy(() -> load("load"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("digits.safetensors: its SHA-256 is ")
        .hasMessageContaining("when garden.IrisNetwork was compiled; compile it again");

    assertThat(compile()).isEmpty();
    assertThat(load("load")).isNotNull();

    Files.delete(classes.resolve("garden/digits.safetensors"));
    assertThatThrownBy(() -> load("load"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("there is no such resource beside garden.IrisNetwork");
  }

  @Test
  void aMethodOfTheAuthorKeepsItsName() throws Exception {
    declare("weights = \"digits.safetensors\"", "default String load() { return \"mine\"; }");
    SmallWeights.write(resources.resolve("digits.safetensors"), GOOD);
    process();

    assertThat(compile()).isEmpty();
    assertThat(load("load_")).isNotNull();
  }

  @Test
  void withoutWeightsNothingIsLookedForAndNothingIsAdded() throws Exception {
    declare("precision = FLOAT");

    assertThat(compile()).isEmpty();
    assertThatThrownBy(() -> load("load")).isInstanceOf(NoSuchMethodException.class);
  }
}
