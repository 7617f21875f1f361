package dev.burin.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.burin.file.MalformedFileException;
import dev.burin.network.Engraved;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are good, but no weights files, are told for what they look like. */
class ForeignFileTest {

  @TempDir Path directory;

  private void refused(byte[] bytes, String looksLike) throws IOException {
    Path file = Files.write(directory.resolve("foreign"), bytes);
    NeuralNetwork network = TestNetworks.filled(TestNetworks.floats(2, 1), 3);
    long[] before = TestNetworks.bits(network);

    assertThatExceptionOfType(MalformedFileException.class)
        .isThrownBy(() -> WeightsFile.load(file, network))
        .withMessageStartingWith(file + ": ")
        .withMessageContaining(looksLike)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("header"));
    assertThat(TestNetworks.bits(network)).isEqualTo(before);
  }

  static List<Arguments> kinds() {
    return List.of(
        arguments("\u0089HDF\r\n\u001a\n\0\0\0\0", "an HDF5 file"),
        arguments("\u0093NUMPY\1\0v\0{'descr'", "an array of NumPy"),
        arguments("\u0080\4\u0095\u002a\0\0\0\0\0\0\0}", "a pickle of Python"),
        arguments("\u0080\2}q\0X\5\0\0\0layer", "a pickle of Python"),
        arguments("GGUF\3\0\0\0\1\2", "a GGUF model"),
        arguments("\u001c\0\0\0TFL3\0\0", "a TensorFlow Lite model"),
        arguments("\u0008\u0007\u0012\u0007pytorch", "an ONNX model"),
        arguments("version https://git-lfs.github.com/spec/v1", "a pointer of Git LFS; fetch"),
        arguments("hello, here is a text", "a text that begins with \"hello, here is a text\""),
        arguments(
            "<!DOCTYPE html><html><head><title>404",
            "a text that begins with \"<!DOCTYPE html><html><he\""),
        arguments("hi", "a text that begins with \"hi\""),
        arguments("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "zeros, as an interrupted copy"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void eachKindIsNamed(String bytes, String looksLike) throws IOException {
    refused(bytes.getBytes(ISO_8859_1), "this looks like " + looksLike);
  }

  @Test
  void anEmptyFileIsNamed() throws IOException {
    refused(new byte[0], "the file is empty; expected a weights file");
  }

  @Test
  void textsInOtherScriptsAreTexts() throws IOException {
    String text =
        "\ufeffWeights of Zo\u00eb \u2014 \u4e00\u4e00\u4e00\u4e00\u4e00\u4e00\u4e00\u4e00";
    refused(
        text.repeat(9).getBytes(UTF_8), "a text that begins with \"\\ufeffWeights of Zo\\u00eb");
  }

  @Test
  void whatTheJdkWritesIsNamed() throws IOException {
    Path file = directory.resolve("written");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("data.pkl"));
    }
    refused(Files.readAllBytes(file), "a ZIP archive, such as the .pt of PyTorch");
    try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
      gzip.write(1);
    }
    refused(Files.readAllBytes(file), "a file compressed with gzip");
    try (ObjectOutputStream objects = new ObjectOutputStream(Files.newOutputStream(file))) {
      objects.writeObject(new float[3]);
    }
    refused(Files.readAllBytes(file), "serialized Java objects");
  }

  @Test
  void whatIsNotThereIsSaidInWords() throws IOException {
    Path none = directory.resolve("none");
    Path link = Files.createSymbolicLink(directory.resolve("link"), none);

    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> WeightsFile.load(none, TestNetworks.floats(1, 1)))
        .withMessage(none + ": there is no such file; expected one that was saved before");
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> WeightsFile.load(link, TestNetworks.floats(1, 1)))
        .withMessage(link + ": this is a link to " + none + ", and nothing is there");
  }

  @Test
  void nullIsRefusedInWords() {
    FloatNetwork network = TestNetworks.floats(1, 1);
    Path file = directory.resolve("none");

    refusesNull("The path is null", () -> WeightsFile.save(nothing(), network));
    refusesNull("The path is null", () -> WeightsFile.load(nothing(), network));
    refusesNull("network is null", () -> WeightsFile.save(file, (NeuralNetwork) nothing()));
    refusesNull("network is null", () -> WeightsFile.save(file, (Engraved<?>) nothing()));
    refusesNull("network is null", () -> WeightsFile.load(file, (NeuralNetwork) nothing()));
    refusesNull("network is null", () -> WeightsFile.load(file, (Engraved<?>) nothing()));
  }

  private static void refusesNull(String sentence, ThrowingCallable call) {
    assertThatNullPointerException()
        .isThrownBy(call)
        .withMessageContaining(sentence + "; expected");
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return null;
  }

  @Test
  void anInterruptDisturbsNeitherSavingNorLoading() throws IOException {
    Path file = directory.resolve("weights");
    FloatNetwork network = TestNetworks.filled(TestNetworks.floats(9, 300, 1), 1);
    Thread.currentThread().interrupt();

    WeightsFile.save(file, network);
    FloatNetwork loaded = WeightsFile.load(file, TestNetworks.floats(9, 300, 1));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(TestNetworks.bits(loaded)).isEqualTo(TestNetworks.bits(network));
  }

  @Test
  void aFileHasNoLanguage() throws IOException {
    Locale before = Locale.getDefault();
    Path file = directory.resolve("weights");
    FloatNetwork network = TestNetworks.filled(TestNetworks.floats(12, 34, 1), 1);
    WeightsFile.save(file, network);
    byte[] expected = Files.readAllBytes(file);
    String sentence = sentence(file);
    try {
      for (Locale locale : locales()) {
        Locale.setDefault(locale);
        WeightsFile.save(file, network);
        assertThat(Files.readAllBytes(file)).as(locale.toString()).isEqualTo(expected);
        assertThat(TestNetworks.bits(WeightsFile.load(file, TestNetworks.floats(12, 34, 1))))
            .as(locale.toString())
            .isEqualTo(TestNetworks.bits(network));
        assertThat(sentence(file)).isEqualTo(sentence);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  private static List<Locale> locales() {
    return Stream.of(
            "en-US",
            "ar-EG",
            "fa-IR",
            "tr-TR",
            "th-TH-u-nu-thai",
            "hi-IN-u-nu-deva",
            "ar-u-nu-arab",
            "ckb-IQ",
            "mr-IN",
            "my-MM",
            "ne-NP",
            "dz-BT",
            "ja-JP-u-ca-japanese",
            "de-DE",
            "bn-BD",
            "sa-IN",
            "nqo-GN",
            "ps-AF",
            "zh-u-nu-hanidec",
            "lt-LT",
            "az-AZ")
        .map(Locale::forLanguageTag)
        .toList();
  }

  private static String sentence(Path file) {
    return assertThatExceptionOfType(MalformedFileException.class)
        .isThrownBy(() -> WeightsFile.load(file, TestNetworks.floats(1200, 34, 1)))
        .actual()
        .getMessage();
  }
}
