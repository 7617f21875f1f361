package dev.burin.onnx;

import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code GraphProto} and what lies in it. */
final class GraphReader {

  private static final int NODE = 1;
  private static final int INITIALIZER = 5;
  private static final int INPUT = 11;
  private static final int OUTPUT = 12;
  private static final int SPARSE_INITIALIZER = 15;

  private final Budget budget;

  GraphReader(Budget budget) {
    this.budget = budget;
  }

  OnnxGraph read(Wire wire) throws MalformedFileException {
    List<OnnxNode> nodes = new ArrayList<>();
    Map<String, OnnxTensor> initializers = new LinkedHashMap<>();
    List<OnnxValue> inputs = new ArrayList<>();
    List<OnnxValue> outputs = new ArrayList<>();
    TensorReader tensors = new TensorReader(budget);
    while (wire.next()) {
      budget.take(wire);
      switch (wire.field()) {
        case NODE -> nodes.add(node(wire.message(), nodes.size()));
        case INITIALIZER -> {
          OnnxTensor tensor = tensors.read(wire.message());
          if (initializers.put(tensor.name(), tensor) != null) {
            throw wire.refused(
                "a second initializer \"" + Names.shown(tensor.name()) + "\" ends here");
          }
        }
        case INPUT -> inputs.add(value(wire.message()));
        case OUTPUT -> outputs.add(value(wire.message()));
        case SPARSE_INITIALIZER ->
            throw wire.refused(
                "the sparse initializer \""
                    + Names.shown(sparse(wire.message()))
                    + "\" begins,"
                    + " of which the file has only the weights that are not 0");
        default -> wire.skip();
      }
    }
    return new OnnxGraph(nodes, initializers, inputs, outputs);
  }

  /** The name of the values of {@code SparseTensorProto}. */
  private String sparse(Wire wire) throws MalformedFileException {
    String name = "";
    while (wire.next()) {
      if (wire.field() == 1) {
        name = new TensorReader(budget).read(wire.message()).name();
      } else {
        wire.skip();
      }
    }
    return name;
  }

  /** {@code NodeProto}: input 1, output 2, name 3, op_type 4, attribute 5, domain 7. */
  private OnnxNode node(Wire wire, int index) throws MalformedFileException {
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    Map<String, OnnxAttribute> attributes = new HashMap<>();
    String name = "";
    String op = "";
    String domain = "";
    AttributeReader reader = new AttributeReader(budget);
    while (wire.next()) {
      budget.take(wire);
      switch (wire.field()) {
        case 1 -> inputs.add(wire.text());
        case 2 -> outputs.add(wire.text());
        case 3 -> name = wire.text();
        case 4 -> op = wire.text();
        case 5 -> {
          OnnxAttribute attribute = reader.read(wire.message());
          if (attributes.put(attribute.name(), attribute) != null) {
            throw wire.refused(
                "node " + index + " has a second attribute " + Names.shown(attribute.name()));
          }
        }
        case 7 -> domain = wire.text();
        default -> wire.skip();
      }
    }
    return new OnnxNode(index, name, op, domain, inputs, outputs, attributes);
  }

  /** {@code ValueInfoProto}: name 1, type 2; {@code TypeProto}: tensor_type 1. */
  private OnnxValue value(Wire wire) throws MalformedFileException {
    String name = "";
    boolean tensor = false;
    long type = 0;
    List<Long> dims = null;
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> name = wire.text();
        case 2 -> {
          Wire of = wire.message();
          while (of.next()) {
            if (of.field() == 1) {
              OnnxValue inner = tensorType(of.message());
              tensor = true;
              type = inner.type();
              dims = inner.dims();
            } else {
              of.skip();
            }
          }
        }
        default -> wire.skip();
      }
    }
    return new OnnxValue(name, tensor, type, dims);
  }

  /** {@code TypeProto.Tensor}: elem_type 1, shape 2. */
  private OnnxValue tensorType(Wire wire) throws MalformedFileException {
    long type = 0;
    List<Long> dims = null;
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> type = wire.number();
        case 2 -> dims = dims(wire.message(), dims);
        default -> wire.skip();
      }
    }
    return new OnnxValue("", true, type, dims);
  }

  /** {@code TensorShapeProto}: dim 1, each with dim_value 1 or dim_param 2. */
  private List<Long> dims(Wire wire, @Nullable List<Long> before) throws MalformedFileException {
    List<Long> dims = before == null ? new ArrayList<>() : before;
    while (wire.next()) {
      budget.take(wire);
      if (wire.field() == 1) {
        Wire dim = wire.message();
        long value = OnnxValue.UNKNOWN;
        while (dim.next()) {
          if (dim.field() == 1) {
            value = dim.number();
          } else {
            dim.skip();
          }
        }
        dims.add(value);
      } else {
        wire.skip();
      }
    }
    return dims;
  }
}
