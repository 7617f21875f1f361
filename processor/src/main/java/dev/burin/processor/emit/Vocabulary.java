package dev.burin.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.burin.Precision;

/** The words that differ between a float and a double network. */
record Vocabulary(Precision precision) {

  private static final String MACHINE = "dev.burin.machine";
  private static final String SHAPE = "dev.burin.shape";
  private static final String KERNEL = "dev.burin.kernel";
  private static final String NETWORK = "dev.burin.network";
  private static final String VECTOR = "jdk.incubator.vector";

  /** {@code float} or {@code double}. */
  String element() {
    return switch (precision) {
      case FLOAT -> "float";
      case DOUBLE -> "double";
    };
  }

  /** {@code Float} or {@code Double}, which begins the names of types. */
  String prefix() {
    return switch (precision) {
      case FLOAT -> "Float";
      case DOUBLE -> "Double";
    };
  }

  /** A literal of the element type for a small whole number. */
  String literal(int number) {
    return switch (precision) {
      case FLOAT -> number + "f";
      case DOUBLE -> number + ".0";
    };
  }

  /** {@code FloatVector} or {@code DoubleVector}. */
  String vector() {
    return prefix() + "Vector";
  }

  ClassName vectorType() {
    return ClassName.get(VECTOR, vector());
  }

  /** {@code VectorSpecies<Float>} or of doubles. */
  TypeName speciesType() {
    return ParameterizedTypeName.get(
        ClassName.get(VECTOR, "VectorSpecies"), ClassName.get("java.lang", prefix()));
  }

  /** A type of the runtime's room for the machine. */
  ClassName machine(String name) {
    return ClassName.get(MACHINE, name);
  }

  /** A type of the runtime's room for shapes. */
  ClassName shape(String name) {
    return ClassName.get(SHAPE, name);
  }

  /** A type of the runtime's room for networks. */
  ClassName network(String name) {
    return ClassName.get(NETWORK, name);
  }

  /** A type of the runtime's kernel room. */
  ClassName kernel(String name) {
    return ClassName.get(KERNEL, name);
  }

  /** A type of the kernel room that exists for both precisions. */
  ClassName typed(String suffix) {
    return kernel(prefix() + suffix);
  }
}
