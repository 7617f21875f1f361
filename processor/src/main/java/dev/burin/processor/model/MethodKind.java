package dev.burin.processor.model;

import dev.burin.Precision;
import java.util.List;

/**
 * What a method of the interface computes and how it is spelled. {@code T} below is the element
 * type of the network.
 */
public sealed interface MethodKind {

  /** The result as a source file spells it; types of the user's with their qualified names. */
  String result(Precision precision);

  /** The types of the parameters, in order. */
  List<String> parameterTypes(Precision precision);

  /** The meaning in a few words, for people. */
  String meaning();

  /** The keyword of the element type. */
  static String element(Precision precision) {
    return switch (precision) {
      case FLOAT -> "float";
      case DOUBLE -> "double";
    };
  }

  /** The forms that take samples from an array. */
  enum Arrays implements MethodKind {
    /** {@code T name(T[] x)}; the network has one output. */
    ONE_TO_NUMBER("one sample to its single output"),
    /** {@code T[] name(T[] x)}; the result is a new array. */
    ONE_TO_ARRAY("one sample to a new array of the outputs"),
    /** {@code void name(T[] x, T[] out)}. */
    ONE_TO_CALLER_ARRAY("one sample to the caller's array"),
    /** {@code void name(T[] x, int n, T[] out)}; row-major. */
    MANY_TO_CALLER_ARRAY("n samples to the caller's array"),
    /** {@code int name(T[] x)}; the network has two outputs or more. */
    ONE_TO_CLASS("one sample to the index of its greatest output"),
    /** {@code void name(T[] x, int n, int[] out)}; the network has two outputs or more. */
    MANY_TO_CLASSES("n samples to the indexes of their greatest outputs");

    private final String meaning;

    Arrays(String meaning) {
      this.meaning = meaning;
    }

    @Override
    public String result(Precision precision) {
      return switch (this) {
        case ONE_TO_NUMBER -> element(precision);
        case ONE_TO_ARRAY -> element(precision) + "[]";
        case ONE_TO_CLASS -> "int";
        case ONE_TO_CALLER_ARRAY, MANY_TO_CALLER_ARRAY, MANY_TO_CLASSES -> "void";
      };
    }

    @Override
    public List<String> parameterTypes(Precision precision) {
      String array = element(precision) + "[]";
      return switch (this) {
        case ONE_TO_NUMBER, ONE_TO_ARRAY, ONE_TO_CLASS -> List.of(array);
        case ONE_TO_CALLER_ARRAY -> List.of(array, array);
        case MANY_TO_CALLER_ARRAY -> List.of(array, "int", array);
        case MANY_TO_CLASSES -> List.of(array, "int", "int[]");
      };
    }

    @Override
    public String meaning() {
      return meaning;
    }
  }

  /**
   * {@code E name(R record)}. With one output, a probability, the answer is constant 1 where the
   * output is at least 0.5 and constant 0 elsewhere; otherwise it is the constant of the greatest
   * output.
   *
   * @param input the record
   * @param answer the enum
   */
  record RecordToEnum(RecordModel input, EnumModel answer) implements MethodKind {
    @Override
    public String result(Precision precision) {
      return answer.type().qualifiedName();
    }

    @Override
    public List<String> parameterTypes(Precision precision) {
      return List.of(input.type().qualifiedName());
    }

    @Override
    public String meaning() {
      return "one record " + input + " to one of " + answer;
    }
  }

  /**
   * {@code E name(T[] x)}, which chooses as {@link RecordToEnum} does.
   *
   * @param answer the enum
   */
  record ArrayToEnum(EnumModel answer) implements MethodKind {
    @Override
    public String result(Precision precision) {
      return answer.type().qualifiedName();
    }

    @Override
    public List<String> parameterTypes(Precision precision) {
      return List.of(element(precision) + "[]");
    }

    @Override
    public String meaning() {
      return "one sample to one of " + answer;
    }
  }

  /**
   * {@code T name(R record)}; the network has one output.
   *
   * @param input the record
   */
  record RecordToNumber(RecordModel input) implements MethodKind {
    @Override
    public String result(Precision precision) {
      return element(precision);
    }

    @Override
    public List<String> parameterTypes(Precision precision) {
      return List.of(input.type().qualifiedName());
    }

    @Override
    public String meaning() {
      return "one record " + input + " to its single output";
    }
  }

  /**
   * {@code T[] name(R record)}; the result is a new array.
   *
   * @param input the record
   */
  record RecordToArray(RecordModel input) implements MethodKind {
    @Override
    public String result(Precision precision) {
      return element(precision) + "[]";
    }

    @Override
    public List<String> parameterTypes(Precision precision) {
      return List.of(input.type().qualifiedName());
    }

    @Override
    public String meaning() {
      return "one record " + input + " to a new array of the outputs";
    }
  }
}
