package dev.burin.processor.model;

/** The primitive types that a component of an input record may have. */
public enum ComponentType {
  /** {@code byte}. */
  BYTE,
  /** {@code short}. */
  SHORT,
  /** {@code int}; beyond 2^24 a {@code float} network sees it rounded. */
  INT,
  /** {@code long}; beyond 2^24, or 2^53 in a {@code double} network, it is seen rounded. */
  LONG,
  /** {@code float}. */
  FLOAT,
  /** {@code double}; a {@code float} network sees it rounded. */
  DOUBLE,
  /** {@code boolean}: 1 for true, 0 for false. */
  BOOLEAN;

  /** The keyword, such as {@code int}. */
  public String keyword() {
    return switch (this) {
      case BYTE -> "byte";
      case SHORT -> "short";
      case INT -> "int";
      case LONG -> "long";
      case FLOAT -> "float";
      case DOUBLE -> "double";
      case BOOLEAN -> "boolean";
    };
  }
}
