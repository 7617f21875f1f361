package dev.burin.checks.fuzz;

import dev.burin.data.npy.Npy;
import dev.burin.data.npy.NpyArray;
import dev.burin.file.MalformedFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Arrays of NumPy: what is read is written and read again. */
final class NpyTarget implements FuzzTarget {

  private static final String FILE = "fuzz.npy";

  @Override
  public String name() {
    return "npy";
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        written(NpyArray.of(new float[] {1, -2, 3, 4, 5, 6}, 2, 3)),
        written(NpyArray.of(new double[] {Math.PI, Double.NaN}, 2)),
        written(NpyArray.of(new int[] {7}, 1, 1, 1)),
        written(NpyArray.ofUnsigned(new byte[] {1, 2, 3, 4}, 4)),
        literal(1, "{'descr': '>i2', 'fortran_order': True, 'shape': (3, 2), }", 12),
        literal(2, "{'descr': '|b1', 'fortran_order': False, 'shape': (), }", 1),
        literal(3, "{'descr': '<u8', 'fortran_order': False, 'shape': (0, 3), }", 0));
  }

  static byte[] written(NpyArray array) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Npy.write(out, array);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private static byte[] literal(int version, String dictionary, int elements) {
    byte[] header = (dictionary + "\n").getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
    out.write(header.length);
    out.writeBytes(new byte[version == 1 ? 1 : 3]);
    out.writeBytes(header);
    out.writeBytes(new byte[elements]);
    return out.toByteArray();
  }

  @Override
  public boolean read(byte[] bytes) throws IOException {
    try {
      same(Npy.read(bytes, FILE));
      return true;
    } catch (MalformedFileException e) {
      return Refusal.of(e, FILE);
    }
  }

  private static void same(NpyArray array) throws IOException {
    same(array, Npy.read(written(array), "what was written"));
  }

  /** Fails where both are not the same array. */
  static void same(NpyArray array, NpyArray again) {
    boolean same = again.shape().equals(array.shape()) && again.type() == array.type();
    for (int i = 0; same && i < array.size(); i++) {
      same = Double.compare(array.value(i), again.value(i)) == 0;
    }
    if (!same) {
      throw new AssertionError(array + " was written and read as " + again);
    }
  }

  /** The bytes, the elements by rows, and both again for what is written. */
  @Override
  public long mostMemory(int length) {
    return 64L * length;
  }
}
