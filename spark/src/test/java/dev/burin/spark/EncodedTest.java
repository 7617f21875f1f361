package dev.burin.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.data.Encoding;
import dev.burin.data.Frame;
import dev.burin.data.NumberColumn;
import dev.burin.data.TextColumn;
import dev.burin.io.WeightsFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Named columns through the encoding that lies with the weights. */
class EncodedTest {

  private static final int N = 60;

  private final SparkSession session = Sessions.local();
  private final double[] length = new double[N];
  private final String[] colour = new String[N];
  private final String[] kind = new String[N];
  private final Encoding encoding = encoding();
  private final BlobsNetwork network = new BlobsNetwork(3);

  private Encoding encoding() {
    for (int i = 0; i < N; i++) {
      length[i] = i % 7 + i / 10.0;
      colour[i] = List.of("red", "green", "blue", "grey", "white").get(i % 5);
      kind[i] = List.of("a", "b", "c").get(i % 3);
    }
    Frame frame =
        new Frame(
            List.of(
                NumberColumn.of("length", length),
                TextColumn.of("colour", colour),
                TextColumn.of("kind", kind)));
    return Encoding.classOf("kind").fit(frame);
  }

  private Dataset<Row> table() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < N; i++) {
      rows.add(RowFactory.create((long) i, colour[i], length[i]));
    }
    StructType schema =
        new StructType()
            .add("id", DataTypes.LongType)
            .add("colour", DataTypes.StringType)
            .add("length", DataTypes.DoubleType);
    return session.createDataFrame(rows, schema);
  }

  @Test
  void rowsHaveTheNamesOfTheirClasses(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("kinds.safetensors");
    WeightsFile.save(file, network, encoding.notes());
    BurinModel model = BurinModel.load(BlobsNetwork.class, file).setClassNameCol("kind");
    assertThat(encoding.inputs()).isEqualTo(Rows.INPUTS);
    List<Row> answers = model.transform(table()).orderBy("id").collectAsList();
    model.register(session, "kind_of", Answer.CLASS_NAME);
    table().createOrReplaceTempView("things");
    List<Row> told =
        session.sql("SELECT kind_of(struct(*)) AS kind FROM things ORDER BY id").collectAsList();
    for (int i = 0; i < N; i++) {
      int expected = network.classOf(encoding.floats(List.of(length[i], colour[i])));
      assertThat(answers.get(i).<Double>getAs("prediction")).isEqualTo(expected);
      assertThat(answers.get(i).<String>getAs("kind")).isEqualTo(encoding.className(expected));
      assertThat(told.get(i).getString(0)).isEqualTo(encoding.className(expected));
    }
  }

  @Test
  void aColumnThatTheEncodingReadsIsMissed() {
    BurinModel model = BurinModel.of(network, encoding.notes());
    assertThatThrownBy(() -> model.transform(table().drop("length")))
        .hasMessage("There is no column \"length\"; the columns are [id, colour].");
    model.register(session, "kind_of", Answer.CLASS_NAME);
    table().createOrReplaceTempView("things");
    assertThatThrownBy(
            () ->
                Causes.tell(() -> session.sql("SELECT kind_of(struct(id)) FROM things").collect()))
        .hasMessageContaining(
            "the struct has no \"length\", which the encoding reads; it has [id].");
    Dataset<Row> odd = table().withColumn("colour", org.apache.spark.sql.functions.lit("pink"));
    assertThatThrownBy(() -> Causes.tell(() -> model.transform(odd).collectAsList()))
        .hasMessageMatching("Row \\d+ of partition \\d+: Column \"colour\" .*pink.*");
  }
}
