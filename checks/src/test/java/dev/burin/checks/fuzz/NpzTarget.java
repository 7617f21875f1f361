package dev.burin.checks.fuzz;

import dev.burin.data.npy.NpyArray;
import dev.burin.data.npy.Npz;
import dev.burin.file.MalformedFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives of arrays: what is read is written and read again. */
final class NpzTarget implements FuzzTarget {

  private final Scratch scratch = new Scratch(".npz");

  @Override
  public String name() {
    return "npz";
  }

  @Override
  public List<byte[]> seeds() {
    Map<String, NpyArray> two = new LinkedHashMap<>();
    two.put("W1", NpyArray.of(new float[] {1, 2, 3, 4}, 2, 2));
    two.put("b1", NpyArray.of(new double[] {5, 6}, 2));
    return List.of(stored(two), deflated(two));
  }

  private static byte[] stored(Map<String, NpyArray> arrays) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Npz.write(out, arrays);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private static byte[] deflated(Map<String, NpyArray> arrays) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, NpyArray> each : arrays.entrySet()) {
        ZipEntry member = new ZipEntry(each.getKey() + ".npy");
        member.setTime(0);
        zip.putNextEntry(member);
        zip.write(NpyTarget.written(each.getValue()));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  @Override
  public boolean read(byte[] bytes) throws IOException {
    var file = scratch.with(bytes);
    Map<String, NpyArray> arrays;
    try {
      arrays = Npz.read(file);
    } catch (MalformedFileException e) {
      return Refusal.of(e, file.toString());
    }
    Map<String, NpyArray> again = Npz.read(scratch.with(stored(arrays)));
    if (!again.keySet().equals(arrays.keySet())) {
      throw new AssertionError(arrays.keySet() + " were written and read as " + again.keySet());
    }
    arrays.forEach((name, array) -> NpyTarget.same(array, again.get(name)));
    return true;
  }

  /** Deflate packs up to 1,032 bytes into one; they are there twice, and for what is written. */
  @Override
  public long mostMemory(int length) {
    return 8L * 1032 * length;
  }
}
