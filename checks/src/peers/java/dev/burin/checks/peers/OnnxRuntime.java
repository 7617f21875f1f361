package dev.burin.checks.peers;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.burin.network.FloatNetwork;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * ONNX Runtime in its fastest way from Java: one direct buffer for the inputs and one for the
 * outputs, both bound once and used again, all optimizations on.
 */
final class OnnxRuntime implements AutoCloseable {

  private final OrtSession session;
  private final FloatBuffer inputs;
  private final FloatBuffer outputs;
  private final OnnxTensor x;
  private final OnnxTensor a;
  private final Map<String, OnnxTensor> in;
  private final Map<String, OnnxTensor> out;

  OnnxRuntime(FloatNetwork network, int batch, int threads) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      session = environment.createSession(OnnxModel.of(network), options);
    }
    inputs = room(batch, network.shape().inputs());
    outputs = room(batch, network.shape().outputs());
    x = OnnxTensor.createTensor(environment, inputs, shape(batch, network.shape().inputs()));
    a = OnnxTensor.createTensor(environment, outputs, shape(batch, network.shape().outputs()));
    in = Map.of("x", x);
    out = Map.of(session.getOutputNames().iterator().next(), a);
  }

  private static FloatBuffer room(int rows, int width) {
    return ByteBuffer.allocateDirect(rows * width * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  private static long[] shape(int rows, int width) {
    return new long[] {rows, width};
  }

  /** Copies the samples into the bound buffer, where a service's samples must go, and runs. */
  FloatBuffer run(float[] samples) throws OrtException {
    inputs.put(0, samples);
    session.run(in, out).close();
    return outputs;
  }

  @Override
  public void close() throws OrtException {
    x.close();
    a.close();
    session.close();
  }
}
