package dev.burin.checks.peers;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Map;

/** An ONNX file in ONNX Runtime, to see what it computes. */
final class OnnxFile implements AutoCloseable {

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  OnnxFile(byte[] bytes) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      session = environment.createSession(bytes, options);
    }
  }

  /** The first output for n samples, whose rows may have dimensions of their own. */
  double[] run(double[] x, int n, int in, boolean doubles) throws OrtException {
    return run(x, doubles, n, in);
  }

  /** The first output for an input of a shape. */
  double[] run(double[] x, boolean doubles, long... shape) throws OrtException {
    String name = session.getInputNames().iterator().next();
    try (OnnxTensor input = tensor(x, doubles, shape);
        OrtSession.Result result = session.run(Map.of(name, input))) {
      OnnxTensor output = (OnnxTensor) result.get(0);
      if (doubles) {
        DoubleBuffer values = output.getDoubleBuffer();
        double[] y = new double[values.remaining()];
        values.get(y);
        return y;
      }
      FloatBuffer values = output.getFloatBuffer();
      double[] y = new double[values.remaining()];
      for (int i = 0; i < y.length; i++) {
        y[i] = values.get(i);
      }
      return y;
    }
  }

  private OnnxTensor tensor(double[] x, boolean doubles, long... shape) throws OrtException {
    if (doubles) {
      return OnnxTensor.createTensor(environment, DoubleBuffer.wrap(x), shape);
    }
    float[] floats = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      floats[i] = (float) x[i];
    }
    return OnnxTensor.createTensor(environment, FloatBuffer.wrap(floats), shape);
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
