package dev.burin.processor.declare;

import dev.burin.processor.report.Message;
import dev.burin.processor.report.Reporter;
import java.util.regex.Pattern;

/** Asks whether a weights file is named as one can be; whether it is there is asked later. */
final class WeightsCheck {

  /** A part of a path that goes nowhere else, and that no system and no comment minds. */
  private static final String PART = "(?!\\.\\.?(?:/|$))[^/\\\\:*?\"<>|{}\\p{Cntrl}]+";

  private static final Pattern NAME = Pattern.compile("/?" + PART + "(?:/" + PART + ")*");

  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

  private final Reporter reporter;

  WeightsCheck(Reporter reporter) {
    this.reporter = reporter;
  }

  void check(WeightsDeclaration weights) {
    if (!weights.isWhole()) {
      return;
    }
    Written<String> file = weights.file().orElseThrow();
    Written<String> sha256 = weights.sha256().orElseThrow();
    if (weights.fileGiven() && !NAME.matcher(file.value()).matches()) {
      reporter.refuse(file.place(), Message.WEIGHTS_NAME, file.value());
    }
    if (weights.sha256Given() && !SHA256.matcher(sha256.value()).matches()) {
      reporter.refuse(sha256.place(), Message.SHA256_MALFORMED, sha256.value());
    }
    if (!weights.fileGiven() && weights.layoutGiven()) {
      reporter.refuse(weights.layout().orElseThrow().place(), Message.WEIGHTS_NEEDED, "layout");
    }
    if (!weights.fileGiven() && weights.sha256Given()) {
      reporter.refuse(sha256.place(), Message.WEIGHTS_NEEDED, "sha256");
    }
  }
}
