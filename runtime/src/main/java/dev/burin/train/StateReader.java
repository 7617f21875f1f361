package dev.burin.train;

import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import dev.burin.safetensors.CheckedTensors;
import java.io.UncheckedIOException;

/** What a training remembers, out of a checkpoint that was found good. */
final class StateReader {

  private final CheckedTensors file;

  StateReader(CheckedTensors file) {
    this.file = file;
  }

  /** What the file is called in messages. */
  String file() {
    return file.file();
  }

  boolean has(String name) {
    return file.texts().contains(name);
  }

  String text(String name) {
    return get(() -> file.text(name));
  }

  int whole(String name) {
    return (int) wide(name);
  }

  long wide(String name) {
    String text = text(name);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw refused(name, text, "a whole number");
    }
  }

  double number(String name) {
    String text = text(name);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw refused(name, text, "a number");
    }
  }

  double[] doubles(String name) {
    return get(() -> file.doubles(name));
  }

  double[] doubles(String name, int length) {
    return get(() -> file.doubles(name, length));
  }

  float[] floats(String name, int length) {
    return get(() -> file.floats(name, length));
  }

  private UncheckedIOException refused(String name, String text, String expected) {
    return new UncheckedIOException(
        new MalformedFileException(file(), name + " is \"" + Names.shown(text) + "\"", expected));
  }

  private interface Part<T> {
    T get() throws MalformedFileException;
  }

  private static <T> T get(Part<T> part) {
    try {
      return part.get();
    } catch (MalformedFileException e) {
      throw new UncheckedIOException(e);
    }
  }
}
