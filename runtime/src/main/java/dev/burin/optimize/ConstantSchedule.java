package dev.burin.optimize;

/** No schedule. */
record ConstantSchedule() implements Schedule {

  @Override
  public double factor(long update, int epoch) {
    return 1;
  }

  @Override
  public String toString() {
    return "constant learning rate";
  }
}
