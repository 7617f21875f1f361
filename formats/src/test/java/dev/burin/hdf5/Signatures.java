package dev.burin.hdf5;

import dev.burin.hdf5.MemoryChannel.Region;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The checksums of a file, which can be put right after its bytes were changed: else no damage
 * would ever reach what lies behind them.
 */
final class Signatures {

  /** The size of a superblock of version 2 or 3 with addresses of 8 bytes. */
  private static final int SUPERBLOCK = 48;

  /** Where direct blocks of a heap of 32 bits have their checksum. */
  private static final int IN_DIRECT_BLOCK = 17;

  private final List<Region> regions = new ArrayList<>();

  /** Finds the checksums of a good file by reading some of its data sets. */
  static Signatures of(byte[] good, List<String> names) throws IOException {
    MemoryChannel channel = new MemoryChannel(good);
    for (String name : names) {
      Hdf5Reader.read(Mutants.FILE, channel, name, Hdf5Reader::doubles);
    }
    Signatures found = new Signatures();
    for (Region read : channel.regions()) {
      found.add(good, read);
      found.add(good, new Region(read.at(), Math.min(SUPERBLOCK, read.length())));
    }
    return found;
  }

  private void add(byte[] good, Region region) {
    if (region.length() > 4 && !regions.contains(region)) {
      int place = place(good, region);
      if (checksum(good, region) == little(good).getInt(place)) {
        regions.add(region);
      }
    }
  }

  /** How many structures have a checksum. */
  int count() {
    return regions.size();
  }

  /** Computes all checksums anew. */
  void sign(byte[] bytes) {
    for (Region region : regions) {
      if (region.at() + region.length() <= bytes.length) {
        little(bytes).putInt(place(bytes, region), checksum(bytes, region));
      }
    }
  }

  private static int place(byte[] bytes, Region region) {
    return isDirectBlock(bytes, region)
        ? region.at() + IN_DIRECT_BLOCK
        : region.at() + region.length() - 4;
  }

  private static int checksum(byte[] bytes, Region region) {
    int end = region.at() + region.length();
    if (!isDirectBlock(bytes, region)) {
      return Lookup3.of(bytes, region.at(), end - 4);
    }
    byte[] zeroed = bytes.clone();
    little(zeroed).putInt(place(bytes, region), 0);
    return Lookup3.of(zeroed, region.at(), end);
  }

  private static boolean isDirectBlock(byte[] bytes, Region region) {
    return region.length() > IN_DIRECT_BLOCK + 4
        && new String(bytes, region.at(), 4, StandardCharsets.ISO_8859_1).equals("FHDB");
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
