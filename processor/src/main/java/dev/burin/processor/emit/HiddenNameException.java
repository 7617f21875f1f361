package dev.burin.processor.emit;

/** A type has no name that means it in the class that a user names. */
public final class HiddenNameException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String type;
  private final String taken;

  HiddenNameException(String type, String taken) {
    super(type);
    this.type = type;
    this.taken = taken;
  }

  /** The qualified name of the type. */
  public String type() {
    return type;
  }

  /** The names that mean something else, such as {@code Loss and dev}. */
  public String taken() {
    return taken;
  }
}
