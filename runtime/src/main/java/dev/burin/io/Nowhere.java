package dev.burin.io;

import dev.burin.Precision;
import dev.burin.network.ParameterSink;
import dev.burin.safetensors.TensorType;
import dev.burin.safetensors.Widening;
import java.nio.ByteBuffer;

/** Takes all parameters of a network of some precision and keeps none. */
record Nowhere(Precision precision) implements ParameterSink {

  @Override
  public void put(int at, int step, double[] values, int from, int count) {}

  @Override
  public int putRows(
      int at, int rowStep, int columnStep, ByteBuffer numbers, int rows, int columns) {
    double[] values = new double[rows * columns];
    Widening.read(TensorType.of(precision), numbers, values, values.length);
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public void multiply(int at, int step, int count, double factor) {}
}
