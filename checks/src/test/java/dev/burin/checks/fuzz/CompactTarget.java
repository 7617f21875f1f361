package dev.burin.checks.fuzz;

import dev.burin.file.MalformedFileException;
import dev.burin.io.CompactWeights;
import dev.burin.io.StorageType;
import dev.burin.io.WeightsFile;
import dev.burin.io.Writing;
import dev.burin.network.CompactNetwork;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Weights of eight bits that stay so: what is loaded answers as the floats of the same file do. */
final class CompactTarget implements FuzzTarget {

  private static final String FILE = "fuzz.safetensors";

  private final WideNetwork network = new WideNetwork(1);
  private final float[] x = {0.5f, -2};

  @Override
  public String name() {
    return "compact";
  }

  @Override
  public List<byte[]> seeds() {
    String others =
        "{\"a.weight\":{\"dtype\":\"I8\",\"shape\":[5,2],\"data_offsets\":[20,30]},"
            + "\"a.weight_scale\":{\"dtype\":\"F32\",\"shape\":[5,1],\"data_offsets\":[0,20]}}";
    byte[] header = others.getBytes(StandardCharsets.UTF_8);
    ByteBuffer file = ByteBuffer.allocate(8 + header.length + 30).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(header.length).put(header);
    for (int j = 0; j < 5; j++) {
      file.putFloat(j / 8f);
    }
    while (file.hasRemaining()) {
      file.put((byte) (7 * file.position()));
    }
    Writing writing = Writing.standard().storage(StorageType.INT8);
    return List.of(WeightsFile.bytes(new WideNetwork(3), writing), file.array());
  }

  @Override
  public boolean read(byte[] bytes) throws IOException {
    CompactNetwork compact;
    try {
      ByteArrayInputStream in = new ByteArrayInputStream(bytes);
      compact = CompactWeights.load(in, FILE, WideNetwork.SHAPE);
    } catch (MalformedFileException e) {
      return Refusal.of(e, FILE);
    }
    WeightsFile.load(bytes, "the same file as floats", network);
    float[] wanted = network.network().outputs(x);
    float[] found = compact.outputs(x);
    for (int j = 0; j < wanted.length; j++) {
      if (Float.compare(wanted[j], found[j]) != 0) {
        throw new AssertionError("Output " + j + " is " + found[j] + ", not " + wanted[j] + ".");
      }
    }
    return true;
  }

  @Override
  public long mostMemory(int length) {
    return 256L * length;
  }
}
