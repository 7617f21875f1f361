package dev.burin.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.GetColumnByOrdinal;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoder;
import org.apache.spark.sql.catalyst.encoders.ExpressionEncoder;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.CreateNamedStruct;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GetStructField;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.objects.StaticInvoke;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * Rows as Spark itself has them, given to a function and taken from it without a conversion of
 * their cells: a text is a {@code UTF8String}, an array an {@code ArrayData}, a vector a struct.
 * {@link org.apache.spark.sql.Encoders#row} makes objects of all cells instead, there and back.
 *
 * <p>A row that a function is given is only valid until it asks for the next one: cells that it
 * keeps are to be copied.
 *
 * @param schema of the rows
 */
public record RowStruct(StructType schema) implements AgnosticEncoder<InternalRow> {

  private static final long serialVersionUID = 1;

  /** Rows of a schema. */
  static Encoder<InternalRow> of(StructType schema) {
    return new ExpressionEncoder<>(new RowStruct(schema), taken(schema), given(schema));
  }

  /** A struct of the columns of a table. */
  private static Expression given(StructType schema) {
    List<Expression> cells = new ArrayList<>();
    for (StructField field : schema.fields()) {
      cells.add(name(field));
      cells.add(new GetColumnByOrdinal(cells.size() / 2, field.dataType()));
    }
    return typed(new CreateNamedStruct(seq(cells)), schema);
  }

  /** The columns of a struct. */
  private static Expression taken(StructType schema) {
    Expression row = new BoundReference(0, schema, false);
    List<Expression> cells = new ArrayList<>();
    for (StructField field : schema.fields()) {
      cells.add(name(field));
      cells.add(new GetStructField(row, cells.size() / 2, Option.apply(field.name())));
    }
    return new CreateNamedStruct(seq(cells));
  }

  private static Literal name(StructField field) {
    return Literal.create(field.name(), DataTypes.StringType);
  }

  private static <T> Seq<T> seq(List<T> all) {
    return CollectionConverters.asScala(all).toList();
  }

  /** Says the type of a struct whose fields are not resolved yet, and do not know theirs. */
  private static Expression typed(Expression row, DataType type) {
    return new StaticInvoke(
        RowStruct.class,
        type,
        "itself",
        seq(List.of(row)),
        seq(List.of()),
        true,
        false,
        true,
        Option.empty());
  }

  /** What the code that Spark generates calls. */
  public static InternalRow itself(InternalRow row) {
    return row;
  }

  @Override
  public boolean isPrimitive() {
    return false;
  }

  @Override
  public boolean isStruct() {
    return true;
  }

  @Override
  public DataType dataType() {
    return schema;
  }

  @Override
  public ClassTag<InternalRow> clsTag() {
    return ClassTag$.MODULE$.apply(InternalRow.class);
  }
}
