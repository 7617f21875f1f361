package dev.burin.train;

import dev.burin.data.FloatTable;
import dev.burin.data.Table;
import dev.burin.network.FloatNetwork;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Samples that are records, as the table that their network reads. */
final class FloatRecordTable {

  private FloatRecordTable() {}

  /** The numbers of all records, by rows. */
  static <S> Table of(
      FloatNetwork network, List<S> samples, Function<? super S, ? extends Record> input) {
    int columns = network.shape().inputs();
    float[] x = new float[RecordSamples.room(samples.size(), columns)];
    for (int i = 0; i < samples.size(); i++) {
      Record record = RecordSamples.part(samples, i, input, "record");
      network.records().read(record, x, i * columns);
      for (int j = 0; j < columns; j++) {
        if (!Float.isFinite(x[i * columns + j])) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "Component %s of sample %d is %s as a float; a training needs finite numbers,"
                      + " so replace it or leave the sample out.",
                  network.records().names(record).get(j),
                  i,
                  x[i * columns + j]));
        }
      }
    }
    return new FloatTable(samples.size(), columns, x);
  }
}
