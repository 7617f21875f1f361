package dev.burin.network;

/** Puts numbers into the live parameters of a float network. */
record FloatSink(float[] parameters) implements ParameterSink {

  @Override
  public void put(int at, int step, double[] values, int from, int count) {
    float[] to = parameters;
    for (int i = 0; i < count; i++) {
      to[at + i * step] = (float) values[from + i];
    }
  }

  @Override
  public void multiply(int at, int step, int count, double factor) {
    float[] to = parameters;
    float rounded = (float) factor;
    for (int i = 0; i < count; i++) {
      to[at + i * step] *= rounded;
    }
  }
}
