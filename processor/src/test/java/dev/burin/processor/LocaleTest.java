package dev.burin.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated sources and our sentences are the same whatever language the machine speaks. */
class LocaleTest {

  /** Every number that is written somewhere, and names that a Turkish machine would change. */
  private static final String GOOD =
      "package garden;\n"
          + Compiling.IMPORTS
          + """
          @Network(
              layers = {20, 1234, 3},
              activations = {GELU, SIGMOID},
              loss = BINARY_CROSS_ENTROPY,
              initializers = NORMAL,
              scale = 0.0625)
          interface INIT {
            float[] titIi(Sample sample);
            void all(float[] x, int n, float[] out);
            record Sample(%s) {}
          }
          """
              .replace(
                  "%s",
                  Stream.iterate(0, i -> i < 20, i -> i + 1)
                      .map(i -> "float I" + i)
                      .collect(Collectors.joining(", ")));

  private static final String BAD =
      "package garden;\n"
          + Compiling.IMPORTS
          + """
          @Network(
              layers = {200000, 200000, -12, 3},
              activations = {SIGMOID},
              loss = CROSS_ENTROPY,
              initializers = {NORMAL, HE},
              scale = -1234.5)
          interface Bad {
            double[] wrong(double[] x);
            int list(int[] x);
            INIT other(Sample sample);
            enum INIT {}
            record Sample(char I, String i) {}
          }
          """;

  @TempDir static Path shared;
  private static Map<String, String> ofRoot = Map.of();

  @TempDir Path out;

  @BeforeAll
  static void compileUnderTheRoot() throws IOException {
    ofRoot = run(Locale.ROOT, shared);
  }

  /**
   * One locale for each set of digits, those that map i and I to other letters, and those that
   * people reported.
   */
  static List<Locale> locales() {
    Map<Character, Locale> digits = new TreeMap<>();
    Arrays.stream(Locale.getAvailableLocales())
        .sorted(Comparator.comparing(Locale::toLanguageTag))
        .forEach(locale -> digits.putIfAbsent(zero(locale), locale));
    List<Locale> locales = new ArrayList<>(digits.values());
    for (String tag :
        List.of(
            "ar-EG",
            "fa-IR",
            "tr-TR",
            "th-TH",
            "hi-IN",
            "de-DE",
            "az-AZ",
            "lt-LT",
            "th-TH-u-nu-thai-ca-buddhist",
            "hi-IN-u-nu-deva",
            "ja-JP-u-ca-japanese")) {
      locales.add(Locale.forLanguageTag(tag));
    }
    return locales.stream().distinct().toList();
  }

  private static char zero(Locale locale) {
    return DecimalFormatSymbols.getInstance(locale).getZeroDigit();
  }

  @Test
  void theDigitsOfManyLanguagesAreTried() {
    assertThat(locales().stream().map(LocaleTest::zero))
        .contains('0', '\u0660', '\u06f0', '\u0966', '\u0e50');
  }

  @ParameterizedTest
  @MethodSource("locales")
  void sourcesAndSentencesAreThoseOfTheRoot(Locale locale) throws IOException {
    assertThat(run(locale, out)).isEqualTo(ofRoot);
  }

  /** Everything at once that a machine may set, in a javac of its own. */
  @Test
  void anotherMachineWritesTheSameBytes() throws IOException, InterruptedException {
    Path source = out.resolve("INIT.java");
    Files.writeString(source, GOOD);
    Path to = Files.createDirectory(out.resolve("forked"));
    Process javac =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-J-Duser.language=ar",
                "-J-Duser.country=EG",
                "-J-Duser.timezone=Asia/Kathmandu",
                "-J-Dline.separator=\r\n",
                "-J-Dfile.encoding=COMPAT",
                "-J-Djdk.map.althashing.threshold=1",
                "-encoding",
                "UTF-16",
                "--add-modules",
                "jdk.incubator.vector",
                "-proc:only",
                "-cp",
                JavacRun.runtime().toString(),
                "-processorpath",
                System.getProperty("java.class.path"),
                "-s",
                to.toString(),
                "-d",
                to.toString(),
                utf16(source).toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(javac.waitFor()).as(said).isZero();
    Map<String, String> here = new TreeMap<>(ofRoot);
    here.keySet().removeIf(each -> !each.endsWith(".java"));
    assertThat(sources(to, StandardCharsets.UTF_16)).isEqualTo(here);
  }

  private static Path utf16(Path file) throws IOException {
    Files.write(file, Files.readString(file).getBytes(StandardCharsets.UTF_16));
    return file;
  }

  /** The generated sources by path, and all that was said of a good and of a bad declaration. */
  private static Map<String, String> run(Locale locale, Path to) throws IOException {
    Locale before = Locale.getDefault();
    Locale.setDefault(locale);
    try {
      List<String> options = new ArrayList<>(JavacRun.VECTOR);
      options.addAll(List.of("-proc:only", "-Aburin.explain=true"));
      Map<String, String> both = new LinkedHashMap<>();
      both.put("garden/INIT.java", GOOD);
      both.put("garden/Bad.java", BAD);
      JavacRun run = JavacRun.of(both, options, JavacRun.runtime(), to, new NetworkProcessor());
      Map<String, String> all = sources(to, StandardCharsets.UTF_8);
      for (int i = 0; i < run.diagnostics().size(); i++) {
        all.put("said " + i, run.diagnostics().get(i).getMessage(Locale.ROOT));
      }
      assertThat(all.keySet()).contains("garden/INITNetwork_V512.java", "said 5");
      return all;
    } finally {
      Locale.setDefault(before);
    }
  }

  private static Map<String, String> sources(Path to, Charset charset) throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(to)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        sources.put(
            to.relativize(file).toString().replace('\\', '/'), Files.readString(file, charset));
      }
    }
    return sources;
  }
}
