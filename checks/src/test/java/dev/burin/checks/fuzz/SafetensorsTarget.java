package dev.burin.checks.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.burin.Layout;
import dev.burin.file.MalformedFileException;
import dev.burin.io.Reading;
import dev.burin.io.StorageType;
import dev.burin.io.WeightsFile;
import dev.burin.io.Writing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Weights files in all the ways in which they can be read. The first byte of the input says which;
 * the compiler's look at the same file has to come to the same end.
 */
final class SafetensorsTarget implements FuzzTarget {

  private static final String FILE = "fuzz.safetensors";

  private static final int ROUNDED = 4;
  private static final int EXTRAS = 8;
  private static final int BIASES = 16;
  private static final int GOLDEN = 32;
  private static final int STREAM = 64;

  private final SmallNetwork network = new SmallNetwork(1);

  @Override
  public String name() {
    return "safetensors";
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>();
    SmallNetwork saved = new SmallNetwork(3);
    for (StorageType type : StorageType.values()) {
      seeds.add(seed(STREAM, WeightsFile.bytes(saved, Writing.standard().storage(type))));
    }
    float[] x = {0.5f, -1, 2, 3};
    seeds.add(seed(GOLDEN, WeightsFile.bytes(saved, Writing.standard().golden(x, 2))));
    seeds.add(seed(0, WeightsFile.bytes(saved, Writing.standard().sequential("net."))));
    seeds.add(seed(BIASES, others("F16", 2, "[3,2]", "[1,3]", "module.fc1", "module.fc2", false)));
    seeds.add(seed(STREAM, others("BF16", 2, "[3,2]", "[1,3]", "0", "2", true)));
    seeds.add(seed(ROUNDED, others("F64", 8, "[3,2]", "[1,3]", "fc1", "fc2", true)));
    int keras = Layout.KERAS.ordinal();
    seeds.add(seed(keras, others("F32", 4, "[2,3]", "[3,1]", "layer1", "layer2", true)));
    return seeds;
  }

  private static byte[] seed(int words, byte[] file) {
    byte[] seed = new byte[1 + file.length];
    seed[0] = (byte) words;
    System.arraycopy(file, 0, seed, 1, file.length);
    return seed;
  }

  private static byte[] others(
      String type, int width, String shape1, String shape2, String l1, String l2, boolean biases) {
    StringBuilder header = new StringBuilder("{");
    int end = entry(header, l1 + ".weight", type, shape1, 0, 6 * width);
    end = entry(header, l2 + ".weight", type, shape2, end, 3 * width);
    if (biases) {
      end = entry(header, l1 + ".bias", type, "[3]", end, 3 * width);
      end = entry(header, l2 + ".bias", type, "[1]", end, width);
    }
    header.setCharAt(header.length() - 1, '}');
    byte[] text = header.toString().getBytes(UTF_8);
    byte[] file = Arrays.copyOf(new byte[] {(byte) text.length, (byte) (text.length >> 8)}, 8);
    file = Arrays.copyOf(file, 8 + text.length + end);
    System.arraycopy(text, 0, file, 8, text.length);
    return file;
  }

  private static int entry(
      StringBuilder header, String name, String type, String shape, int from, int bytes) {
    header.append(
        "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]},"
            .formatted(name, type, shape, from, from + bytes));
    return from + bytes;
  }

  @Override
  public boolean read(byte[] bytes) throws IOException {
    if (bytes.length == 0) {
      return false;
    }
    Reading reading = reading(bytes[0]);
    byte[] file = Arrays.copyOfRange(bytes, 1, bytes.length);
    boolean loaded = loads(file, reading, (bytes[0] & STREAM) != 0);
    if ((bytes[0] & GOLDEN) == 0 && loaded != checks(file, reading)) {
      throw new AssertionError("A file is good for one who runs it or compiles it alone.");
    }
    return loaded;
  }

  private static Reading reading(byte words) {
    Layout[] layouts = Layout.values();
    Reading reading = Reading.standard().layout(layouts[(words & 3) % layouts.length]);
    reading = (words & ROUNDED) == 0 ? reading : reading.rounded();
    reading = (words & EXTRAS) == 0 ? reading : reading.ignoringExtras();
    reading = (words & BIASES) == 0 ? reading : reading.missingBiases();
    return (words & GOLDEN) == 0 ? reading : reading.goldenIfPresent();
  }

  private boolean loads(byte[] file, Reading reading, boolean stream) throws IOException {
    try {
      if (stream) {
        WeightsFile.load(new ByteArrayInputStream(file), FILE, network, reading);
      } else {
        WeightsFile.load(file, FILE, network, reading);
      }
      return true;
    } catch (MalformedFileException e) {
      return Refusal.of(e, FILE);
    }
  }

  private boolean checks(byte[] file, Reading reading) throws IOException {
    try {
      WeightsFile.check(new ByteArrayInputStream(file), FILE, network.network().shape(), reading);
      return true;
    } catch (MalformedFileException e) {
      return Refusal.of(e, FILE);
    }
  }

  /** Twice what a weights file takes. */
  @Override
  public long mostMemory(int length) {
    return 512L * length;
  }
}
