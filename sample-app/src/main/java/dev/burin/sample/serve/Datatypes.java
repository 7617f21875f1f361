package dev.burin.sample.serve;

import dev.burin.network.InputType;
import dev.burin.sample.json.JsonText;
import org.jspecify.annotations.Nullable;

/** The datatypes of the Open Inference Protocol that samples may have. */
final class Datatypes {

  private Datatypes() {}

  static InputType of(@Nullable String datatype) {
    return switch (datatype) {
      case "FP32" -> InputType.FLOAT;
      case "FP64" -> InputType.DOUBLE;
      case "FP16" -> InputType.HALF;
      case "UINT8" -> InputType.UNSIGNED_BYTE;
      case null -> throw refused("missing");
      default -> throw refused("\"" + JsonText.shown(datatype) + "\"");
    };
  }

  private static RequestException refused(String found) {
    return RequestException.malformed(
        "The datatype of the input is "
            + found
            + ", not \"FP32\", or \"FP64\", \"FP16\" or \"UINT8\" as bytes.");
  }
}
