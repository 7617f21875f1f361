package dev.burin.onnx;

import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code ModelProto}, the outermost message. The numbers of the fields are those of
 * onnx.proto; a field that is not read is skipped, as newer writers add some.
 */
final class ModelReader {

  private static final int IR_VERSION = 1;
  private static final int PRODUCER_NAME = 2;
  private static final int PRODUCER_VERSION = 3;
  private static final int GRAPH = 7;
  private static final int OPSET_IMPORT = 8;
  private static final int METADATA_PROPS = 14;

  private final String file;
  private final Budget budget = new Budget();
  private final Map<String, Long> opsets = new HashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private long irVersion;
  private String name = "";
  private String version = "";
  private @Nullable OnnxGraph graph;

  private ModelReader(String file) {
    this.file = file;
  }

  /**
   * Reads a model.
   *
   * @param file what messages call it
   */
  static OnnxModel read(String file, byte[] bytes) throws MalformedFileException {
    if (bytes.length == 0) {
      throw new MalformedFileException(
          file, "the file is empty", "an ONNX model with a graph, which is a protobuf message");
    }
    return new ModelReader(file).read(new Wire(file, bytes));
  }

  private OnnxModel read(Wire wire) throws MalformedFileException {
    while (wire.next()) {
      budget.take(wire);
      switch (wire.field()) {
        case IR_VERSION -> irVersion = wire.number();
        case PRODUCER_NAME -> name = wire.text();
        case PRODUCER_VERSION -> version = wire.text();
        case OPSET_IMPORT -> opset(wire.message());
        case METADATA_PROPS -> Texts.put(metadata, wire.message());
        case GRAPH -> {
          if (graph != null) {
            throw wire.refused("a second graph begins");
          }
          graph = new GraphReader(budget).read(wire.message());
        }
        default -> wire.skip();
      }
    }
    if (graph == null) {
      throw new MalformedFileException(
          file, "there is no graph in it", "an ONNX model, which is a protobuf message");
    }
    Operators.checkNested(new Refusals(file), graph);
    Versions.check(file, irVersion, opsets);
    String producer = (name + " " + version).strip();
    return new OnnxModel(irVersion, opsets, producer, metadata, graph);
  }

  /** {@code OperatorSetIdProto}: domain 1, version 2. */
  private void opset(Wire wire) throws MalformedFileException {
    String domain = "";
    long number = 0;
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> domain = wire.text();
        case 2 -> number = wire.number();
        default -> wire.skip();
      }
    }
    if (domain.equals("ai.onnx")) {
      domain = "";
    }
    if (opsets.put(domain, number) != null && Set.of("", Versions.ML).contains(domain)) {
      throw new MalformedFileException(
          file,
          "opset_import names two versions of the operators of "
              + (domain.isEmpty() ? "ONNX" : Names.shown(domain)),
          "one");
    }
  }
}
