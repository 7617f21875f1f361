package dev.burin.spark;

import org.apache.spark.sql.api.java.UDF1;
import org.jspecify.annotations.Nullable;

/** One answer for one row, as a function of SQL. Each thread of an executor has room of its own. */
final class RowFunction implements UDF1<Object, Object> {

  private static final long serialVersionUID = 1;

  private final Scoring scoring;
  private final int divisor;
  private transient @Nullable ThreadLocal<OneRow> rows;

  /**
   * A function.
   *
   * @param scoring asks for one answer; its inputs are chosen by what is given
   */
  RowFunction(Scoring scoring, int divisor) {
    this.scoring = scoring;
    this.divisor = divisor;
  }

  @Override
  public @Nullable Object call(@Nullable Object features) {
    return rows().get().answer(features);
  }

  /** Tasks run in several threads, and what they work on does not travel. */
  private synchronized ThreadLocal<OneRow> rows() {
    ThreadLocal<OneRow> here = rows;
    if (here == null) {
      here = ThreadLocal.withInitial(() -> new OneRow(scoring, divisor));
      rows = here;
    }
    return here;
  }
}
