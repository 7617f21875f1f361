package dev.burin.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import dev.burin.file.MalformedFileException;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are broken by accident or on purpose, read into a 2-1 network of floats. */
class HostileFileTest {

  private static final String WEIGHT =
      "'layer1.weight':{'dtype':'F32','shape':[1,2],'data_offsets':[0,8]}";
  private static final String BIAS =
      "'layer1.bias':{'dtype':'F32','shape':[1],'data_offsets':[8,12]}";
  private static final byte[] DATA = TestNetworks.data(1, 2, 3);

  @TempDir Path directory;

  @Test
  void theFileThatAllOthersDifferFromIsGood() throws IOException {
    Path file = write("{" + WEIGHT + "," + BIAS + "}", DATA);

    FloatNetwork network = WeightsFile.load(file, TestNetworks.floats(2, 1));
    assertThat(network.parameter(network.layout().layer(1).weight(0, 1))).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // JSON
        "{W,B | not closed",
        "{W,B}} | after the end",
        "{W,B}x | after the end",
        "{W,B}` | after the end",
        "{W,B,} | '\"'",
        "{W B} | ','",
        "{W,,B} | '\"'",
        "{W,'layer1.bias'} | ':'",
        "[W,B] | start with '{'",
        "{} | 12 bytes follow the last tensor",
        "{W,B,'a':true} | a whole number",
        "{W,B,'a':null} | a whole number",
        "{W,B,'a':1} | is the number 1; expected an object",
        "{W,B,'a':'b'} | is the string \"b\"; expected an object",
        "{W,B,'a':[]} | is an array of 0; expected an object",
        "{W,B,'a':{'a':{'a':{'a':{}}}}} | nested at most 4 deep",
        "{W,B,'a':[[[[[[[[1]]]]]]]]} | nested at most 4 deep",
        "{W,W,B} | the name \"layer1.weight\" only once",
        "{W,B,'layer1.\\u0062ias':{}} | the name \"layer1.bias\" only once",
        "{W,B,'__metadata__':{'a':'b','a':'c'}} | the name \"a\" only once",
        "{W,B,'__metadata__':{},'__metadata__':{}} | only once",
        "{W,B,'a\\ud800':{}} | surrogates in pairs",
        "{W,B,'a\\udc00\\ud800':{}} | surrogates in pairs",
        "{W,B,'a\\u12g4':{}} | four hexadecimal digits",
        "{W,B,'a\\x':{}} | escapes of JSON",
        // Entries
        "{W,B,'__metadata__':{'a':1}} | the metadata \"a\" is the number 1",
        "{W,B,'__metadata__':'a'} | an object",
        "{W,B,'__metadata__':{'burin.format':'3'}} | version of the file is \"3\"",
        "{W,B,'__metadata__':{'burin.format':'2'}} | the metadata has no burin.crc32c",
        "{W,B,'__metadata__':{'burin.loss':'MEAN_SQUARED_ERROR'}} | has no burin.crc32c",
        "{W,B,'__metadata__':{'burin.crc32c':'00000000'}} | expected 00000000; take another copy",
        "{W,B,'__metadata__':{'burin.activations':'RELU'}} | burin.activations is \"RELU\"",
        "{W,B,'__metadata__':{'burin.widths':'2-2'}} | expected \"2-1\"",
        "{W,'layer1.bias':{'dtype':'F32','shape':[1]}} | other fields",
        "{W,'layer1.bias':{'dtype':'F32','shape':[1],'data_offsets':[8,12],'x':1}} | other fields",
        "{W,'layer1.bias':{'dtype':'F31','shape':[1],'data_offsets':[8,12]}} | dtype \"F31\"",
        "{W,'layer1.bias':{'dtype':32,'shape':[1],'data_offsets':[8,12]}} | a string",
        "{W,'layer1.bias':{'dtype':'F32','shape':1,'data_offsets':[8,12]}} | an array",
        "{W,'layer1.bias':{'dtype':'F32','shape':['1'],'data_offsets':[8,12]}} | whole numbers",
        "{W,'layer1.bias':{'dtype':'F32','shape':[-1],'data_offsets':[8,12]}} | whole number",
        "{W,'layer1.bias':{'dtype':'F32','shape':[1.0],'data_offsets':[8,12]}} | ','",
        "{W,'layer1.bias':{'dtype':'F32','shape':[1e0],'data_offsets':[8,12]}} | ','",
        "{W,'layer1.bias':{'dtype':'F32','shape':[01],'data_offsets':[8,12]}} | leading zeros",
        "{W,'layer1.bias':{'dtype':'F32','shape':[9223372036854775808],'data_offsets':[8,12]}}"
            + " | at most 9223372036854775807",
        "{W,'layer1.bias':{'dtype':'F32','shape':[4294967296,4294967296],'data_offsets':[8,12]}}"
            + " | bytes",
        "{W,'layer1.bias':{'dtype':'F32','shape':[2305843009213693953],'data_offsets':[8,12]}}"
            + " | bytes",
        "{W,'layer1.bias':{'dtype':'F32','shape':[1],'data_offsets':[8]}} | begin and end",
        "{W,'layer1.bias':{'dtype':'F32','shape':[1],'data_offsets':[8,12,16]}} | begin and end",
        "{W,'layer1.bias':{'dtype':'F32','shape':[1],'data_offsets':[12,8]}} | begin <= end",
        "{W,'layer1.bias':{'dtype':'F32','shape':[1],'data_offsets':[8,13]}} | <= 12",
        "{W,'layer1.bias':{'dtype':'F32','shape':[1],'data_offsets':[8,9223372036854775807]}}"
            + " | <= 12",
        "{W,'layer1.bias':{'dtype':'F32','shape':[2],'data_offsets':[8,12]}} | takes 4 bytes",
        "{W,'layer1.bias':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | expected byte 8",
        "{B,'layer1.weight':{'dtype':'F32','shape':[1,1],'data_offsets':[0,4]}} | holes",
        "{W} | 4 bytes follow the last tensor",
        // Another network
        "{B,'layer1.gain':{'dtype':'F32','shape':[1,2],'data_offsets':[0,8]}}"
            + " | no tensor \"layer1.weight\"",
        "{W,'layer1.gain':{'dtype':'F32','shape':[1],'data_offsets':[8,12]}}"
            + " | there is a tensor \"layer1.gain\"",
        "{W,B,'layer2.bias':{'dtype':'F32','shape':[0],'data_offsets':[12,12]}}"
            + " | there is a tensor \"layer2.bias\"",
        "{W,'layer1.bias':{'dtype':'I32','shape':[1],'data_offsets':[8,12]}} | dtype I32",
        "{B,'layer1.weight':{'dtype':'F64','shape':[1],'data_offsets':[0,8]}} | layer1.weight is"
            + " [1], layer 1 needs [1, 2]",
        "{W,'layer1.bias':{'dtype':'F32','shape':[1,1],'data_offsets':[8,12]}}"
            + " | layer1.bias is [1, 1], layer 1 needs [1]",
        "{B,'layer1.weight':{'dtype':'F32','shape':[2,1],'data_offsets':[0,8]}} | layer1.weight is"
            + " [2, 1], layer 1 needs [1, 2]; it looks transposed (Keras order): say layout ="
            + " KERAS",
      })
  void isRefusedWithItsReason(String header, String reason) throws IOException {
    refused(write(header.replace("W", WEIGHT).replace("B", BIAS), DATA), reason);
  }

  @Test
  void aFileOfDoublesIsRefusedByANetworkOfFloats() throws IOException {
    Path file = directory.resolve("doubles");
    WeightsFile.save(file, TestNetworks.doubles(2, 1));

    refused(file, "dtype F64; expected F32 for a network of precision FLOAT");
  }

  @Test
  void headersOfImpossibleLengthAreRefusedBeforeMemoryIsTaken() throws IOException {
    for (long length : new long[] {13, 100_000_001, Integer.MAX_VALUE, Long.MAX_VALUE, -1}) {
      byte[] bytes = new byte[20];
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(length);

      refused(
          Files.write(directory.resolve("long"), bytes),
          "the header has " + Long.toUnsignedString(length) + " bytes; expected at most 12");
    }
  }

  @Test
  void aHeaderFarLongerThanTheNetworkNeedsIsRefusedBeforeMemoryIsTaken() throws IOException {
    Path file = directory.resolve("sparse");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.writeLong(Long.reverseBytes(100_000_000));
      sparse.setLength(100_000_020);
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    long before = threads.getCurrentThreadAllocatedBytes();
    refused(file, "the header has 100000000 bytes; expected at most 10");
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1 << 20);
  }

  @Test
  void metadataOfOthersMayBeLong() throws IOException {
    String notes =
        "{'__metadata__':{'notes':'" + "x".repeat(1_000_000) + "'}," + WEIGHT + "," + BIAS;

    assertThat(WeightsFile.load(write(notes + "}", DATA), TestNetworks.floats(2, 1))).isNotNull();
  }

  @Test
  void brokenUtf8IsRefused() throws IOException {
    byte[] bytes = TestNetworks.file("{'a\u00e9':{}}".replace('\'', '"'), DATA);
    bytes[8 + 4] = (byte) 0xff;

    refused(Files.write(directory.resolve("utf8"), bytes), "not valid UTF-8");
  }

  @Test
  void manyValuesAreRefused() throws IOException {
    String many = "{'a':[" + "0,".repeat(300_000) + "0]}";

    refused(write(many, DATA), "at most 250000 values");
    refused(
        write(
            "{'a':{'dtype':'F32','shape':[" + "1,".repeat(40) + "1],'data_offsets':[0,4]}}", DATA),
        "at most 32 numbers");
  }

  @Test
  void deepNestingCostsNoStack() throws IOException {
    refused(write("{'a':" + "[".repeat(1_000_000), DATA), "nested at most 4 deep");
    refused(write("{'a':".repeat(200_000), DATA), "nested at most 4 deep");
  }

  @ParameterizedTest
  @CsvSource({
    "0, NaN, 'layer1.weight[0,0] is NaN'",
    "1, Infinity, 'layer1.weight[0,1] is Infinity'",
    "2, -Infinity, 'layer1.bias[0] is -Infinity'",
  })
  void numbersThatAreNotFiniteAreRefused(int at, float value, String reason) throws IOException {
    float[] values = {1, 2, 3};
    values[at] = value;

    refused(write("{" + WEIGHT + "," + BIAS + "}", TestNetworks.data(values)), reason);
  }

  @Test
  void aFileCutAnywhereIsRefused() throws IOException {
    byte[] whole = saved();

    for (int length = 0; length < whole.length; length++) {
      assertThat(isRefused(Arrays.copyOf(whole, length))).as("cut to " + length).isTrue();
    }
    assertThat(isRefused(Arrays.copyOf(whole, whole.length + 1))).as("one byte more").isTrue();
    assertThat(isRefused(whole)).as("the whole file").isFalse();
  }

  @Test
  void everyByteThatIsChangedToAnyOtherIsRefused() throws IOException {
    byte[] whole = saved();
    FloatNetwork network = TestNetworks.filled(TestNetworks.floats(2, 3, 1), 9);
    long[] before = TestNetworks.bits(network);
    List<String> read = new ArrayList<>();
    for (int at = 0; at < whole.length; at++) {
      for (int flip = 1; flip < 256; flip++) {
        byte[] broken = whole.clone();
        broken[at] ^= (byte) flip;
        try {
          WeightsReader.read(
              "flipped", new SlowStream(broken), broken.length, network, Reading.standard());
          read.add("byte " + at + " changed by " + flip);
        } catch (MalformedFileException e) {
          // As it should be; the network is compared once, as this is done 100,000 times.
        }
      }
    }

    assertThat(read).isEmpty();
    assertThat(TestNetworks.bits(network)).isEqualTo(before);
  }

  @Test
  void twoTensorsOfOneShapeThatChangedPlacesAreRefused() throws IOException {
    Path file = directory.resolve("square");
    WeightsFile.save(file, TestNetworks.filled(TestNetworks.floats(2, 2, 2), 1));
    String text = new String(Files.readAllBytes(file), ISO_8859_1);
    String swapped =
        text.replace("layer1.bias", "layer0.bias")
            .replace("layer2.bias", "layer1.bias")
            .replace("layer0.bias", "layer2.bias");
    Files.writeString(file, swapped, ISO_8859_1);

    assertThatExceptionOfType(MalformedFileException.class)
        .isThrownBy(() -> WeightsFile.load(file, TestNetworks.floats(2, 2, 2)))
        .withMessageContaining("was damaged or changed after saving");
  }

  @Test
  void twentyThousandMutationsDoNoHarm() throws IOException {
    byte[] whole = saved();
    Random random = new Random(20_000);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] broken = mutated(whole, random);
      refused += isRefused(broken) ? 1 : 0;
    }

    // What passes are mutations that change nothing, such as a byte to itself.
    assertThat(refused).isBetween(19_000, 19_999);
  }

  private static byte[] mutated(byte[] whole, Random random) {
    byte[] broken = whole.clone();
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      int at = random.nextInt(broken.length);
      switch (random.nextInt(5)) {
        case 0 -> broken[at] = (byte) random.nextInt(256);
        case 1 -> broken[at] = (byte) "{}[]\",:0123456789-.\\ ".charAt(random.nextInt(21));
        case 2 -> {
          int length = random.nextInt(broken.length - at);
          int to = random.nextInt(broken.length - length);
          System.arraycopy(broken, at, broken, to, length);
        }
        case 3 -> broken = Arrays.copyOf(broken, Math.max(1, at));
        default -> broken = Arrays.copyOf(broken, broken.length + random.nextInt(9));
      }
    }
    return broken;
  }

  /** Whether these bytes are refused; they may be read, but nothing else may happen. */
  private boolean isRefused(byte[] bytes) throws IOException {
    FloatNetwork network = TestNetworks.filled(TestNetworks.floats(2, 3, 1), 9);
    long[] before = TestNetworks.bits(network);
    try {
      WeightsReader.read(
          "mutated", new SlowStream(bytes), bytes.length, network, Reading.standard());
      for (float parameter : network.parameters()) {
        assertThat(parameter).isFinite();
      }
      return false;
    } catch (MalformedFileException e) {
      assertThat(TestNetworks.bits(network)).as(new String(bytes, ISO_8859_1)).isEqualTo(before);
      assertThat(e.getMessage()).hasSizeLessThan(1000).startsWith("mutated: ").contains(e.found());
      return true;
    }
  }

  private byte[] saved() throws IOException {
    Path file = directory.resolve("saved");
    WeightsFile.save(file, TestNetworks.filled(TestNetworks.floats(2, 3, 1), 1));
    return Files.readAllBytes(file);
  }

  private Path write(String header, byte[] data) throws IOException {
    byte[] bytes = TestNetworks.file(header.replace('\'', '"'), data);
    return Files.write(directory.resolve("hostile"), bytes);
  }

  private static void refused(Path file, String reason) {
    NeuralNetwork network = TestNetworks.filled(TestNetworks.floats(2, 1), 3);
    long[] before = TestNetworks.bits(network);

    assertThatExceptionOfType(MalformedFileException.class)
        .isThrownBy(() -> WeightsFile.load(file, network))
        .withMessageStartingWith(file + ": ")
        .withMessageContaining(reason)
        .satisfies(e -> assertThat(e.file()).isEqualTo(file.toString()));
    assertThat(TestNetworks.bits(network)).isEqualTo(before);
  }
}
