package dev.burin.checks.fuzz;

import dev.burin.file.MalformedFileException;
import dev.burin.io.WeightsFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Weights files, ours and those of others: what is loaded is saved and loaded again. */
final class WeightsTarget implements FuzzTarget {

  private static final String FILE = "fuzz.safetensors";

  private final SmallNetwork network = new SmallNetwork(1);
  private final SmallNetwork again = new SmallNetwork(2);

  @Override
  public String name() {
    return "weights";
  }

  @Override
  public List<byte[]> seeds() {
    String others =
        "{\"layer1.weight\":{\"dtype\":\"F32\",\"shape\":[3,2],\"data_offsets\":[0,24]},"
            + "\"layer1.bias\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[24,36]},"
            + "\"layer2.weight\":{\"dtype\":\"F32\",\"shape\":[1,3],\"data_offsets\":[36,48]},"
            + "\"layer2.bias\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[48,52]}}";
    byte[] header = others.getBytes(StandardCharsets.UTF_8);
    ByteBuffer file = ByteBuffer.allocate(8 + header.length + 52).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(header.length).put(header);
    while (file.hasRemaining()) {
      file.putFloat(file.position());
    }
    return List.of(WeightsFile.bytes(new SmallNetwork(3)), file.array());
  }

  @Override
  public boolean read(byte[] bytes) throws IOException {
    try {
      WeightsFile.load(bytes, FILE, network);
    } catch (MalformedFileException e) {
      return Refusal.of(e, FILE);
    }
    float[] loaded = network.network().parameters();
    for (float parameter : loaded) {
      if (!Float.isFinite(parameter)) {
        // Such a network cannot be saved, and says so.
        return true;
      }
    }
    WeightsFile.load(WeightsFile.bytes(network), "what was saved", again);
    if (!Arrays.equals(loaded, again.network().parameters())) {
      throw new AssertionError("Weights were saved and loaded as others.");
    }
    return true;
  }

  @Override
  public long mostMemory(int length) {
    return 256L * length;
  }
}
