package dev.burin.checks.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.burin.file.MalformedFileException;
import dev.burin.interchange.DenseLayer;
import dev.burin.interchange.ForeignModel;
import dev.burin.interchange.ImportedModel;
import dev.burin.interchange.TypeName;
import dev.burin.onnx.Onnx;
import dev.burin.shape.NetworkShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * ONNX models. What is read has as many outputs as its chain says, and is compared with its own
 * graph on random inputs. The first byte of the input says where the weights lie that lie beside
 * the model: all places but the first are outside of its folder, and must not be read.
 */
final class OnnxTarget implements FuzzTarget {

  private static final String FILE = "fuzz.onnx";
  private static final TypeName TYPE = new TypeName("fuzz", "Fuzzed");

  private static final int CANARIES = 0x01010101 * Beside.CANARY;

  /** What constants that are computed may take together in a file of any size. */
  private static final long SMALL = 64L << 20;

  /** To compare takes as long as to read four, so that one of a few is compared. */
  private static final int COMPARED = 4;

  private final Beside beside = new Beside();
  private final List<String> locations = beside.locations();

  @Override
  public String name() {
    return "onnx";
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>();
    for (byte[] model : OnnxSeeds.all(locations.getFirst())) {
      byte[] seed = new byte[1 + model.length];
      System.arraycopy(model, 0, seed, 1, model.length);
      seeds.add(seed);
    }
    return seeds;
  }

  @Override
  public boolean read(byte[] bytes) throws IOException {
    if (bytes.length == 0) {
      return false;
    }
    String text = new String(bytes, 1, bytes.length - 1, ISO_8859_1);
    if (!text.contains("location")) {
      byte[] alone = text.getBytes(ISO_8859_1);
      return accepts(() -> Onnx.read(alone, FILE), FILE).isPresent();
    }
    String location = locations.get(Math.floorMod(bytes[0], locations.size()));
    String placed = text.replace(locations.getFirst(), location);
    Path file = beside.model(placed.getBytes(ISO_8859_1));
    Optional<ForeignModel> read = accepts(() -> Onnx.read(file), file.getFileName() + "");
    beside.check();
    if (!placed.contains("ZZ")) {
      read.ifPresent(model -> model.chain().layers().forEach(OnnxTarget::checkSource));
    }
    return read.isPresent();
  }

  private interface Reading {
    ForeignModel model() throws IOException;
  }

  /** A model that is read, or nothing where it is refused. */
  private static Optional<ForeignModel> accepts(Reading reading, String file) throws IOException {
    try {
      ForeignModel model = reading.model();
      int batch = model.original().batch();
      NetworkShape shape = model.chain().shape();
      int outputs = model.original().outputs(new double[batch * shape.inputs()]).length;
      if (outputs != batch * shape.outputs()) {
        throw new AssertionError(model.chain() + " has " + outputs + " outputs by its graph.");
      }
      if (Arrays.hashCode(model.chain().layers().getFirst().weights()) % COMPARED == 0) {
        ImportedModel.of(model, TYPE);
      }
      return Optional.of(model);
    } catch (MalformedFileException e) {
      if (!String.valueOf(e.getMessage()).contains(file + ": ")) {
        throw new AssertionError("This names no file: " + e.getMessage(), e);
      }
      Refusal.of(e, "");
      return Optional.empty();
    }
  }

  /** Numbers of the canary: a float or a double of nothing but its byte. */
  private static void checkSource(DenseLayer layer) {
    for (double weight : layer.weights()) {
      if (weight == Float.intBitsToFloat(CANARIES)
          || Double.doubleToRawLongBits(weight) == ((long) CANARIES << 32 | CANARIES)) {
        throw new AssertionError("Weights were read outside of the folder of the model.");
      }
    }
  }

  /**
   * The numbers of a model are doubles beside it, and so are those of its network and of a plain
   * one to compare with; 64 samples go through both.
   */
  @Override
  public long mostMemory(int length) {
    return SMALL + 4096L * length;
  }
}
