package dev.burin.io;

/** Whether the golden rows of a file are looked at when it is loaded. */
public enum GoldenCheck {
  /** They are not. */
  NONE,
  /** They are, if the file has any. */
  IF_PRESENT,
  /** They are, and a file without any is refused. */
  REQUIRED
}
