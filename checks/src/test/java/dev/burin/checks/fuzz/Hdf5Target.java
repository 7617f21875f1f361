package dev.burin.checks.fuzz;

import dev.burin.data.DoubleTable;
import dev.burin.file.MalformedFileException;
import dev.burin.hdf5.Hdf5;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * HDF5 files. The first byte of the input says which data set is asked for, the others are the
 * file.
 */
final class Hdf5Target implements FuzzTarget {

  private static final List<String> NAMES =
      List.of("tree", "single", "fixed", "extensible", "growing", "contiguous", "lei8", "bool");

  private static final List<String> FILES = List.of("old", "new", "checked", "more", "types");

  /** What a data set may ask for in a file of any size, and the reader takes four times. */
  private static final long SMALL = 4L * (16 << 20) + (8 << 20);

  private final Scratch scratch = new Scratch(".h5");

  @Override
  public String name() {
    return "hdf5";
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>();
    for (String file : FILES) {
      byte[] bytes = unpacked("/hdf5/" + file + ".h5.gz");
      for (int name = 0; name < NAMES.size(); name++) {
        byte[] seed = new byte[1 + bytes.length];
        seed[0] = (byte) name;
        System.arraycopy(bytes, 0, seed, 1, bytes.length);
        if (reads(seed)) {
          seeds.add(seed);
        }
      }
    }
    return seeds;
  }

  private boolean reads(byte[] seed) {
    try {
      return read(seed);
    } catch (IOException e) {
      return false;
    }
  }

  /** The bytes of a packed file of the tests. */
  static byte[] unpacked(String resource) {
    try (InputStream packed = Hdf5Target.class.getResourceAsStream(resource)) {
      return new GZIPInputStream(packed).readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public boolean read(byte[] bytes) throws IOException {
    if (bytes.length == 0) {
      return false;
    }
    String name = NAMES.get(Math.floorMod(bytes[0], NAMES.size()));
    var file = scratch.with(Arrays.copyOfRange(bytes, 1, bytes.length));
    try {
      DoubleTable table = Hdf5.doubles(file, name);
      if (table.rows() * (long) table.columns() != table.values().length) {
        throw new AssertionError(table + " has " + table.values().length + " numbers.");
      }
      return true;
    } catch (MalformedFileException e) {
      return Refusal.of(e, file.toString());
    }
  }

  @Override
  public long mostMemory(int length) {
    return SMALL + 400L * length;
  }
}
