package dev.burin.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/** Builds ONNX files in memory, good ones and bad ones. */
final class Model {

  private final Message nodes = new Message();
  private final Message initializers = new Message();
  private final Message ends = new Message();
  private final Message opsets = new Message();
  private int ir = 8;
  private boolean standard = true;
  private int opset = 13;

  Model opset(int version) {
    opset = version;
    return this;
  }

  Model ir(int version) {
    ir = version;
    return this;
  }

  /** Names a version for a domain beside the standard one. */
  Model domain(String domain, int version) {
    opsets.message(8, new Message().text(1, domain).number(2, version));
    return this;
  }

  /** Names no version of the standard operators. */
  Model withoutOpset() {
    standard = false;
    return this;
  }

  /** An input of floats; a dimension of 0 has a name. */
  Model input(String name, long... dims) {
    return end(11, name, ElementType.FLOAT, dims);
  }

  Model input(ElementType type, String name, long... dims) {
    return end(11, name, type, dims);
  }

  Model output(String name, long... dims) {
    return end(12, name, ElementType.FLOAT, dims);
  }

  private Model end(int field, String name, ElementType type, long... dims) {
    Message shape = new Message();
    for (long dim : dims) {
      shape.message(1, dim == 0 ? new Message().text(2, "n") : new Message().number(1, dim));
    }
    Message tensor = new Message().number(1, type.number()).message(2, shape);
    Message typed = new Message().message(1, tensor);
    ends.message(field, new Message().text(1, name).message(2, typed));
    return this;
  }

  /** An initializer of floats in raw_data. */
  Model floats(String name, int[] dims, double... values) {
    return initializer(raw(ElementType.FLOAT, name, dims, values));
  }

  /** An initializer of random floats. */
  Model random(String name, long seed, int... dims) {
    return floats(name, dims, drawn(seed, Tensor.count(dims)));
  }

  Model initializer(Message tensor) {
    initializers.message(5, tensor);
    return this;
  }

  /** Floats of a seed. */
  static double[] drawn(long seed, int count) {
    Random random = new Random(seed);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** {@code TensorProto} with raw_data. */
  static Message raw(ElementType type, String name, int[] dims, double... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      switch (type) {
        case FLOAT -> bytes.putFloat((float) value);
        case DOUBLE -> bytes.putDouble(value);
        case FLOAT16 -> bytes.putShort(Float.floatToFloat16((float) value));
        case BFLOAT16 -> bytes.putShort((short) (Float.floatToIntBits((float) value) >>> 16));
        case INT64, UINT64 -> bytes.putLong((long) value);
        case INT32, UINT32 -> bytes.putInt((int) value);
        case INT16, UINT16 -> bytes.putShort((short) value);
        case INT8, UINT8, BOOL -> bytes.put((byte) value);
      }
    }
    return raw(type.number(), name, dims, bytes.array());
  }

  static Message raw(long type, String name, int[] dims, byte[] bytes) {
    Message tensor = new Message();
    for (int dim : dims) {
      tensor.number(1, dim);
    }
    return tensor.number(2, type).text(8, name).bytes(9, bytes.length, out -> out.write(bytes));
  }

  Model node(String op, String output, String... inputs) {
    return node("", op, output, new Message[0], inputs);
  }

  Model node(String op, String output, Message setting, String... inputs) {
    return node("", op, output, new Message[] {setting}, inputs);
  }

  /** A node, whose outputs are separated by blanks. */
  Model node(String domain, String op, String outputs, Message[] settings, String... inputs) {
    Message node = new Message();
    for (String input : inputs) {
      node.text(1, input);
    }
    for (String output : outputs.split(" ", -1)) {
      node.text(2, output);
    }
    node.text(3, op + " of " + outputs).text(4, op);
    for (Message setting : settings) {
      node.message(5, setting);
    }
    nodes.message(1, node.text(7, domain));
    return this;
  }

  static Message setting(String name, double value) {
    return GraphWriter.setting(name, (float) value);
  }

  static Message setting(String name, long value) {
    return GraphWriter.setting(name, value);
  }

  static Message setting(String name, String value) {
    return new Message().text(1, name).text(4, value).number(20, 3);
  }

  static Message setting(String name, Message tensor) {
    return new Message().text(1, name).message(5, tensor).number(20, 4);
  }

  static Message settings(String name, long... values) {
    Message setting = new Message().text(1, name);
    for (long value : values) {
      setting.number(8, value);
    }
    return setting.number(20, 7);
  }

  static Message settings(String name, double... values) {
    Message setting = new Message().text(1, name);
    for (double value : values) {
      setting.fixedFloat(7, (float) value);
    }
    return setting.number(20, 6);
  }

  Message message() {
    Message graph = new Message().append(nodes).text(2, "graph").append(initializers).append(ends);
    Message model = new Message().number(1, ir).text(2, "test").message(7, graph);
    if (standard) {
      model.message(8, new Message().text(1, "").number(2, opset));
    }
    return model.append(opsets);
  }

  byte[] bytes() {
    return bytes(message());
  }

  static byte[] bytes(Message message) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      message.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
