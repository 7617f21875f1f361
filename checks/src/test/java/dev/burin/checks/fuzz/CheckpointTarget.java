package dev.burin.checks.fuzz;

import dev.burin.file.MalformedFileException;
import dev.burin.safetensors.CheckedReader;
import dev.burin.safetensors.CheckedTensors;
import dev.burin.safetensors.CheckedWriter;
import dev.burin.safetensors.Numbers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * Files of checkpoints. As they are, all but the seeds must be refused, since they have a checksum;
 * with a checksum that is right, as a hostile one would have, they are read or refused.
 */
final class CheckpointTarget implements FuzzTarget {

  private static final String FILE = "fuzz-checkpoint";

  /** The same bytes in every JVM, unlike the order of a Map.of. */
  private final List<byte[]> seeds =
      List.of(
          file(Map.of(), floats("w", 1, 2, 3, 4)),
          file(
              new TreeMap<>(Map.of("update", "50", "note", "\u00e9\"\\\n")),
              Numbers.doubles("history/cost", List.of(2L), 2, new double[] {0.5, 0.25}, i -> i),
              floats("layer1.weight", -1, 0, Float.NaN)));

  @Override
  public String name() {
    return "checkpoint";
  }

  @Override
  public List<byte[]> seeds() {
    return seeds;
  }

  private static Numbers floats(String name, float... values) {
    return Numbers.floats(name, List.of((long) values.length), values.length, values, i -> i);
  }

  private static byte[] file(Map<String, String> texts, Numbers... tensors) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      CheckedWriter.write(out, texts, List.of(tensors));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  @Override
  public boolean read(byte[] bytes) throws IOException {
    boolean asItIs = accepts(bytes);
    if (asItIs && seeds.stream().noneMatch(seed -> Arrays.equals(seed, bytes))) {
      throw new AssertionError("A file that is none of the seeds was read.");
    }
    return accepts(signed(bytes)) || asItIs;
  }

  private static byte[] signed(byte[] bytes) {
    int data = bytes.length - Integer.BYTES;
    if (data < 0) {
      return bytes;
    }
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, data);
    byte[] signed = bytes.clone();
    ByteBuffer.wrap(signed).order(ByteOrder.LITTLE_ENDIAN).putInt(data, (int) crc.getValue());
    return signed;
  }

  private static boolean accepts(byte[] bytes) throws IOException {
    try {
      CheckedTensors file = CheckedReader.read(FILE, new ByteArrayInputStream(bytes), bytes.length);
      for (String name : file.texts()) {
        if (file.text(name) == null) {
          throw new AssertionError("There is no text of the name " + name);
        }
      }
      return true;
    } catch (MalformedFileException e) {
      return Refusal.of(e, FILE);
    }
  }

  /** Both times, with the buffers of chunks. */
  @Override
  public long mostMemory(int length) {
    return 512L * length;
  }
}
