package dev.burin.checks.fuzz;

import dev.burin.data.idx.IdxArray;
import dev.burin.data.idx.IdxReader;
import dev.burin.file.MalformedFileException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** IDX files, plain and packed: of a plain one, the elements must fill the file exactly. */
final class IdxTarget implements FuzzTarget {

  private static final long MOST = 16 << 20;

  private final Scratch scratch = new Scratch(".idx");

  @Override
  public String name() {
    return "idx";
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>();
    for (int[] type :
        new int[][] {{0x08, 1}, {0x09, 1}, {0x0b, 2}, {0x0c, 4}, {0x0d, 4}, {0x0e, 8}}) {
      seeds.add(file(type[0], type[1], 2, 3));
      seeds.add(packed(file(type[0], type[1], 4)));
    }
    seeds.add(packed(file(0x08, 1, 2, 4, 4)));
    return seeds;
  }

  private static byte[] file(int type, int width, int... dimensions) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(type << 8 | dimensions.length);
      int elements = 1;
      for (int dimension : dimensions) {
        out.writeInt(dimension);
        elements *= dimension;
      }
      for (int i = 0; i < elements * width; i++) {
        out.write(i);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] packed(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public boolean read(byte[] bytes) throws IOException {
    var file = scratch.with(bytes);
    try {
      IdxArray array = IdxReader.read(file, MOST);
      boolean plain = bytes[0] == 0;
      int header = 4 * (1 + array.shape().size());
      if (plain && header + array.size() * array.type().bytes() != bytes.length) {
        throw new AssertionError(array + " was read from " + bytes.length + " bytes.");
      }
      return true;
    } catch (MalformedFileException e) {
      return Refusal.of(e, file.toString());
    }
  }

  /** While a file is unpacked it takes up to eight times what has come out of it. */
  @Override
  public long mostMemory(int length) {
    return 8L * 1032 * length;
  }
}
