package dev.burin.spark;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.data.Encoding;
import dev.burin.data.Frame;
import dev.burin.data.Missing;
import dev.burin.data.NumberColumn;
import dev.burin.data.TextColumn;
import dev.burin.network.FloatNetwork;
import dev.burin.optimize.Momentum;
import dev.burin.train.Order;
import dev.burin.train.Trainer;
import dev.burin.train.TrainerBuilder;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Named columns of numbers and texts, with gaps: the bits of the same encoding on one machine. */
class EncodedTrainingTest {

  private static final int N = 9000;

  private final SparkSession session = Sessions.local();
  private final Frame frame = frame();
  private final Encoding encoding = fit(frame);

  /** The length in which a row of this number differs from others; some have none. */
  private static double length(int i) {
    return i % 11 == 0 ? Double.NaN : (i % 3 * 4 + i % 101) / 7.0;
  }

  private static String colour(int i) {
    return List.of("red", "green", "blue", "grey", "white").get(i % 5);
  }

  private static String kind(int i) {
    return List.of("a", "b", "c").get(i % 3);
  }

  private static Frame frame() {
    double[] length = new double[N];
    String[] colour = new String[N];
    String[] kind = new String[N];
    for (int i = 0; i < N; i++) {
      length[i] = length(i);
      colour[i] = colour(i);
      kind[i] = kind(i);
    }
    return new Frame(
        List.of(
            NumberColumn.of("length", length),
            TextColumn.of("colour", colour),
            TextColumn.of("kind", kind)));
  }

  private static Encoding fit(Frame frame) {
    return Encoding.classOf("kind").missing(Missing.MEAN, "length").fit(frame);
  }

  private Dataset<Row> table() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < N; i++) {
      Double length = Double.isNaN(length(i)) ? null : (Double) length(i);
      rows.add(RowFactory.create((long) i, kind(i), colour(i), length));
    }
    StructType schema =
        new StructType()
            .add("id", DataTypes.LongType)
            .add("kind", DataTypes.StringType)
            .add("colour", DataTypes.StringType)
            .add("length", DataTypes.DoubleType);
    return session.createDataFrame(rows, schema).repartition(4);
  }

  private static TrainerBuilder builder() {
    return Trainer.builder()
        .optimizer(new Momentum(0.2, 0.9))
        .order(Order.shuffled(4))
        .batch(5000)
        .iterations(6);
  }

  private BurinTrainer trainer() {
    return new BurinTrainer(new BlobsNetwork(1), builder().build())
        .setEncoding(encoding)
        .setRowNumberCol("id");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void namedColumnsHaveTheBitsOfOneMachine(int partitions) {
    BurinModel model = trainer().setPartitions(partitions).fit(table());
    FloatNetwork network = new BlobsNetwork(1).network();
    builder().build().train(network, encoding.dataset(frame));
    assertThat((float[]) LocalNetworks.parameters(model.weighted().network()))
        .containsExactly((float[]) LocalNetworks.parameters(network));
  }

  /** What was trained reads the same columns, and after it was saved too. */
  @Test
  void theModelReadsTheSameColumns(@TempDir Path folder) throws Exception {
    BurinModel model = trainer().fit(table());
    String path = folder.resolve("model").toUri().toString();
    model.write().save(path);
    BurinModel loaded = BurinModel.load(path).setClassNameCol("told").setKeptCols("id");
    FloatNetwork network = (FloatNetwork) model.network();
    BlobsNetwork engraved = new BlobsNetwork(network);
    for (Row answer : loaded.transform(table().drop("kind")).limit(200).collectAsList()) {
      int i = (int) answer.getLong(0);
      Double length = Double.isNaN(length(i)) ? null : (Double) length(i);
      List<Object> cells = new ArrayList<>();
      cells.add(length);
      cells.add(colour(i));
      int expected = engraved.classOf(encoding.floats(cells));
      assertThat(answer.<String>getAs("told")).isEqualTo(encoding.className(expected));
    }
    assertThat(trainer().transformSchema(table().schema()).fieldNames()).contains("prediction");
  }

  /** Fitted on the table, an encoding is the one that its rows give on one machine. */
  @Test
  void anEncodingIsFittedOnTheTable() {
    Frame found = Frames.of(table().sort("id").select("length", "colour", "kind"));
    assertThat(fit(found).notes()).isEqualTo(encoding.notes());
    assertThatThrownBy(() -> Frames.of(table().withColumn("bytes", expr("array(1)"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Column \"bytes\" is of type ARRAY<INT>; a frame has numbers and texts, so drop it or"
                + " cast it.");
    assertThatThrownBy(() -> Frames.of(table().limit(0)))
        .hasMessage("The table has no rows; an encoding is fitted on one at least.");
  }

  private void refused(Dataset<Row> rows, String sentence) {
    assertThatThrownBy(() -> trainer().fit(rows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }

  @Test
  void cellsThatTheEncodingDoesNotKnow() {
    refused(
        table().withColumn("colour", expr("if(id = 7, 'pink', colour)")),
        "Row number 7: Column \"colour\" is \"pink\", which the training part did not have; known"
            + " are \"blue\", \"green\", \"grey\", \"red\", \"white\". (Counted from 0.)");
    refused(
        table().withColumn("kind", expr("if(id = 7, 'd', kind)")),
        "Row number 7: Column \"kind\" is \"d\", which is none of the classes \"a\", \"b\", \"c\"."
            + " (Counted from 0.)");
    refused(
        table().withColumn("kind", expr("if(id = 7, null, kind)")),
        "Row number 7: Column \"kind\" is missing; leave out rows without a class. (Counted from"
            + " 0.)");
  }

  @Test
  void whatIsKnownFromTheSchema() {
    refused(
        table().drop("colour"),
        "There is no column \"colour\"; the columns are [id, kind, length].");
    refused(
        table().withColumn("kind", lit(new byte[1])),
        "Column \"kind\" is of type BINARY; the encoding reads numbers and texts.");
    BurinTrainer both = trainer().setTargetCol("label");
    assertThatThrownBy(() -> both.fit(table()))
        .hasMessage("targetCol is \"label\", but the encoding tells its target; give one of both.");
    Encoding narrow = Encoding.classOf("kind").without("colour").missing(Missing.MEAN).fit(frame);
    assertThatThrownBy(() -> trainer().setEncoding(narrow))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The encoding makes 1 inputs and 3 outputs, but the network has 6 and 3; declare such a"
                + " network.");
  }
}
