package dev.burin.optimize;

import java.util.ArrayList;
import java.util.List;

/** The settings of a description in one line, without those that are as usual. */
final class Words {

  private final String name;
  private final List<String> parts = new ArrayList<>();

  private Words(String name) {
    this.name = name;
  }

  static Words of(Record description) {
    return new Words(description.getClass().getSimpleName());
  }

  Words with(String what, Object value) {
    parts.add(what + "=" + value);
    return this;
  }

  /** Names a setting unless it is as usual. */
  Words unless(Object usual, String what, Object value) {
    return value.equals(usual) ? this : with(what, value);
  }

  String text() {
    return name + "[" + String.join(", ", parts) + "]";
  }
}
