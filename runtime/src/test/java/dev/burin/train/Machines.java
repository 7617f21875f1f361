package dev.burin.train;

import dev.burin.data.SampleWeights;
import dev.burin.data.Samples;
import dev.burin.kernel.Law;
import dev.burin.network.DoubleBatch;
import dev.burin.network.DoubleBlocks;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.DoublePartialSums;
import dev.burin.network.FloatBatch;
import dev.burin.network.FloatBlocks;
import dev.burin.network.FloatNetwork;
import dev.burin.network.FloatPartialSums;
import dev.burin.network.NeuralNetwork;
import dev.burin.shape.NetworkShape;

/** Samples as some machines of a cluster would have them: each computes a range of blocks. */
final class Machines implements DistributedSamples {

  private final NeuralNetwork network;
  private final Samples samples;
  private final int machines;

  Machines(NeuralNetwork like, Samples samples, int machines) {
    this.network =
        switch (like) {
          case FloatNetwork n -> n.another();
          case DoubleNetwork n -> n.another();
        };
    this.samples = samples;
    this.machines = machines;
  }

  @Override
  public void check(NetworkShape shape) {
    DataCheck.check(shape, samples);
  }

  @Override
  public Samples some() {
    return samples;
  }

  @Override
  public FloatPartialSums sums(FloatWork work) {
    FloatNetwork copy = (FloatNetwork) network;
    copy.parameters(work.parameters());
    int length = copy.layout().length();
    int blocks = Law.blocks(work.count());
    FloatPartialSums all =
        work.gradient() ? new FloatPartialSums(length, 0) : FloatPartialSums.ofLosses(0);
    for (int machine = 0; machine < machines; machine++) {
      int first = machine * blocks / machines;
      int end = (machine + 1) * blocks / machines;
      if (first < end) {
        int row = first * Law.BLOCK;
        int rows = Math.min(end * Law.BLOCK, work.count()) - row;
        FloatBlocks own = new FloatBlocks(copy, rows, 1 + machine % 2);
        FloatBatch batch = batch(work.order(), work.from() + row, rows);
        FloatPartialSums part;
        if (work.gradient()) {
          part = new FloatPartialSums(length, first);
          own.dropout(work.seed(), work.step());
          own.addGradients(batch, rows, work.total(), part);
        } else {
          part = FloatPartialSums.ofLosses(first);
          own.addLosses(batch, rows, work.total(), part);
        }
        for (int i = 0; i < part.size(); i++) {
          all.addSum(part.level(i), part.gradient(i), part.loss(i));
        }
      }
    }
    return all;
  }

  /** Rows of an order as one machine has them, with their weights. */
  private FloatBatch batch(int[] order, int begin, int n) {
    float[] weights = new float[weights().isNone() ? 0 : n];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) weights().get(order[begin + i]);
    }
    return new FloatBatch() {
      @Override
      public void read(int from, int to, float[] x, int xAt, float[] y, int yAt) {
        samples.copy(order, begin + from, to - from, x, xAt, y, yAt);
      }

      @Override
      public float[] weights() {
        return weights;
      }
    };
  }

  @Override
  public DoublePartialSums sums(DoubleWork work) {
    DoubleNetwork copy = (DoubleNetwork) network;
    copy.parameters(work.parameters());
    DoublePartialSums all =
        work.gradient()
            ? new DoublePartialSums(copy.layout().length(), 0)
            : DoublePartialSums.ofLosses(0);
    DoubleBlocks own = new DoubleBlocks(copy, Law.BLOCK, 1);
    own.dropout(work.seed(), work.step());
    for (int row = 0; row < work.count(); row += Law.BLOCK) {
      int begin = work.from() + row;
      DoubleBatch batch =
          (from, to, x, xAt, y, yAt) ->
              samples.copy(work.order(), begin + from, to - from, x, xAt, y, yAt);
      int rows = Math.min(Law.BLOCK, work.count() - row);
      if (work.gradient()) {
        own.addGradients(batch, rows, work.total(), all);
      } else {
        own.addLosses(batch, rows, work.total(), all);
      }
    }
    return all;
  }

  @Override
  public SampleWeights weights() {
    return samples.weights();
  }

  @Override
  public int size() {
    return samples.size();
  }

  @Override
  public int inputs() {
    return samples.inputs();
  }

  @Override
  public int outputs() {
    return samples.outputs();
  }

  @Override
  public void copy(int[] rows, int from, int count, float[] x, int xAt, float[] y, int yAt) {
    samples.copy(rows, from, count, x, xAt, y, yAt);
  }

  @Override
  public void copy(int[] rows, int from, int count, double[] x, int xAt, double[] y, int yAt) {
    samples.copy(rows, from, count, x, xAt, y, yAt);
  }
}
