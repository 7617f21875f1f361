package dev.burin.checks.peers;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import dev.burin.Activation;
import dev.burin.network.FloatNetwork;
import dev.burin.shape.LayerLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The same network as an ONNX file in memory: a Gemm and an activation for each layer. */
final class OnnxModel {

  private static final int FLOAT = TensorProto.DataType.FLOAT_VALUE;
  private static final int IR_VERSION = 8;
  private static final int OPERATORS = 13;

  private OnnxModel() {}

  /** A model whose input is {@code x}, of any number of samples. */
  static byte[] of(FloatNetwork network) {
    GraphProto.Builder graph = GraphProto.newBuilder().setName("network");
    String from = "x";
    graph.addInput(rows(from, network.shape().inputs()));
    for (LayerLayout layer : network.layout().layers()) {
      from = add(graph, layer, network.parameters(), from);
    }
    graph.addOutput(rows(from, network.shape().outputs()));
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  private static String add(GraphProto.Builder graph, LayerLayout layer, float[] p, String from) {
    int l = layer.number();
    ByteBuffer w = room(layer.in() * layer.out());
    for (int k = 0; k < layer.in(); k++) {
      for (int j = 0; j < layer.out(); j++) {
        w.putFloat(p[layer.weight(j, k)]);
      }
    }
    ByteBuffer b = room(layer.out());
    for (int j = 0; j < layer.out(); j++) {
      b.putFloat(p[layer.bias(j)]);
    }
    graph.addInitializer(tensor("w" + l, w).addDims(layer.in()).addDims(layer.out()));
    graph.addInitializer(tensor("b" + l, b).addDims(layer.out()));
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType("Gemm")
            .addInput(from)
            .addInput("w" + l)
            .addInput("b" + l)
            .addOutput("z" + l));
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator(layer.layer().activation()))
            .addInput("z" + l)
            .addOutput("a" + l));
    return "a" + l;
  }

  private static String operator(Activation activation) {
    return switch (activation) {
      case IDENTITY -> "Identity";
      case SIGMOID -> "Sigmoid";
      case RELU -> "Relu";
      case SOFTMAX -> "Softmax";
      default -> throw new IllegalArgumentException("No peer computes " + activation + " here.");
    };
  }

  private static ByteBuffer room(int floats) {
    return ByteBuffer.allocate(floats * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static TensorProto.Builder tensor(String name, ByteBuffer values) {
    return TensorProto.newBuilder()
        .setName(name)
        .setDataType(FLOAT)
        .setRawData(ByteString.copyFrom(values.flip()));
  }

  private static ValueInfoProto rows(String name, int width) {
    TensorShapeProto.Builder shape =
        TensorShapeProto.newBuilder()
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("n"))
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(width));
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(TypeProto.Tensor.newBuilder().setElemType(FLOAT).setShape(shape)))
        .build();
  }
}
