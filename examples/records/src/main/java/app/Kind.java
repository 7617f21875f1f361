package app;

/** What it is. */
enum Kind {
  APPLE,
  PEAR,
  PLUM
}
