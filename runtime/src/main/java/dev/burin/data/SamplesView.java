package dev.burin.data;

/** Some rows of other samples. */
final class SamplesView implements Samples {

  private final Samples base;
  private final int[] chosen;
  private final SampleWeights weights;

  /** The rows have been checked, and nobody else holds the array. */
  SamplesView(Samples base, int[] chosen) {
    this.base = base;
    this.chosen = chosen;
    this.weights = base.weights().view(chosen);
  }

  @Override
  public int size() {
    return chosen.length;
  }

  @Override
  public int inputs() {
    return base.inputs();
  }

  @Override
  public int outputs() {
    return base.outputs();
  }

  @Override
  public SampleWeights weights() {
    return weights;
  }

  @Override
  public void copy(int[] rows, int from, int count, float[] x, int xAt, float[] y, int yAt) {
    Checks.batch(rows, from, count, this, Checks.length(x), xAt, Checks.length(y), yAt);
    for (int i = 0; i < count; i++) {
      // One row of the view is one place in its list of rows.
      base.copy(chosen, rows[from + i], 1, x, xAt + i * inputs(), y, yAt + i * outputs());
    }
  }

  @Override
  public void copy(int[] rows, int from, int count, double[] x, int xAt, double[] y, int yAt) {
    Checks.batch(rows, from, count, this, Checks.length(x), xAt, Checks.length(y), yAt);
    for (int i = 0; i < count; i++) {
      base.copy(chosen, rows[from + i], 1, x, xAt + i * inputs(), y, yAt + i * outputs());
    }
  }

  @Override
  public Samples view(int[] rows) {
    int[] places = Checks.chosen(rows, size());
    for (int i = 0; i < places.length; i++) {
      places[i] = chosen[places[i]];
    }
    return new SamplesView(base, places);
  }

  @Override
  public String toString() {
    return "SamplesView[" + chosen.length + " of " + base + "]";
  }
}
