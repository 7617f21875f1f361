package dev.burin.onnx;

import dev.burin.file.MalformedFileException;
import java.util.Map;

/**
 * The versions whose meaning is known. Operators change from version to version (Softmax did), so
 * that a newer one is refused and not guessed at.
 */
final class Versions {

  /** The domain of classical machine learning. */
  static final String ML = "ai.onnx.ml";

  /** Before it, the second operand of Add and its like was stretched by attributes. */
  static final int OLDEST_OPSET = 7;

  /** That of onnx 1.21. */
  static final int NEWEST_OPSET = 26;

  private static final int NEWEST_ML = 5;

  private static final int OLDEST_IR = 3;

  /** That of onnx 1.21. */
  private static final int NEWEST_IR = 13;

  private Versions() {}

  static void check(String file, long irVersion, Map<String, Long> opsets)
      throws MalformedFileException {
    if (irVersion < OLDEST_IR || irVersion > NEWEST_IR) {
      throw new MalformedFileException(
          file, "ir_version is " + irVersion, "an IR version from 3 to " + NEWEST_IR);
    }
    Long opset = opsets.get("");
    if (opset == null) {
      throw new MalformedFileException(
          file, "opset_import names no version of the operators of ONNX", "one");
    }
    if (opset < OLDEST_OPSET || opset > NEWEST_OPSET) {
      throw new MalformedFileException(
          file,
          "its operators are those of opset " + opset,
          "opset " + OLDEST_OPSET + " to " + NEWEST_OPSET + "; convert the model to one of these");
    }
    long ml = opsets.getOrDefault(ML, 1L);
    if (ml < 1 || ml > NEWEST_ML) {
      throw new MalformedFileException(
          file, "its operators are those of " + ML + " opset " + ml, "opset 1 to " + NEWEST_ML);
    }
  }
}
