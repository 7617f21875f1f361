package dev.burin.spark;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.io.WeightsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be known without a row is refused before any is read. */
class RefusedPlansTest {

  private final SparkSession session = Sessions.local();
  private final Dataset<Row> table = Rows.of(4, 1).table(session);
  private final BurinModel model = BurinModel.of(new BlobsNetwork(7)).setFeaturesCol("vector");

  private static void refused(ThrowingCallable call, String sentence) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(sentence);
  }

  @Test
  void aColumnThatIsNotThere() {
    refused(
        () -> model.setFeaturesCol("pixels").transform(table),
        "There is no column \"pixels\"; the columns are [id, vector, floats, doubles, bytes,"
            + " label].");
    refused(
        () -> model.setFeaturesCol("vector").setKeptCols("name").transform(table),
        "There is no column \"name\"; the columns are [id, vector, floats, doubles, bytes,"
            + " label].");
  }

  @Test
  void aColumnOfAnotherType() {
    refused(
        () -> model.setFeaturesCol("label").transform(table),
        "Column \"label\" is of type INT; features are a vector, an array of numbers, or binary"
            + " with a byte for each input.");
  }

  @Test
  void aVectorThatIsKnownToBeOfAnotherWidth() {
    Dataset<Row> known =
        new VectorAssembler()
            .setInputCols(new String[] {"id", "label"})
            .setOutputCol("two")
            .transform(table);
    refused(
        () -> model.setFeaturesCol("two").transform(known),
        "column \"two\" holds 2 numbers, but the network has 6 inputs.");
  }

  @Test
  void anAnswerThatCannotBeGiven() {
    refused(
        () -> model.setClassNameCol("name").transform(table),
        "The network has no names of classes, as no encoding of classes lies with its weights; ask"
            + " for the prediction instead.");
    BurinModel line = BurinModel.of(new LineNetwork(1)).setFeaturesCol("vector");
    refused(
        () -> line.setProbabilityCol("p").transform(table),
        "The network tells values, which have no probability; ask for the outputs instead.");
    refused(
        () -> line.register(session, "line", Answer.CLASS_NAME),
        "The network has no names of classes, as no encoding of classes lies with its weights; ask"
            + " for the prediction instead.");
  }

  @Test
  void answersThatHaveNoPlace() {
    refused(
        () -> model.setPredictionCol("Label").transform(table),
        "There is a column \"Label\" already; give another name to predictionCol.");
    refused(
        () -> model.setPredictionCol("").transform(table),
        "No column is asked for; give a name to that of the prediction, for instance.");
  }

  @Test
  void whatIsNull() {
    assertThatThrownBy(() -> model.transform(null)).hasMessage("The table is null; give one.");
    assertThatThrownBy(() -> model.setFeaturesCol(null))
        .hasMessage("featuresCol is null; give the name of a column.");
    assertThatThrownBy(() -> model.setKeptCols("id", null))
        .hasMessage("One of keptCols is null; give the name of a column.");
  }

  @Test
  void settingsOutOfRange() {
    refused(
        () -> model.setKeptCols("id", "id").transform(table),
        "Column \"id\" is to stay twice; name it once in keptCols.");
    refused(() -> model.setBatchSize(0), "The batch size is 0; give 1 to 65536.");
    refused(() -> model.setDivisor(-1), "The divisor is -1; give 1 to 16777216.");
    refused(
        () -> model.setHandleInvalid("drop"),
        "handleInvalid is \"drop\"; give one of [error, skip, keep].");
  }

  @Test
  void whatIsNoGeneratedClass() {
    refused(
        () -> BurinModel.of(new BlobsNetwork(1).network()),
        "The network is given without its class, which executors need to make one of their own;"
            + " give the object of the generated class, such as new DigitsNetwork().");
    refused(
        () -> EngravedClass.named("app.Missing"),
        "There is no class app.Missing here; give its binary name, and its jar to spark-submit or"
            + " with --jars.");
    refused(
        () -> EngravedClass.named(Blobs.class.getName()),
        "dev.burin.spark.Blobs is no generated class; give the one that the processor writes,"
            + " which is called as the interface with Network behind it.");
  }

  @Test
  void weightsOfAnotherDeclaration(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("line.safetensors");
    WeightsFile.save(file, new LineNetwork(1));
    assertThatThrownBy(() -> BurinModel.load(BlobsNetwork.class, file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line.safetensors");
    EngravedClass other =
        new EngravedClass(
            BlobsNetwork.class.getName(), EngravedClass.of(new LineNetwork(1)).declaration());
    assertThatThrownBy(other::network)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(
            "is not the declaration that the driver has; give all of them one jar");
  }

  @Test
  void aFolderThatWasTampered(@TempDir Path folder) throws IOException {
    String path = folder.resolve("model").toUri().toString();
    model.write().save(path);
    Path weights = folder.resolve("model").resolve(ModelFolder.WEIGHTS);
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 1] ^= 1;
    // Hadoop keeps a checksum of its own beside the file.
    Files.deleteIfExists(weights.resolveSibling("." + ModelFolder.WEIGHTS + ".crc"));
    Files.write(weights, bytes);
    assertThatThrownBy(() -> BurinModel.load(path))
        .hasMessageContaining(ModelFolder.WEIGHTS)
        .hasMessageContaining("checksum");
    WeightsFile.save(weights, new BlobsNetwork(1), Map.of());
    assertThatThrownBy(() -> BurinModel.load(path))
        .hasMessageContaining("it names no class")
        .hasMessageContaining("a model that BurinModel saved");
  }

  @Test
  void aFolderOfAnotherDeclaration(@TempDir Path folder) throws IOException {
    String path = folder.resolve("model").toUri().toString();
    model.write().save(path);
    Path weights = folder.resolve("model").resolve(ModelFolder.WEIGHTS);
    Files.deleteIfExists(weights.resolveSibling("." + ModelFolder.WEIGHTS + ".crc"));
    WeightsFile.save(
        weights, new LineNetwork(1), Map.of("network class", BlobsNetwork.class.getName()));
    assertThatThrownBy(() -> BurinModel.load(path))
        .hasMessageContaining("The model in ")
        .hasMessageContaining(folder.resolve("model") + " cannot be")
        .hasMessageContaining("cannot be loaded into the class dev.burin.spark.BlobsNetwork here");
  }
}
