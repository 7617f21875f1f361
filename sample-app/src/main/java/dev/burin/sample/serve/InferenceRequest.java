package dev.burin.sample.serve;

import dev.burin.network.FloatNetwork;
import dev.burin.network.InputType;
import dev.burin.sample.json.JsonReader;
import dev.burin.sample.json.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * A request of the Open Inference Protocol as it is read: its samples, what it is called, and in
 * which form it wants the answer.
 */
final class InferenceRequest {

  private static final long NONE = -1;

  /** A longer name would come back in each answer. */
  private static final int LONGEST_ID = 256;

  private final Rows rows;
  private final FloatNetwork network;
  private final int width;
  private final int mostRows;
  private @Nullable String id;
  private boolean inputs;
  private boolean outputs;
  private @Nullable Boolean binaryOutput;
  private boolean binaryOutputs;
  private @Nullable String name;
  private @Nullable String datatype;
  private long[] shape = {};
  private int dimensions;
  private boolean data;
  private long binarySize = NONE;
  private Rows samples;
  private boolean converted;

  private InferenceRequest(FloatNetwork network, int mostRows) {
    this.network = network;
    this.width = network.shape().inputs();
    this.mostRows = mostRows;
    this.rows = new Rows(width, mostRows);
    this.samples = rows;
  }

  /**
   * Reads a request.
   *
   * @param jsonLength the bytes that are JSON; what follows are the samples
   * @param network says how bytes are scaled
   */
  static InferenceRequest read(byte[] body, int jsonLength, FloatNetwork network, int mostRows) {
    InferenceRequest request = new InferenceRequest(network, mostRows);
    JsonReader json = new JsonReader(body, jsonLength);
    json.object(member -> request.member(json, member));
    json.end();
    request.check(body, jsonLength);
    return request;
  }

  private void member(JsonReader json, String member) {
    switch (member) {
      case "id" -> id = shortened(json.string());
      case "inputs" -> json.array(() -> input(json));
      case "outputs" -> json.array(() -> output(json));
      case "parameters" ->
          json.object(
              parameter -> {
                if (parameter.equals("binary_data_output")) {
                  binaryOutputs = json.bool();
                } else {
                  json.skip();
                }
              });
      default -> json.skip();
    }
  }

  private static String shortened(String id) {
    if (id.length() > LONGEST_ID) {
      throw RequestException.malformed(
          "The id is longer than " + LONGEST_ID + " characters; give a shorter one.");
    }
    return id;
  }

  private void input(JsonReader json) {
    if (inputs) {
      throw RequestException.malformed("There are two inputs; the network has one, \"input\".");
    }
    inputs = true;
    json.object(
        member -> {
          switch (member) {
            case "name" -> name = json.string();
            case "datatype" -> datatype = json.string();
            case "shape" -> shape(json);
            case "data" -> {
              data = true;
              rows.read(json);
            }
            case "parameters" ->
                json.object(
                    parameter -> {
                      if (parameter.equals("binary_data_size")) {
                        binarySize = json.whole();
                      } else {
                        json.skip();
                      }
                    });
            default -> json.skip();
          }
        });
  }

  private void shape(JsonReader json) {
    shape = new long[2];
    json.array(
        () -> {
          long size = json.whole();
          if (dimensions < shape.length) {
            shape[dimensions] = size;
          }
          dimensions++;
        });
  }

  private void output(JsonReader json) {
    String[] wanted = {null};
    json.object(
        member -> {
          switch (member) {
            case "name" -> wanted[0] = json.string();
            case "parameters" ->
                json.object(
                    parameter -> {
                      if (parameter.equals("binary_data")) {
                        binaryOutput = json.bool();
                      } else {
                        json.skip();
                      }
                    });
            default -> json.skip();
          }
        });
    require(wanted[0], "output", OpenInference.OUTPUT);
    if (outputs) {
      throw RequestException.malformed("The output \"output\" is asked for twice.");
    }
    outputs = true;
  }

  private static void require(@Nullable String found, String what, String expected) {
    if (!expected.equals(found)) {
      throw RequestException.malformed(
          found == null
              ? "The name of an " + what + " is missing; it is \"" + expected + "\"."
              : "There is no "
                  + what
                  + " \""
                  + JsonText.shown(found)
                  + "\"; it is \""
                  + expected
                  + "\".");
    }
  }

  private void check(byte[] body, int jsonLength) {
    if (!inputs) {
      throw RequestException.malformed("The member \"inputs\" is missing or empty.");
    }
    require(name, "input", OpenInference.INPUT);
    InputType type = Datatypes.of(datatype);
    if (dimensions != 2 || shape[0] < 1 || shape[0] > Integer.MAX_VALUE || shape[1] != width) {
      throw RequestException.malformed(
          "The shape of the input is " + shown() + ", not [n," + width + "] with n from 1 on.");
    }
    int binary = body.length - jsonLength;
    if (data == (binarySize != NONE)) {
      throw RequestException.malformed(
          data
              ? "The input has both data and binary_data_size; give one of them."
              : "The input has neither data nor binary_data_size; give one of them.");
    }
    if (binary != Math.max(0, binarySize)) {
      throw RequestException.malformed(
          "There are "
              + binary
              + " bytes behind the JSON, but binary_data_size is "
              + Math.max(0, binarySize)
              + ".");
    }
    if (data && type != InputType.FLOAT) {
      throw RequestException.malformed(
          "Data of the datatype \"" + datatype + "\" come as bytes here; give binary_data_size.");
    }
    // The product of two ints and a small one fits into a long.
    long bytes = type.bytes() * shape[0] * width;
    if (data ? rows.numbers() != shape[0] * width : binary != bytes) {
      throw RequestException.malformed(
          data
              ? "The data of the input are "
                  + rows.numbers()
                  + " numbers, but its shape "
                  + shown()
                  + " has "
                  + shape[0] * width
                  + "."
              : "The data of the input are "
                  + binary
                  + " bytes, but its shape "
                  + shown()
                  + " has "
                  + bytes
                  + ".");
    }
    samples = data ? rows.whole() : samples(type, body, jsonLength);
  }

  private Rows samples(InputType type, byte[] body, int from) {
    int length = body.length - from;
    if (type == InputType.FLOAT) {
      return Rows.of(body, from, length, width, mostRows);
    }
    converted = true;
    return Rows.of(type, network, body, from, length, mostRows);
  }

  /** Whether the samples are scaled or rounded for one network, which has to answer them. */
  boolean converted() {
    return converted;
  }

  private String shown() {
    return switch (dimensions) {
      case 0 -> "missing or empty";
      case 1 -> "[" + shape[0] + "]";
      case 2 -> "[" + shape[0] + "," + shape[1] + "]";
      default -> "[" + shape[0] + "," + shape[1] + ",...]";
    };
  }

  Rows samples() {
    return samples;
  }

  @Nullable String id() {
    return id;
  }

  /** Whether the answer is to hold bytes, by what is said of the output or of all of them. */
  boolean binary() {
    Boolean own = binaryOutput;
    return own == null ? binaryOutputs : own;
  }
}
