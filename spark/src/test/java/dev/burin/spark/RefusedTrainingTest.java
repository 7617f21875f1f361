package dev.burin.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.optimize.Sgd;
import dev.burin.train.Trainer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** What a training does not begin with, each in one sentence. */
class RefusedTrainingTest {

  private final SparkSession session = Sessions.local();
  private final Dataset<Row> table = Rows.of(50, 1).table(session);
  private final Trainer one = Trainer.builder().optimizer(new Sgd(0.1)).iterations(1).build();
  private final BurinTrainer trainer =
      new BurinTrainer(new BlobsNetwork(1), one).setFeaturesCol("vector").setRowNumberCol("id");

  private void refused(Dataset<Row> rows, String sentence) {
    assertThatThrownBy(() -> trainer.fit(rows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void rowsWithoutNumbers() {
    trainer.set(trainer.rowNumberCol(), "");
    refused(table, "The samples of a training have an order: give either the column that holds");
    trainer.setOrderCols("label");
    refused(table, "Some rows are equal in [label], so that these columns do not order them;");
    trainer.setOrderCols("number");
    refused(table, "There is no column \"number\"; the columns are");
  }

  @Test
  void numbersThatAreNotThoseOfRows() {
    String rule = "the column of row numbers holds each from 0 on once";
    refused(table.withColumn("id", col("id").plus(1)), "A row has number 50, but the table has 50");
    refused(table.withColumn("id", expr("id - id % 2")), " is twice: " + rule);
    refused(table.withColumn("id", expr("if(id = 7, null, id)")), "The number of a row is null");
    refused(table.withColumn("id", col("id").cast("double")), "Column \"id\" is of type DOUBLE;");
    refused(table.limit(0), "The table has 0 rows; a training takes from 1 to");
  }

  @Test
  void cellsThatTeachNothing() {
    refused(
        table.withColumn("label", expr("if(id = 7, 3, label)")),
        "Row number 7: column \"label\" is 3.0, which is no class: they are counted from 0 to 2.");
    trainer.setFeaturesCol("doubles");
    refused(
        table.withColumn(
            "doubles", expr("if(id = 8, array(1D, double('NaN'), 3D, 4D, 5D, 6D), doubles)")),
        "Row number 8: number 1 of column \"doubles\" is NaN; only finite numbers");
    refused(table.withColumn("label", lit("x")), "Column \"label\" is of type STRING; targets are");
    assertThatThrownBy(
            () ->
                trainer.fit(
                    table.withColumn("label", expr("array(if(id = 8, 0.6D, 0.5D), 0.5D, 0D)"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Row 8 of the targets sums to 1.1, but CROSS_ENTROPY takes rows that sum to 1; drop"
                + " samples without a class, and for several classes at once declare SIGMOID outputs"
                + " with BINARY_CROSS_ENTROPY (rows are counted from 0).");
    refused(
        table.withColumn("label", expr("if(id = 8, null, label)")),
        "Row number 8: column \"label\" is null; say what is wanted of this row, or leave it out.");
    refused(
        table.withColumn("label", expr("array(1D, if(id = 8, null, 0D), 0D)")),
        "Row number 8: number 1 of column \"label\" is null; fill it, or leave out this row.");
  }

  @Test
  void whatIsNoTable() {
    refused(
        session.readStream().format("rate").load(),
        "The table is a stream, which does not end; train on a table of what it has brought.");
    assertThatThrownBy(() -> trainer.fit((Dataset<?>) null))
        .hasMessage("The table is null; give one.");
    assertThatThrownBy(() -> trainer.setWeightCol(null))
        .hasMessage("weightCol is null; give the name of a column.");
  }

  @Test
  void networksOfDoubles() {
    assertThatThrownBy(() -> new BurinTrainer(new LineNetwork(1), one))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Executors compute gradients in float; declare precision = FLOAT, or train on one"
                + " machine.");
  }
}
