package dev.burin.checks.fuzz;

import dev.burin.data.npy.NpyArray;
import dev.burin.data.npy.Npz;
import dev.burin.file.MalformedFileException;
import dev.burin.interchange.ForeignModel;
import dev.burin.interchange.StatedActivation;
import dev.burin.npz.NpzModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Networks of NumPy: what is read has as many outputs as its layers say. */
final class NpzModelTarget implements FuzzTarget {

  private static final List<StatedActivation> STATED = StatedActivation.parse("relu,identity");

  private final Scratch scratch = new Scratch(".npz");

  @Override
  public String name() {
    return "npz-model";
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        seed("W1", "b1", "W2", "b2"),
        seed("coefs_0", "intercepts_0", "coefs_1", "intercepts_1"),
        seed("arr_0", "arr_1", "arr_2", "arr_3"));
  }

  private static byte[] seed(String w1, String b1, String w2, String b2) {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    boolean rows = w1.startsWith("c");
    arrays.put(w1, NpyArray.of(new float[] {1, 2, 3, 4, 5, 6}, rows ? 3 : 2, rows ? 2 : 3));
    arrays.put(b1, NpyArray.of(new float[] {7, 8}, 2));
    arrays.put(w2, NpyArray.of(new float[] {9, 1}, rows ? 2 : 1, rows ? 1 : 2));
    arrays.put(b2, NpyArray.of(new float[] {2}, 1));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Npz.write(out, arrays);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  @Override
  public boolean read(byte[] bytes) throws IOException {
    var file = scratch.with(bytes);
    try {
      ForeignModel model = NpzModel.read(file, STATED);
      int outputs = model.original().outputs(new double[model.chain().shape().inputs()]).length;
      if (outputs != model.chain().shape().outputs()) {
        throw new AssertionError(model.chain() + " has " + outputs + " outputs by its arrays.");
      }
      return true;
    } catch (MalformedFileException e) {
      return Refusal.of(e, file.toString());
    }
  }

  /** As for archives of arrays, and doubles of what they hold, twice. */
  @Override
  public long mostMemory(int length) {
    return 40L * 1032 * length;
  }
}
