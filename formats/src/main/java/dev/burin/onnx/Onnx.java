package dev.burin.onnx;

import dev.burin.Precision;
import dev.burin.file.AtomicFile;
import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import dev.burin.interchange.Chain;
import dev.burin.interchange.ChainBuilder;
import dev.burin.interchange.ForeignModel;
import dev.burin.network.Engraved;
import dev.burin.network.NeuralNetwork;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads ONNX files of fully connected networks, in whatever form exporters write them, and writes
 * them in the form that most readers know.
 *
 * <p>A chain is Gemm, or MatMul and Add, with an activation after each, one node or the several
 * that exporters make of it; normalisations are folded into layers, and what changes no number is
 * dropped. Opsets 7 to 26, weights in float, double, half and bfloat16, in the file or in others in
 * its folder. What is none of this is refused with the node, its operator and the reason.
 */
public final class Onnx {

  /** The most bytes that a protobuf message can have. */
  private static final long MOST_BYTES = Integer.MAX_VALUE - 8;

  private Onnx() {}

  /**
   * Reads a model.
   *
   * @throws MalformedFileException if it is no ONNX model, or no chain of dense layers; the message
   *     names the node, its operator and the reason
   * @throws IOException if it cannot be read
   */
  public static ForeignModel read(Path file) throws IOException {
    Objects.requireNonNull(file, "The path is null; expected that of an ONNX file.");
    long size = Files.size(file);
    if (size > MOST_BYTES) {
      throw new MalformedFileException(
          file, "there are " + size + " bytes", "less than 2 GiB, the limit of the format");
    }
    Path folder = file.toRealPath().getParent();
    Path name = file.getFileName();
    return read(
        file.toString(),
        name == null ? file.toString() : name.toString(),
        Files.readAllBytes(file),
        folder);
  }

  /**
   * Reads a model from its bytes, with nothing beside them.
   *
   * @param name what messages call it
   * @throws MalformedFileException as {@link #read(Path)} says
   */
  public static ForeignModel read(byte[] bytes, String name) throws MalformedFileException {
    Objects.requireNonNull(bytes, "The bytes are null; expected those of an ONNX model.");
    Objects.requireNonNull(name, "The name is null; expected what the bytes are called.");
    return read(name, name, bytes, null);
  }

  /**
   * Writes a generated class or a network as an ONNX file. The bytes depend on the network and the
   * words alone. The file is replaced as {@link AtomicFile} does.
   *
   * @param export such as {@link OnnxExport#standard()}
   * @throws IllegalArgumentException if the scaling does not fit the network, or if the file would
   *     have 2 GiB or more, the limit of the format
   * @throws IllegalStateException if a parameter is not finite, if the network has no weights yet,
   *     or if another thread trains or loads it meanwhile; an old file is left as it was
   * @throws IOException if the file cannot be written
   */
  public static void write(Path file, Engraved<?> engraved, OnnxExport export) throws IOException {
    Objects.requireNonNull(file, "The path is null; expected that of the file to write.");
    NeuralNetwork network = network(engraved);
    int begun = network.beginReading();
    Message message = message(network, export);
    AtomicFile.replace(
        file,
        out -> {
          message.write(out);
          network.endReading(begun);
        });
  }

  /**
   * The bytes of an ONNX file.
   *
   * @throws IllegalArgumentException as {@link #write} says
   * @throws IllegalStateException as {@link #write} says
   */
  public static byte[] bytes(Engraved<?> engraved, OnnxExport export) {
    NeuralNetwork network = network(engraved);
    int begun = network.beginReading();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      message(network, export).write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    network.endReading(begun);
    return bytes.toByteArray();
  }

  private static NeuralNetwork network(Engraved<?> engraved) {
    return Objects.requireNonNull(engraved, "The network is null; expected the one to write.")
        .network();
  }

  private static Message message(NeuralNetwork network, OnnxExport export) {
    Objects.requireNonNull(export, "The words are null; OnnxExport.standard() will do.");
    Message message = NetworkWriter.of(network, export);
    if (message.size() > MOST_BYTES) {
      throw new IllegalArgumentException(
          "The file would have " + message.size() + " bytes; an ONNX file has less than 2 GiB.");
    }
    return message;
  }

  private static ForeignModel read(String file, String name, byte[] bytes, @Nullable Path folder)
      throws MalformedFileException {
    OnnxModel model = ModelReader.read(file, bytes);
    Refusals refusals = new Refusals(file);
    Wiring wiring = new Wiring(refusals, model.graph());
    Ops ops = new Ops(refusals, model.opset());
    TensorData data = new TensorData(file, new ExternalData(file, folder));
    Constants constants = new Constants(wiring, refusals, data, ops);
    ChainReader reader = new ChainReader(refusals, wiring, constants, ops, model.opset());
    Rows end = reader.read();
    ChainBuilder builder = reader.built();
    Precision precision = reader.doubles() ? Precision.DOUBLE : Precision.FLOAT;
    Chain chain =
        OwnWords.slopes(
            builder.chain(precision, OwnWords.loss(model.metadata())), model.metadata());
    List<String> remarks = new ArrayList<>(reader.remarks());
    int batch = reader.batch();
    if (batch > 0) {
      remarks.add(
          "the file takes "
              + (batch == 1 ? "one sample" : batch + " samples")
              + " at once; the network takes any number");
    }
    Interpreter interpreter =
        new Interpreter(wiring, constants, ops, reader.input().rows(), end.name(), batch);
    String producer = model.producer().isEmpty() ? "" : ", by " + Names.shown(model.producer());
    return new ForeignModel(
        name,
        "ONNX opset " + model.opset() + producer,
        chain,
        builder.folded(),
        reader.dropped(),
        remarks,
        interpreter);
  }
}
