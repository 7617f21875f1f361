package dev.burin.checks.fuzz;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.FloatNetwork;
import dev.burin.onnx.Onnx;
import dev.burin.onnx.OnnxExport;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** ONNX models that are read: our own, and some as other exporters write them. */
final class OnnxSeeds {

  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  private OnnxSeeds() {}

  /**
   * The models.
   *
   * @param location the file beside the last of them that has its weights, 24 bytes
   */
  static List<byte[]> all(String location) {
    return List.of(
        own(13, Loss.BINARY_CROSS_ENTROPY, Activation.RELU, Activation.SIGMOID, 1),
        own(20, Loss.CROSS_ENTROPY, Activation.GELU, Activation.SOFTMAX, 3),
        own(13, Loss.MEAN_SQUARED_ERROR, Activation.ELU, Activation.IDENTITY, 2),
        spelledOut(),
        reshaped(),
        beside(location));
  }

  private static byte[] own(int opset, Loss loss, Activation hidden, Activation last, int outputs) {
    NetworkShape shape =
        NetworkShape.of(
            loss, Precision.FLOAT, LayerShape.of(2, 3, hidden), LayerShape.of(3, outputs, last));
    FloatNetwork network = new FloatNetwork("Seed", shape, new FloatTwin(shape));
    network.initialize(1);
    return Onnx.bytes(network, OnnxExport.standard().opset(opset));
  }

  /** GELU in five nodes, as exporters write it for older opsets. */
  private static byte[] spelledOut() {
    Proto graph =
        new Proto()
            .message(1, node("Gemm", "z", "x", "W", "b").message(5, integer("transB", 1)))
            .message(1, node("Div", "d", "z", "root"))
            .message(1, node("Erf", "e", "d"))
            .message(1, node("Add", "p", "e", "one"))
            .message(1, node("Mul", "m", "z", "p"))
            .message(1, node("Mul", "a", "m", "half"))
            .message(1, node("MatMul", "y", "a", "V"))
            .message(5, floats("W", new long[] {3, 2}, 1, -2, 3, 0.5f, 1, 2))
            .message(5, floats("b", new long[] {3}, 0.25f, 0, -1))
            .message(5, floats("root", new long[0], (float) Math.sqrt(2)))
            .message(5, floats("one", new long[0], 1))
            .message(5, floats("half", new long[0], 0.5f))
            .message(5, floats("V", new long[] {3, 1}, 1, -1, 2));
    return model(graph, 2, 1);
  }

  /** A shape that is computed, a mean that is taken away, and a matrix turned twice. */
  private static byte[] reshaped() {
    Proto graph =
        new Proto()
            .message(1, node("Shape", "s", "x"))
            .message(1, node("Gather", "n", "s", "0"))
            .message(1, node("Unsqueeze", "u", "n", "0s"))
            .message(1, node("Concat", "t", "u", "rest").message(5, integer("axis", 0)))
            .message(1, node("Reshape", "f", "x", "t"))
            .message(1, node("Sub", "c", "f", "m"))
            .message(1, node("Transpose", "T", "W"))
            .message(1, node("Transpose", "U", "T"))
            .message(1, node("MatMul", "z", "c", "U"))
            .message(1, node("Sigmoid", "y", "z"))
            .message(5, floats("W", new long[] {2, 2}, 1, -2, 3, 0.5f))
            .message(5, floats("m", new long[] {2}, 0.5f, 4))
            .message(5, integers("0", new long[0], 0))
            .message(5, integers("0s", new long[] {1}, 0))
            .message(5, integers("rest", new long[] {1}, -1));
    return model(graph, 2, 2);
  }

  /** Weights in a file beside the model. */
  private static byte[] beside(String location) {
    Proto tensor =
        new Proto()
            .numbers(1, 2, 2)
            .numbers(2, FLOAT)
            .texts(8, "W")
            .message(13, new Proto().texts(1, "location").texts(2, location))
            .message(13, new Proto().texts(1, "offset").texts(2, "16"))
            .message(13, new Proto().texts(1, "length").texts(2, "16"))
            .numbers(14, 1);
    Proto graph = new Proto().message(1, node("MatMul", "y", "x", "W")).message(5, tensor);
    return model(graph, 2, 2);
  }

  private static byte[] model(Proto graph, int inputs, int outputs) {
    graph.texts(2, "graph").message(11, end("x", inputs)).message(12, end("y", outputs));
    return new Proto()
        .numbers(1, 8)
        .texts(2, "fuzz")
        .message(7, graph)
        .message(8, new Proto().texts(1, "").numbers(2, 13))
        .bytes();
  }

  /** Rows of floats, in any number. */
  private static Proto end(String name, int width) {
    Proto shape =
        new Proto().message(1, new Proto().texts(2, "n")).message(1, new Proto().numbers(1, width));
    Proto tensor = new Proto().numbers(1, FLOAT).message(2, shape);
    return new Proto().texts(1, name).message(2, new Proto().message(1, tensor));
  }

  private static Proto node(String op, String output, String... inputs) {
    return new Proto().texts(1, inputs).texts(2, output).texts(4, op);
  }

  private static Proto integer(String name, long value) {
    return new Proto().texts(1, name).numbers(3, value).numbers(20, 2);
  }

  private static Proto floats(String name, long[] dims, float... values) {
    ByteBuffer raw =
        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      raw.putFloat(value);
    }
    return new Proto().numbers(1, dims).numbers(2, FLOAT).texts(8, name).bytes(9, raw.array());
  }

  private static Proto integers(String name, long[] dims, long... values) {
    return new Proto().numbers(1, dims).numbers(2, INT64).numbers(7, values).texts(8, name);
  }
}
