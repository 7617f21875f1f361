package dev.burin.spark;

import dev.burin.data.Dataset;
import dev.burin.data.FloatTable;
import dev.burin.data.SampleWeights;
import dev.burin.data.Samples;
import dev.burin.data.Shuffle;
import dev.burin.network.DoublePartialSums;
import dev.burin.network.FloatNetwork;
import dev.burin.network.FloatPartialSums;
import dev.burin.shape.NetworkShape;
import dev.burin.train.DistributedSamples;
import dev.burin.train.DoubleWork;
import dev.burin.train.FloatWork;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The samples of a table, in the memory of the executors: each keeps whole blocks of the table, by
 * the numbers of the rows and never by the partition that they came in.
 */
final class SparkSamples implements DistributedSamples, AutoCloseable {

  private static final int SOME = 256;

  private final EngravedClass type;
  private final NetworkShape shape;
  private final int divisor;
  private final SampleWeights weights;
  private final Layout rows;
  private @Nullable Layout order;
  private int windowUnit = -1;
  private @Nullable BlockRows window;

  /**
   * Samples that lie in blocks already.
   *
   * @param rows the blocks of the table
   * @param weights of all samples, or none
   */
  SparkSamples(EngravedClass type, Layout rows, int divisor, SampleWeights weights) {
    this.type = type;
    this.shape = ((FloatNetwork) type.network()).shape();
    this.rows = rows;
    this.divisor = divisor;
    this.weights = weights;
  }

  /** Each number was looked at when it was read. */
  @Override
  public void check(NetworkShape network) {}

  @Override
  public Samples some() {
    int n = Math.min(SOME, size());
    float[] x = new float[n * inputs()];
    float[] y = new float[n * outputs()];
    int[] first = Shuffle.identity(n);
    copy(first, 0, n, x, y);
    return new Dataset(new FloatTable(n, inputs(), x), new FloatTable(n, outputs(), y))
        .weighted(weights.view(first));
  }

  @Override
  public FloatPartialSums sums(FloatWork work) {
    if (work.from() % work.batch() != 0) {
      throw new IllegalStateException("A batch begins at place " + work.from() + " of its order.");
    }
    Layout layout = layout(work);
    int length = type.network().layout().length();
    BatchPart part =
        new BatchPart(
            type,
            Arrays.copyOf(work.parameters(), length),
            work.from() / work.batch(),
            work.total(),
            work.gradient(),
            work.seed(),
            work.step(),
            divisor);
    FloatPartialSums sums =
        work.gradient() ? new FloatPartialSums(length, 0) : FloatPartialSums.ofLosses(0);
    for (PartialSum sum : layout.compute(part)) {
      sums.addSum(sum.level(), sum.gradient(), sum.loss());
    }
    return sums;
  }

  /** The blocks of an order: those of the table, those of the last batch, or new ones. */
  private Layout layout(FloatWork work) {
    Division division = Division.ofBatches(work.order().length, work.batch());
    if (rows.isOf(work.order(), division)) {
      return rows;
    }
    Layout known = order;
    if (known == null || !known.isOf(work.order(), division)) {
      Layout made = rows.reordered(work.order(), division);
      if (known != null) {
        known.close();
      }
      order = made;
      return made;
    }
    return known;
  }

  @Override
  public DoublePartialSums sums(DoubleWork work) {
    throw new IllegalArgumentException(
        "Executors compute in float; declare precision = FLOAT, or train on one machine.");
  }

  @Override
  public SampleWeights weights() {
    return weights;
  }

  @Override
  public int size() {
    return rows.division().samples();
  }

  @Override
  public int inputs() {
    return shape.inputs();
  }

  @Override
  public int outputs() {
    return shape.outputs();
  }

  @Override
  public void copy(int[] from, int at, int count, float[] x, int xAt, float[] y, int yAt) {
    Objects.checkFromIndexSize(at, count, from.length);
    float[] quotients = Quotients.of(divisor);
    for (int i = 0; i < count; i++) {
      int row = Objects.checkIndex(from[at + i], size());
      BlockRows block = block(rows.division().unit(row));
      int place = row - rows.division().place(block.unit());
      block.read(place, place + 1, quotients, x, xAt + i * inputs(), y, yAt + i * outputs());
    }
  }

  /** The block that was fetched last is kept: samples are mostly copied in their order. */
  private synchronized BlockRows block(int unit) {
    BlockRows known = window;
    if (known == null || windowUnit != unit) {
      known = rows.fetch(unit);
      window = known;
      windowUnit = unit;
    }
    return known;
  }

  @Override
  public void copy(int[] from, int at, int count, double[] x, int xAt, double[] y, int yAt) {
    float[] narrowX = new float[count * inputs()];
    float[] narrowY = new float[count * outputs()];
    copy(from, at, count, narrowX, 0, narrowY, 0);
    Widened.copy(narrowX, x, xAt);
    Widened.copy(narrowY, y, yAt);
  }

  /** Gives the memory of the executors back. */
  @Override
  public void close() {
    rows.close();
    Layout made = order;
    if (made != null) {
      made.close();
    }
  }

  @Override
  public String toString() {
    return "SparkSamples[" + rows + "]";
  }
}
