package dev.burin.checks.fuzz;

import dev.burin.file.MalformedFileException;
import dev.burin.interchange.ForeignModel;
import dev.burin.interchange.StatedActivation;
import dev.burin.keras.Keras;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Models of Keras. The first byte of the input says whether activations are stated, the others are
 * the file.
 */
final class KerasTarget implements FuzzTarget {

  private static final List<String> FILES =
      List.of("keras-2", "keras-1", "keras-3", "keras-archive");

  private static final List<StatedActivation> STATED = StatedActivation.parse("relu,identity");

  /** What all weights of a file of any size may take, twice, and what one array may. */
  private static final long SMALL = 2L * (64 << 20) + 4L * (16 << 20) + (8 << 20);

  private final Scratch scratch = new Scratch(".keras");

  @Override
  public String name() {
    return "keras";
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>();
    for (String file : FILES) {
      byte[] bytes = Hdf5Target.unpacked("/hdf5/" + file + ".h5.gz");
      for (int stated = 0; stated < 2; stated++) {
        byte[] seed = new byte[1 + bytes.length];
        seed[0] = (byte) stated;
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

  @Override
  public boolean read(byte[] bytes) throws IOException {
    if (bytes.length == 0) {
      return false;
    }
    var file = scratch.with(Arrays.copyOfRange(bytes, 1, bytes.length));
    try {
      ForeignModel model = Keras.read(file, bytes[0] == 0 ? List.of() : STATED);
      int outputs = model.original().outputs(new double[model.chain().shape().inputs()]).length;
      if (outputs != model.chain().shape().outputs()) {
        throw new AssertionError(model.chain() + " has " + outputs + " outputs by its layers.");
      }
      return true;
    } catch (MalformedFileException e) {
      return Refusal.of(e, file.toString());
    }
  }

  @Override
  public long mostMemory(int length) {
    return SMALL + 1000L * length;
  }
}
