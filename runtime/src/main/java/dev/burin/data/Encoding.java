package dev.burin.data;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a {@link Frame} become the numbers that a network reads and learns, and its
 * answers classes or values again. Fitted on the training part alone; immutable; prints itself.
 *
 * <pre>{@code
 * Frame flowers = Csv.withoutHeader().read(Path.of("iris.csv"));
 * Encoded data = Encoding.classOf("5").split(flowers, 0.8, 1);
 * trainer.train(network, data.train());
 * WeightsFile.save(file, network, data.encoding().notes());
 * }</pre>
 *
 * <p>Another program gets it back with the weights, and the same numbers from the same rows:
 *
 * <pre>{@code
 * Encoding encoding = Encoding.of(WeightsFile.loadWithNotes(file, network));
 * String name = encoding.className(network.predict(encoding.floats(row)));
 * }</pre>
 */
public final class Encoding {

  /** The name of the note of a weights file that keeps an encoding. */
  public static final String NOTE = "encoding";

  private final List<Code> codes;
  private final Answer answer;
  private final int inputs;

  Encoding(List<Code> codes, Answer answer) {
    this.codes = List.copyOf(codes);
    this.answer = answer;
    this.inputs = codes.stream().mapToInt(Code::width).sum();
  }

  /** An encoding whose network tells the class in a column. */
  public static EncodingBuilder classOf(String target) {
    return new EncodingBuilder(Checks.given(target, "name of the target column"), true);
  }

  /**
   * An encoding whose network tells the number in a column, which it learns standardized: {@link
   * #value} makes of an output the number that was meant.
   */
  public static EncodingBuilder valueOf(String target) {
    return new EncodingBuilder(Checks.given(target, "name of the target column"), false);
  }

  /**
   * The encoding that was saved with weights.
   *
   * @param notes what {@code WeightsFile.loadWithNotes} gave
   * @throws IllegalArgumentException if there is none among them, or one that this version does not
   *     read
   */
  public static Encoding of(Map<String, String> notes) {
    String text = Checks.given(notes, "notes").get(NOTE);
    if (text == null) {
      throw new IllegalArgumentException(
          "There is no encoding among the notes "
              + notes.keySet()
              + "; save the weights with encoding.notes().");
    }
    return EncodingText.parse(text);
  }

  /** The note that keeps this encoding, for {@code WeightsFile.save(file, network, notes)}. */
  public Map<String, String> notes() {
    return Map.of(NOTE, EncodingText.of(codes, answer));
  }

  /** The names of the columns that are read, in their order; the target is none of them. */
  public List<String> columns() {
    return codes.stream().map(Code::column).toList();
  }

  /** The name of the column that holds what the network tells. */
  public String target() {
    return answer.column();
  }

  /** Whether the answer is one of some classes, and not a value. */
  public boolean tellsClasses() {
    return answer instanceof Answer.Classes;
  }

  /** The width of a sample: how many inputs the network has. */
  public int inputs() {
    return inputs;
  }

  /** The width of an answer: 1 for a value or two classes, else the number of classes. */
  public int outputs() {
    return answer instanceof Answer.Classes classes && classes.names().size() > 2
        ? classes.names().size()
        : 1;
  }

  /**
   * The classes in their order, sorted as numbers if they all are numbers, else as texts.
   *
   * @throws IllegalStateException if the answer is a value
   */
  public List<String> classes() {
    return classTable().names();
  }

  /**
   * The name of a class that a network gave.
   *
   * @throws IndexOutOfBoundsException if there is no class of this number
   * @throws IllegalStateException if the answer is a value
   */
  public String className(int number) {
    return classes().get(Objects.checkIndex(number, classes().size()));
  }

  /**
   * The number that an output of the network stands for.
   *
   * @throws IllegalStateException if the answer is a class
   */
  public double value(double output) {
    if (answer instanceof Answer.Value value) {
      return output * value.divisor() + value.shift();
    }
    throw new IllegalStateException("The answer is a class; className(number) names it.");
  }

  private Answer.Classes classTable() {
    if (answer instanceof Answer.Classes classes) {
      return classes;
    }
    throw new IllegalStateException("The answer is a number; value(output) gives it.");
  }

  /**
   * The inputs for all rows of a frame, which needs no target column.
   *
   * @return {@code [rows][inputs]}, computed in double
   * @throws IllegalArgumentException if a column is absent, a cell that may not be is missing, or a
   *     text was not among those of the training part; the message names row and column
   */
  public Table features(Frame frame) {
    Checks.given(frame, "frame");
    double[] x = new double[Checks.elements(frame.rows(), inputs)];
    int at = 0;
    for (Code code : codes) {
      Column column = frame.column(code.column());
      for (int i = 0; i < frame.rows(); i++) {
        code.encode(Cell.of(column, i), x, i * inputs + at);
      }
      at += code.width();
    }
    return new DoubleTable(frame.rows(), inputs, x);
  }

  /**
   * The classes of all rows.
   *
   * @throws IllegalArgumentException if one is missing or unknown
   * @throws IllegalStateException if the answer is a value
   */
  public Labels labels(Frame frame) {
    Answer.Classes classes = classTable();
    Column column = Checks.given(frame, "frame").column(classes.column());
    int[] labels = new int[frame.rows()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = classes.of(Cell.of(column, i));
    }
    return Labels.of(labels);
  }

  /**
   * Samples with their targets: one column of 0 and 1 for two classes, one column per class for
   * more, or the standardized value.
   *
   * @throws IllegalArgumentException as {@link #features(Frame)} says, and if a target is missing
   *     or unknown
   */
  public Dataset dataset(Frame frame) {
    Table features = features(frame);
    return switch (answer) {
      case Answer.Classes classes -> {
        Labels labels = labels(frame);
        int n = classes.names().size();
        yield new Dataset(features, n > 2 ? labels.oneHot(n) : labels.binary());
      }
      case Answer.Value value -> {
        Column column = frame.column(value.column());
        double[] y = new double[frame.rows()];
        for (int i = 0; i < y.length; i++) {
          y[i] = value.of(Cell.of(column, i));
        }
        yield new Dataset(features, new DoubleTable(y.length, 1, y));
      }
    };
  }

  /**
   * The inputs for one row: numbers, or texts as a file has them; null, NaN and an empty text are
   * missing. Names that the encoding does not read make no difference.
   *
   * @return {@code [inputs]}, the very numbers that {@link #features} gives for such a row
   * @throws IllegalArgumentException if a column is absent, and as {@link #features(Frame)} says
   */
  public double[] doubles(Map<String, ? extends @Nullable Object> row) {
    Checks.given(row, "row");
    double[] x = new double[inputs];
    int at = 0;
    for (Code code : codes) {
      if (!row.containsKey(code.column())) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "The row has no \"%s\"; the encoding reads %s.",
                code.column(),
                Frame.quoted(columns())));
      }
      code.encode(Cell.of(code.column(), row.get(code.column())), x, at);
      at += code.width();
    }
    return x;
  }

  /**
   * The inputs for one row whose cells are given in the order of {@link #columns()}: numbers or
   * texts, of which null, NaN and an empty text are missing.
   *
   * @return {@code [inputs]}, the very numbers that {@link #features} gives for such a row
   * @throws IllegalArgumentException if there are more or fewer cells, and as {@link
   *     #features(Frame)} says
   */
  public double[] doubles(List<? extends @Nullable Object> cells) {
    Checks.given(cells, "list of cells");
    if (cells.size() != codes.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The row has %d cells, but the encoding reads %d: %s.",
              cells.size(),
              codes.size(),
              Frame.quoted(columns())));
    }
    double[] x = new double[inputs];
    int at = 0;
    for (int j = 0; j < codes.size(); j++) {
      Code code = codes.get(j);
      code.encode(Cell.of(code.column(), cells.get(j)), x, at);
      at += code.width();
    }
    return x;
  }

  /**
   * What a network learns for one cell of the column {@link #target()}: 0 or 1 for two classes, 1
   * among zeros for more, or the standardized value.
   *
   * @param cell a number or a text, as a file has it
   * @return {@code [outputs]}, the very numbers that {@link #dataset} gives for such a row
   * @throws IllegalArgumentException if it is missing, none of the classes, or no number
   */
  public double[] targets(@Nullable Object cell) {
    double[] y = new double[outputs()];
    switch (answer) {
      case Answer.Classes classes -> {
        int label = classes.of(Cell.of(classes.column(), cell));
        y[y.length == 1 ? 0 : label] = y.length == 1 ? label : 1;
      }
      case Answer.Value value -> y[0] = value.of(Cell.of(value.column(), cell));
    }
    return y;
  }

  /** {@link #doubles(List)} rounded to float once, as a training of floats reads them. */
  public float[] floats(List<? extends @Nullable Object> cells) {
    return rounded(doubles(cells));
  }

  /** {@link #doubles(Map)} rounded to float once, as a training of floats reads them. */
  public float[] floats(Map<String, ? extends @Nullable Object> row) {
    return rounded(doubles(row));
  }

  private static float[] rounded(double[] x) {
    float[] rounded = new float[x.length];
    for (int k = 0; k < x.length; k++) {
      rounded[k] = (float) x[k];
    }
    return rounded;
  }

  /**
   * How the inputs are scaled: 0 is subtracted from what is no scaled number, and it is divided by
   * 1. Applied to what {@link #unscaled()} gives, it gives what this does.
   */
  public Scaling scaling() {
    return CodeScaling.of(codes, inputs);
  }

  /**
   * The same encoding with numbers as they are, for a network that has {@link #scaling()} in its
   * first layer. The answer stays as it is.
   */
  public Encoding unscaled() {
    return new Encoding(CodeScaling.without(codes), answer);
  }

  /** A line for the answer and for each column. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d inputs, %d %s; %s%s",
        inputs,
        outputs(),
        outputs() == 1 ? "output" : "outputs",
        answer,
        codes.stream().map(code -> "\n" + code).collect(Collectors.joining()));
  }
}
