package dev.burin.onnx;

import dev.burin.Precision;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntToDoubleFunction;

/** Writes {@code GraphProto}: nodes, constants, the input and the output. */
final class GraphWriter {

  private static final int NODE = 1;
  private static final int NAME = 2;
  private static final int INITIALIZER = 5;
  private static final int INPUT = 11;
  private static final int OUTPUT = 12;

  private static final int BUFFER = 1 << 13;

  private final Message nodes = new Message();
  private final Message initializers = new Message();
  private final Message ends = new Message();
  private final Precision precision;

  GraphWriter(Precision precision) {
    this.precision = precision;
  }

  Precision precision() {
    return precision;
  }

  private ElementType type() {
    return switch (precision) {
      case FLOAT -> ElementType.FLOAT;
      case DOUBLE -> ElementType.DOUBLE;
    };
  }

  /** A setting of a node: name 1, f 2, i 3, type 20. */
  static Message setting(String name, float value) {
    return new Message().text(1, name).fixedFloat(2, value).number(20, 1);
  }

  /** A setting that is a whole number. */
  static Message setting(String name, long value) {
    return new Message().text(1, name).number(3, value).number(20, 2);
  }

  /** A node with one output, of the name that is given back. */
  String node(String op, String name, String output, Message[] settings, String... inputs) {
    Message node = new Message();
    for (String input : inputs) {
      node.text(1, input);
    }
    node.text(2, output).text(3, name).text(4, op);
    for (Message setting : settings) {
      node.message(5, setting);
    }
    nodes.message(NODE, node);
    return output;
  }

  /** A node without settings. */
  String node(String op, String name, String output, String... inputs) {
    return node(op, name, output, new Message[0], inputs);
  }

  /** A constant of one number, which has no dimensions. */
  String constant(String name, double value) {
    return tensor(name, i -> value);
  }

  /**
   * A tensor in the precision of the network: dims 1, data_type 2, name 8, raw_data 9.
   *
   * @param values its numbers, row-major
   */
  String tensor(String name, IntToDoubleFunction values, int... dims) {
    Message tensor = new Message();
    for (int dim : dims) {
      tensor.number(1, dim);
    }
    int count = Tensor.count(dims);
    tensor
        .number(2, type().number())
        .text(8, name)
        .bytes(9, (long) count * precision.bytes(), out -> write(out, count, values));
    initializers.message(INITIALIZER, tensor);
    return name;
  }

  private void write(OutputStream out, int count, IntToDoubleFunction values) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      switch (precision) {
        case FLOAT -> buffer.putFloat((float) values.applyAsDouble(i));
        case DOUBLE -> buffer.putDouble(values.applyAsDouble(i));
      }
      if (buffer.remaining() < Double.BYTES || i == count - 1) {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
      }
    }
  }

  /** The input: any number of rows. */
  void input(String name, String batch, int width) {
    ends.message(INPUT, rows(name, batch, width));
  }

  /** The output: any number of rows. */
  void output(String name, String batch, int width) {
    ends.message(OUTPUT, rows(name, batch, width));
  }

  /** {@code ValueInfoProto} of a tensor with a named and a numbered dimension. */
  private Message rows(String name, String batch, int width) {
    Message shape =
        new Message()
            .message(1, new Message().text(2, batch))
            .message(1, new Message().number(1, width));
    Message tensor = new Message().number(1, type().number()).message(2, shape);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  /** All of it, as a part of the fields of a graph. */
  Message graph(String name) {
    Message graph = new Message();
    graph.append(nodes).text(NAME, name).append(initializers).append(ends);
    return graph;
  }
}
