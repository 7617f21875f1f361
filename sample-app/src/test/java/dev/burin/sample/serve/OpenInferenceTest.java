package dev.burin.sample.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.network.InputScaling;
import dev.burin.serve.Mode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Open Inference Protocol, in JSON and in bytes, to and fro. */
class OpenInferenceTest {

  private static final String INFER = "/v2/models/digits/infer";
  private static final String LENGTH = "Inference-Header-Content-Length";
  private static final float[] X = Asked.samples(2, 5);
  private static final String TENSOR =
      "{\"name\":\"input\",\"shape\":[2,784],\"datatype\":\"FP32\",";

  private final Asked asked = new Asked(1, Mode.DIRECT, null);
  private final float[] out = new float[4];

  OpenInferenceTest() {
    asked.served().get().network().outputs(X, 2, out);
  }

  private static byte[] joined(String json, byte[] bytes) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(json.getBytes(StandardCharsets.UTF_8));
    both.writeBytes(bytes);
    return both.toByteArray();
  }

  private Answer binary(String json, byte[] bytes) {
    return asked.ask("POST", INFER, joined(json, bytes), LENGTH, Integer.toString(json.length()));
  }

  @Test
  void jsonToJson() {
    String head = "{\"model_name\":\"digits\",\"model_version\":\"1\",";
    String tail =
        "\"outputs\":[{\"name\":\"output\",\"datatype\":\"FP32\",\"shape\":[2,2],\"data\":"
            + Asked.json(out, 0, 4)
            + "}]}";
    String nested =
        "{\"id\":\"a\\nb\",\"inputs\":[" + TENSOR + "\"data\":" + Asked.rows(X, 2) + "}]}";
    Answer answer = asked.post(INFER, nested);
    assertThat(Asked.text(answer)).isEqualTo(head + "\"id\":\"a\\u000ab\"," + tail);
    String flat =
        "{\"inputs\":[{\"data\":"
            + Asked.json(X, 0, X.length)
            + ",\"datatype\":\"FP32\",\"shape\":[2,784],\"name\":\"input\",\"parameters\":{\"x\":[1]}}],"
            + "\"outputs\":[{\"name\":\"output\",\"parameters\":{\"binary_data\":false,\"y\":{}}}],"
            + "\"parameters\":{\"binary_data_output\":true,\"z\":null},\"unknown\":[{}]}";
    assertThat(Asked.text(asked.post(INFER, flat))).isEqualTo(head + tail);
    assertThat(Asked.text(asked.post("/v2/models/digits/versions/1/infer", flat)))
        .isEqualTo(head + tail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"outputs\":[{\"name\":\"output\",\"parameters\":{\"binary_data\":true}}]",
        "\"parameters\":{\"binary_data_output\":true}",
        "\"outputs\":[{\"name\":\"output\"}],\"parameters\":{\"binary_data_output\":true}"
      })
  void bytesToBytes(String wish) {
    String json =
        "{" + wish + ",\"inputs\":[" + TENSOR + "\"parameters\":{\"binary_data_size\":6272}}]}";
    Answer answer = binary(json, Floats.bytes(X));
    assertThat(answer.status()).as(Asked.text(answer)).isEqualTo(200);
    int length = Integer.parseInt(answer.fields().get(LENGTH));
    byte[] body = answer.body();
    assertThat(new String(body, 0, length, StandardCharsets.UTF_8))
        .endsWith("\"parameters\":{\"binary_data_size\":16}}]}");
    assertThat(Arrays.copyOfRange(body, length, body.length)).isEqualTo(Floats.bytes(out));
  }

  @Test
  void bytesToJsonAndJsonToBytes() {
    String toJson = "{\"inputs\":[" + TENSOR + "\"parameters\":{\"binary_data_size\":6272}}]}";
    assertThat(Asked.text(binary(toJson, Floats.bytes(X))))
        .endsWith("\"data\":" + Asked.json(out, 0, 4) + "}]}");
    String toBytes =
        "{\"inputs\":["
            + TENSOR
            + "\"data\":"
            + Asked.rows(X, 2)
            + "}],\"parameters\":{\"binary_data_output\":true}}";
    assertThat(asked.post(INFER, toBytes).body()).endsWith(Floats.bytes(out));
  }

  @Test
  void serverAndModelTellOfThemselves() {
    assertThat(Asked.text(asked.get("/v2"))).contains("\"extensions\":[\"binary_tensor_data\"]");
    assertThat(Asked.text(asked.get("/v2/models/digits")))
        .isEqualTo(
            "{\"name\":\"digits\",\"versions\":[\"1\"],\"platform\":\"burin\",\"inputs\":[{\"name\":"
                + "\"input\",\"datatype\":\"FP32\",\"shape\":[-1,784]}],\"outputs\":[{\"name\":"
                + "\"output\",\"datatype\":\"FP32\",\"shape\":[-1,2]}]}");
    assertThat(asked.get("/v2/models/digits/versions/1").status()).isEqualTo(200);
    assertThat(asked.get("/v2/health/live").status()).isEqualTo(200);
    assertThat(asked.get("/v2/models/other").status()).isEqualTo(404);
    assertThat(asked.get("/v2/models/digits/versions/2").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | The member \\\"inputs\\\" is missing or empty.",
        "{'inputs':[]} | The member \\\"inputs\\\" is missing or empty.",
        "{'inputs':[{}]} | The name of an input is missing; it is \\\"input\\\".",
        "{'inputs':[{'name':'x'}]} | There is no input \\\"x\\\"; it is \\\"input\\\".",
        "{'inputs':[{'name':'input'}]} | The datatype of the input is missing, not \\\"FP32\\\",",
        "{'inputs':[{'name':'input','datatype':'INT8'}]} | The datatype of the input is"
            + " \\\"INT8\\\"",
        "{'inputs':[{'name':'input','datatype':'FP64','shape':[1,784],'data':[1]}]}"
            + " | Data of the datatype \\\"FP64\\\" come as bytes here; give binary_data_size.",
        "{'inputs':[{'name':'input','datatype':'FP32'}]} | The shape of the input is missing",
        "{'inputs':[{'name':'input','datatype':'FP32','shape':[784]}]} | is [784], not [n,784]",
        "{'inputs':[{'name':'input','datatype':'FP32','shape':[0,784]}]} | is [0,784], not",
        "{'inputs':[{'name':'input','datatype':'FP32','shape':[1,785]}]} | is [1,785], not",
        "{'inputs':[{'name':'input','datatype':'FP32','shape':[1,784,1]}]} | [1,784,...]",
        "{'inputs':[{'name':'input','datatype':'FP32','shape':[-1,784]}]} | a whole number, 0 or",
        "{'inputs':[{'name':'input','datatype':'FP32','shape':[5478274,784],'data':[1]}]}"
            + " | The data of the input are 1 numbers, but its shape [5478274,784] has 4294966816.",
        "{'inputs':[{'name':'input','datatype':'FP32','shape':[4294967296,784],'data':[1]}]}"
            + " | is [4294967296,784], not",
        "{'inputs':[{'name':'input','datatype':'FP32','shape':[1,784]}]} | neither data nor",
        "{'inputs':[{'name':'input','datatype':'FP32','shape':[1,784],'data':[1],'parameters':"
            + "{'binary_data_size':4}}]} | both data and",
        "{'inputs':[{'name':'input','datatype':'FP32','shape':[1,784],'parameters':"
            + "{'binary_data_size':3136}}]} | There are 0 bytes behind the JSON, but",
        "{'inputs':[{},{}]} | There are two inputs",
        "{'outputs':[{'name':'x'}]} | There is no output \\\"x\\\"",
        "{'outputs':[{'name':'output'},{'name':'output'}]} | asked for twice",
        "{'id':1} | expected a string",
        "[] | expected an object"
      })
  void whatIsWrongIsSaidInOneSentence(String body, String sentence) {
    Answer answer = asked.post(INFER, body.replace('\'', '"'));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(Asked.text(answer)).startsWith("{\"error\":\"").contains(sentence);
  }

  @Test
  void bytesAreScaledAsTheWeightsSay() {
    byte[] pixels = new byte[784];
    float[] x = new float[784];
    for (int i = 0; i < 784; i++) {
      pixels[i] = (byte) (7 * i);
      x[i] = (pixels[i] & 255) / 255f;
    }
    String tensor =
        "{\"inputs\":[{\"name\":\"input\",\"datatype\":\"UINT8\",\"shape\":[1,784],"
            + "\"parameters\":{\"binary_data_size\":784}}]}";
    assertThat(Asked.text(binary(tensor, pixels)))
        .contains("No scaling was saved with the weights");
    asked.served().get().network().inputScaling(InputScaling.over(255));
    float[] out = asked.served().get().network().outputs(x);
    assertThat(Asked.text(binary(tensor, pixels)))
        .contains("\"data\":[" + out[0] + "," + out[1] + "]");
    assertThat(Asked.text(binary(tensor, new byte[783]))).contains("There are 783 bytes behind");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "+1", "99999999", "1e3", "0x10", "", "1 ", "99999999999999999999"})
  void aLengthOutsideTheBodyIsRefused(String length) {
    Answer answer = asked.post(INFER, "{}", LENGTH, length);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(Asked.text(answer)).contains("is not a number of bytes of the body, 0 to 2.");
  }

  @Test
  void bytesThatDoNotFitAreRefused() {
    String one = TENSOR.replace("[2,", "[1,") + "\"parameters\":{\"binary_data_size\":6272}}]}";
    assertThat(Asked.text(binary("{\"inputs\":[" + one, Floats.bytes(X))))
        .contains("are 6272 bytes, but its shape [1,784] has 3136.");
    String two = TENSOR + "\"parameters\":{\"binary_data_size\":6272}}]}";
    float[] odd = X.clone();
    odd[800] = Float.NaN;
    assertThat(Asked.text(binary("{\"inputs\":[" + two, Floats.bytes(odd))))
        .contains("Row 1, column 16 is NaN, not a finite float.");
    assertThat(Asked.text(binary("{\"inputs\":[" + two, new byte[6271])))
        .contains("There are 6271 bytes behind the JSON, but binary_data_size is 6272.");
  }
}
