package dev.burin.spark;

import dev.burin.data.Encoding;
import dev.burin.shape.NetworkShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.param.Param;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** How the rows of a table become the samples of a training, decided before any row is read. */
final class TablePlan {

  private final BurinTrainer settings;
  private final EngravedClass type;
  private final Dataset<Row> table;
  private final NetworkShape shape;
  private final Inputs inputs;
  private final Targets targets;
  private final WeightPlan weighted;
  private final String number;
  private final String[] order;

  TablePlan(BurinTrainer settings, EngravedClass type, Dataset<?> dataset) {
    this.settings = settings;
    this.type = type;
    this.table = Settings.given(dataset).toDF();
    if (table.isStreaming()) {
      throw new IllegalArgumentException(
          "The table is a stream, which does not end; train on a table of what it has brought.");
    }
    this.shape = type.network().shape();
    StructType schema = dataset.schema();
    this.weighted = WeightPlan.of(settings, schema);
    Optional<Encoding> encoding = settings.encoding();
    if (encoding.isPresent()) {
      refuseWithEncoding(settings.featuresCol(), "reads its columns");
      refuseWithEncoding(settings.targetCol(), "tells its target");
      Map<String, String> notes = encoding.get().notes();
      this.inputs = InputPlan.encoded(schema, notes);
      this.targets = InputPlan.encodedTarget(schema, notes, shape.loss());
    } else {
      String features = settings.getOrDefault(settings.featuresCol());
      this.inputs = InputPlan.ofColumn(schema, features, shape.inputs(), divisor());
      String target = settings.getOrDefault(settings.targetCol());
      this.targets = Targets.ofColumn(schema, target, shape.outputs(), shape.loss());
    }
    this.number = settings.getOrDefault(settings.rowNumberCol());
    this.order = settings.getOrDefault(settings.orderCols());
    checkNumbers(schema);
  }

  private int divisor() {
    return (Integer) settings.getOrDefault(settings.divisor());
  }

  private void refuseWithEncoding(Param<String> column, String does) {
    if (settings.isSet(column)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is \"%s\", but the encoding %s; give one of both.",
              column.name(),
              settings.getOrDefault(column),
              does));
    }
  }

  private void checkNumbers(StructType schema) {
    if (number.isEmpty() == (order.length == 0)) {
      throw new IllegalArgumentException(
          "The samples of a training have an order: give either the column that holds the number"
              + " of each row, from 0 on, or the columns in whose order rows are numbered.");
    }
    for (String column : order) {
      InputPlan.field(schema, column);
    }
    if (!number.isEmpty()) {
      String sql = InputPlan.field(schema, number).dataType().sql();
      if (!List.of("TINYINT", "SMALLINT", "INT", "BIGINT").contains(sql)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Column \"%s\" is of type %s; numbers of rows are whole numbers.",
                number,
                sql));
      }
    }
  }

  /** The samples, in the memory of the executors. */
  SparkSamples samples() {
    Layout layout = layout();
    return new SparkSamples(type, layout, divisor(), layout.weights());
  }

  /** The blocks of the table, in the memory of the executors. */
  Layout layout() {
    return Causes.tell(
        () -> {
          Layout layout = blocks();
          try {
            layout.fill();
            return layout;
          } catch (RuntimeException | Error e) {
            layout.close();
            throw e;
          }
        });
  }

  private Layout blocks() {
    int rows = rows();
    JavaRDD<InternalRow> read = read();
    int own = inputs.columns().size() + 2;
    JavaPairRDD<InternalRow, Long> numbered =
        order.length == 0 ? read.mapToPair(new NumberOfRow(own)) : read.zipWithIndex();
    Weights weights = Causes.tell(() -> weighted.weights(numbered, inputs, targets, rows));
    int samples = weights.samples(rows);
    SampleReader reader =
        new SampleReader(
            inputs,
            targets,
            JavaSparkContext.fromSparkContext(read.context()).broadcast(weights),
            rows,
            Division.ofBatches(samples, samples),
            shape.inputs());
    int given = (Integer) settings.getOrDefault(settings.partitions());
    int partitions = given == 0 ? table.sparkSession().sparkContext().defaultParallelism() : given;
    return Layout.of(reader, partitions, numbered);
  }

  private int rows() {
    long rows = table.count();
    if (rows == 0 || rows > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The table has %d rows; a training takes from 1 to %d.",
              rows,
              Integer.MAX_VALUE - 8));
    }
    return (int) rows;
  }

  /** The columns that are needed, in the order of the rows where they are numbered by it. */
  private JavaRDD<InternalRow> read() {
    List<Column> columns = new ArrayList<>();
    for (String column : inputs.columns()) {
      columns.add(ModelPlan.column(column));
    }
    columns.add(ModelPlan.column(targets.column()));
    columns.add(weighted.cell());
    if (order.length == 0) {
      columns.add(ModelPlan.column(number).cast("long"));
      return cells(table.select(columns.toArray(Column[]::new)));
    }
    Column[] by = Arrays.stream(order).map(ModelPlan::column).toArray(Column[]::new);
    long ties = table.groupBy(by).count().filter(functions.col("count").gt(1)).limit(1).count();
    if (ties > 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Some rows are equal in %s, so that these columns do not order them; add a column"
                  + " that tells rows apart.",
              Arrays.toString(order)));
    }
    return cells(table.sort(by).select(columns.toArray(Column[]::new)));
  }

  private static JavaRDD<InternalRow> cells(Dataset<Row> rows) {
    return rows.as(RowStruct.of(rows.schema())).toJavaRDD();
  }
}
