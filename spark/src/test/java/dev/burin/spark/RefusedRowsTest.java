package dev.burin.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a row is told by its place, in one sentence. */
class RefusedRowsTest {

  private final SparkSession session = Sessions.local();
  private final BurinModel model = BurinModel.of(new BlobsNetwork(7)).setKeptCols("id");

  /** Row 3 has a column that is not as the others. */
  private Dataset<Row> table(int column, Object cell) {
    List<Row> rows = new ArrayList<>(Rows.of(6, 1).rows());
    Object[] cells = new Object[6];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = i == column ? cell : rows.get(3).get(i);
    }
    rows.set(3, RowFactory.create(cells));
    return session.createDataFrame(rows, Rows.schema()).coalesce(1);
  }

  private static List<Row> collect(Dataset<Row> answers) {
    return Causes.tell(answers::collectAsList);
  }

  private void refuses(String column, Dataset<Row> table, String sentence) {
    assertThatThrownBy(() -> collect(model.setFeaturesCol(column).transform(table)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Row 3 of partition 0: " + sentence + " (Rows and partitions are counted from 0.)");
  }

  @Test
  void aMissingCell() {
    refuses(
        "vector",
        table(1, null),
        "column \"vector\" is null, not a vector of 6; fill it, or leave such rows out.");
    refuses(
        "bytes",
        table(4, null),
        "column \"bytes\" is null, not bytes of 6; fill it, or leave such rows out.");
  }

  @Test
  void anotherWidth() {
    refuses(
        "vector",
        table(1, Vectors.dense(1, 2)),
        "column \"vector\" holds 2 numbers, but the network has 6 inputs.");
    refuses(
        "bytes",
        table(4, new byte[7]),
        "column \"bytes\" holds 7 numbers, but the network has 6 inputs.");
    refuses(
        "floats",
        table(2, new float[0]),
        "column \"floats\" holds 0 numbers, but the network has 6 inputs.");
  }

  @Test
  void aNumberThatIsNone() {
    refuses(
        "vector",
        table(1, Vectors.dense(1, 2, Double.NaN, 4, 5, 6)),
        "number 2 of column \"vector\" is NaN; only finite numbers have an answer, so mend or"
            + " leave out this row.");
    refuses(
        "vector",
        table(1, Vectors.sparse(6, new int[] {5}, new double[] {1e300})),
        "number 5 of column \"vector\" is 1.0E300, too large for a float; only finite numbers have"
            + " an answer, so mend or leave out this row.");
    refuses(
        "floats",
        table(2, new float[] {1, 2, 3, 4, Float.NEGATIVE_INFINITY, 6}),
        "number 4 of column \"floats\" is -Infinity; only finite numbers have an answer, so mend or"
            + " leave out this row.");
  }

  @Test
  void aNumberThatIsMissing() {
    refuses(
        "doubles",
        table(3, new Double[] {1.0, 2.0, null, 4.0, 5.0, 6.0}),
        "number 2 of column \"doubles\" is null; fill it, or leave out this row.");
  }

  /** The rows beside it are answered as if it were not there. */
  @ParameterizedTest
  @CsvSource({"skip,1", "skip,4", "keep,1", "keep,4", "keep,128"})
  void orTheRowIsLeftOutOrKeptWithoutAnAnswer(String how, int batch) {
    model.setFeaturesCol("bytes").setBatchSize(batch).setHandleInvalid(how);
    List<Row> all = collect(model.transform(Rows.of(6, 1).table(session).coalesce(1)));
    List<Row> found = collect(model.transform(table(4, new byte[1])));
    if (how.equals("keep")) {
      assertThat(found).hasSize(6);
      assertThat(found.get(3).getLong(0)).isEqualTo(3);
      assertThat(found.get(3).isNullAt(1)).isTrue();
      found = new ArrayList<>(found);
      found.remove(3);
    }
    assertThat(found).hasSize(5);
    assertThat(found.get(3)).isEqualTo(all.get(4));
  }

  @Test
  void aFunctionOfSqlSaysThePartition() {
    model.register(session, "blob_or_not", Answer.PREDICTION);
    table(1, null).createOrReplaceTempView("bad");
    assertThatThrownBy(() -> collect(session.sql("SELECT blob_or_not(vector) FROM bad")))
        .hasMessage(
            "A row of partition 0: the argument of the function is null; fill it, or leave such"
                + " rows out. (Partitions are counted from 0.)");
    assertThatThrownBy(() -> collect(session.sql("SELECT blob_or_not(id) FROM bad")))
        .hasMessageContaining("the argument of the function is a Long; give a vector, an array");
    assertThatThrownBy(() -> collect(session.sql("SELECT blob_or_not(struct(id)) FROM bad")))
        .hasMessageContaining("is a struct, but no encoding lies with the weights; give a vector");
    model.setHandleInvalid("keep").register(session, "blob_or_null", Answer.PREDICTION);
    assertThat(collect(session.sql("SELECT blob_or_null(vector) FROM bad")).get(3).isNullAt(0))
        .isTrue();
  }

  @Test
  void sumsThatOverflow() {
    BlobsNetwork network = new BlobsNetwork(7);
    for (int i = 0; i < network.network().layout().layer(1).bias(); i++) {
      network.network().parameter(i, 1e38);
    }
    StructType schema =
        new StructType().add("features", DataTypes.createArrayType(DataTypes.DoubleType));
    Dataset<Row> table =
        session.createDataFrame(
            List.of(RowFactory.create((Object) new double[] {9, -9, 9, -9, 9, 9})), schema);
    assertThatThrownBy(() -> collect(BurinModel.of(network).transform(table.coalesce(1))))
        .hasMessageContaining("Row 0 of partition 0: the outputs tell no class");
  }
}
