package dev.burin.safetensors;

import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import java.util.Map;
import java.util.Set;

/**
 * Numbers by name, and texts, out of a safetensors file that ends in a checksum; see {@link
 * CheckedWriter}.
 */
public final class CheckedTensors {

  private final String file;
  private final Map<String, String> texts;
  private final Map<String, float[]> floats;
  private final Map<String, double[]> doubles;

  CheckedTensors(
      String file,
      Map<String, String> texts,
      Map<String, float[]> floats,
      Map<String, double[]> doubles) {
    this.file = file;
    this.texts = texts;
    this.floats = floats;
    this.doubles = doubles;
  }

  /** What the file is called in messages. */
  public String file() {
    return file;
  }

  /** The names of all texts. */
  public Set<String> texts() {
    return texts.keySet();
  }

  /**
   * A text.
   *
   * @throws MalformedFileException if there is none of this name
   */
  public String text(String name) throws MalformedFileException {
    String text = texts.get(name);
    if (text == null) {
      throw missing("text", name);
    }
    return text;
  }

  /**
   * Floats, the array itself.
   *
   * @throws MalformedFileException if there are none of this name and number
   */
  public float[] floats(String name, int length) throws MalformedFileException {
    float[] values = floats.get(name);
    if (values == null) {
      throw missing("tensor of floats", name);
    }
    check(name, values.length, length);
    return values;
  }

  /**
   * Doubles, the array itself.
   *
   * @throws MalformedFileException if there are none of this name and number
   */
  public double[] doubles(String name, int length) throws MalformedFileException {
    double[] values = doubles(name);
    check(name, values.length, length);
    return values;
  }

  /**
   * Doubles of any number, the array itself.
   *
   * @throws MalformedFileException if there are none of this name
   */
  public double[] doubles(String name) throws MalformedFileException {
    double[] values = doubles.get(name);
    if (values == null) {
      throw missing("tensor of doubles", name);
    }
    return values;
  }

  private void check(String name, int found, int length) throws MalformedFileException {
    if (found != length) {
      throw new MalformedFileException(
          file, "tensor \"" + Names.shown(name) + "\" has " + found + " numbers", "" + length);
    }
  }

  private MalformedFileException missing(String what, String name) {
    return new MalformedFileException(
        file,
        "there is no " + what + " \"" + Names.shown(name) + "\"",
        "a file of this version of the library");
  }
}
