package dev.burin.spark;

import dev.burin.data.Encoding;
import dev.burin.shape.NetworkShape;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.ml.param.Param;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** What a model makes of a table, decided from its schema before any row is read. */
final class ModelPlan {

  private final BurinModel model;
  private final Inputs inputs;
  private final List<StructField> kept = new ArrayList<>();
  private final Map<Answer, String> answers = new EnumMap<>(Answer.class);

  ModelPlan(BurinModel model, StructType schema) {
    this.model = model;
    this.inputs = inputs(model, schema);
    if (model.isSet(model.keptCols())) {
      for (String name : model.getOrDefault(model.keptCols())) {
        StructField field = InputPlan.field(schema, name);
        if (kept.contains(field)) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT, "Column \"%s\" is to stay twice; name it once in keptCols.", name));
        }
        kept.add(field);
      }
    } else {
      kept.addAll(List.of(schema.fields()));
    }
    ask(Answer.PREDICTION, model.predictionCol());
    ask(Answer.PROBABILITY, model.probabilityCol());
    ask(Answer.CLASS_NAME, model.classNameCol());
    ask(Answer.OUTPUTS, model.outputsCol());
    if (answers.isEmpty()) {
      throw new IllegalArgumentException(
          "No column is asked for; give a name to that of the prediction, for instance.");
    }
  }

  private static Inputs inputs(BurinModel model, StructType schema) {
    NetworkShape shape = model.weighted().network().shape();
    Map<String, String> notes = model.weighted().notes();
    if (notes.containsKey(Encoding.NOTE) && !model.isSet(model.featuresCol())) {
      int width = Encoding.of(notes).inputs();
      if (width != shape.inputs()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "The encoding makes %d inputs, but the network has %d; it belongs to another one.",
                width,
                shape.inputs()));
      }
      return InputPlan.encoded(schema, notes);
    }
    return InputPlan.ofColumn(
        schema, model.getOrDefault(model.featuresCol()), shape.inputs(), divisor(model));
  }

  private static int divisor(BurinModel model) {
    return (Integer) model.getOrDefault(model.divisor());
  }

  private void ask(Answer answer, Param<String> column) {
    String name = model.getOrDefault(column);
    if (name.isEmpty()) {
      return;
    }
    teller(model).check(answer);
    boolean taken = answers.containsValue(name);
    for (StructField field : kept) {
      taken |= field.name().equalsIgnoreCase(name);
    }
    if (taken) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "There is a column \"%s\" already; give another name to %s.",
              name,
              column.name()));
    }
    answers.put(answer, name);
  }

  private static Teller teller(BurinModel model) {
    return new Teller(model.weighted().network().shape(), model.weighted().notes());
  }

  private static Invalid invalid(BurinModel model) {
    return Invalid.of(model.getOrDefault(model.handleInvalid()));
  }

  /** The schema of the result. */
  StructType result() {
    StructType all = new StructType(kept.toArray(StructField[]::new));
    boolean nullable = invalid(model) == Invalid.KEEP;
    for (var answer : answers.entrySet()) {
      all = all.add(answer.getValue(), answer.getKey().type(), nullable);
    }
    return all;
  }

  /** The result, which is computed when it is asked for. */
  Dataset<Row> apply(Dataset<Row> table) {
    List<Column> read = new ArrayList<>();
    for (StructField field : kept) {
      read.add(column(field.name()));
    }
    // Those that are kept and read are there twice, and as cheap as once: rows hold references.
    for (String name : inputs.columns()) {
      read.add(column(name));
    }
    SparkSession session = table.sparkSession();
    Scoring scoring = scoring(model, session, inputs, List.copyOf(answers.keySet()));
    int batch = (Integer) model.getOrDefault(model.batchSize());
    List<DataType> stay = kept.stream().map(StructField::dataType).toList();
    Dataset<Row> cells = table.select(read.toArray(Column[]::new));
    return cells
        .as(RowStruct.of(cells.schema()))
        .mapPartitions(new PartitionScoring(scoring, stay, batch), RowStruct.of(result()))
        .toDF();
  }

  /** A column by its name, whatever characters it has. */
  static Column column(String name) {
    return functions.col("`" + name.replace("`", "``") + "`");
  }

  /** One answer as a function of SQL. */
  static RowFunction function(BurinModel model, SparkSession session, Answer answer) {
    Objects.requireNonNull(answer, "The answer is null; ask for Answer.PREDICTION, for instance.");
    teller(model).check(answer);
    Inputs byArgument = new Inputs.OfBytes("", 1, divisor(model));
    return new RowFunction(scoring(model, session, byArgument, List.of(answer)), divisor(model));
  }

  private static Scoring scoring(
      BurinModel model, SparkSession session, Inputs inputs, List<Answer> answers) {
    WeightedClass weighted = model.weighted();
    return new Scoring(
        weighted.type(),
        weighted.send(session.sparkContext()),
        weighted.notes(),
        inputs,
        answers,
        invalid(model));
  }
}
