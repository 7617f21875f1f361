package dev.burin.sample.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.burin.io.WeightsFile;
import dev.burin.network.FloatNetwork;
import dev.burin.serve.Mode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked is answered, as a plain function and without any server. */
class ServiceTest {

  private static final float[] X = Asked.samples(3, 7);

  private final Asked asked = new Asked(1, Mode.DIRECT, new Token(Asked.TOKEN));

  private static String outputs(FloatNetwork network, int n) {
    float[] out = new float[n * 2];
    network.outputs(X, n, out);
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < n; row++) {
      text.append(row == 0 ? "" : ",").append(Asked.json(out, row * 2, 2));
    }
    return text.toString();
  }

  @Test
  void oneRowOrManyInJson() {
    String one = "{\"outputs\":" + outputs(asked.served().get().network(), 1) + "}";
    String many = "{\"outputs\":[" + outputs(asked.served().get().network(), 3) + "]}";
    String row = Asked.json(X, 0, 784);
    assertThat(asked.post("/predict", row)).extracting(Asked::text).isEqualTo(one);
    assertThat(Asked.text(asked.post("/predict", "{\"inputs\": " + row + "}\n"))).isEqualTo(one);
    assertThat(Asked.text(asked.post("/predict", Asked.rows(X, 3)))).isEqualTo(many);
    assertThat(Asked.text(asked.post("/predict", "{\"inputs\":" + Asked.rows(X, 3) + "}")))
        .isEqualTo(many);
  }

  @Test
  void bytesAreAnsweredByBytesUnlessJsonIsAskedFor() {
    float[] out = new float[6];
    asked.served().get().network().outputs(X, 3, out);
    Answer answer = asked.ask("POST", "/predict", Floats.bytes(X), "content-type", Answer.BYTES);
    assertThat(answer.fields()).containsEntry("Content-Type", Answer.BYTES);
    assertThat(answer.body()).isEqualTo(Floats.bytes(out));
    Answer json =
        asked.ask(
            "POST",
            "/predict",
            Floats.bytes(X),
            "Content-Type",
            Answer.BYTES,
            "Accept",
            "application/json; q=1");
    assertThat(Asked.text(json)).startsWith("{\"outputs\":[[");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | There are no samples; give at least one row of 784 numbers.",
        "{} | There are no samples; give at least one row of 784 numbers.",
        "[[]] | Row 0 has 0 numbers, not exactly 784.",
        "[1,2,3] | Row 0 has 3 numbers, not exactly 784.",
        "[[1,2,3]] | Row 0 has 3 numbers, not exactly 784.",
        "[1,NaN] | Row 0, column 1 is NaN, not a number of JSON.",
        "[[1,2,-Infinity]] | Row 0, column 2 is -Infinity, not a number of JSON.",
        "[0x10] | Row 0, column 0 is 0x10, not a number of JSON.",
        "[01] | Row 0, column 0 is 01, not a number of JSON.",
        "[1,] | Row 0, column 1 is nothing, not a number of JSON.",
        "[1,null] | Row 0, column 1 is null, not a number of JSON.",
        "[\"1\"] | Row 0, column 0 is \"1\", not a number of JSON.",
        "[1e39] | Row 0, column 0 is 1e39, not a finite float.",
        "[1,-1e400] | Row 0, column 1 is -1e400, not a finite float.",
        "[[1,[2]]] | Row 0, column 1 is [2, not a number of JSON.",
        "{\"inputs\":[1],\"inputs\":[1]} | The JSON is wrong at byte 22: expected the name"
            + " \"inputs\" only once in an object.",
        "{\"input\":[1]} | The member \"input\" is unknown; expected \"inputs\".",
        "true | The JSON is wrong at byte 0: expected an array.",
        "[1}  | The JSON is wrong at byte 2: expected a comma or ']'."
      })
  void whatIsWrongIsSaidInOneSentence(String body, String sentence) {
    Answer answer = asked.post("/predict", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(Asked.text(answer))
        .isEqualTo("{\"error\":\"" + sentence.replace("\"", "\\\"") + "\"}");
  }

  @Test
  void theRowAndTheColumnAreThoseOfTheMistake() {
    String good = Asked.json(X, 0, 784);
    assertThat(Asked.text(asked.post("/predict", "[" + good + "," + good + ",[1,2]]")))
        .contains("Row 2 has 2 numbers, not exactly 784.");
    String nan = good.substring(0, good.lastIndexOf(',') + 1) + "nan]";
    assertThat(Asked.text(asked.post("/predict", "[" + good + "," + nan + "]")))
        .contains("Row 1, column 783 is nan, not a number of JSON.");
    String longer = good.substring(0, good.length() - 1) + ",0]";
    assertThat(Asked.text(asked.post("/predict", "[" + good + "," + longer + "]")))
        .contains("Row 1 has more than 784 numbers");
    assertThat(Asked.text(asked.post("/predict", longer)))
        .contains("Row 0 has 785 numbers, not exactly 784.");
    assertThat(Asked.text(asked.post("/predict", "[" + good + ",1]")))
        .contains("Row 1 is not an array, unlike those before.");
    float[] odd = X.clone();
    odd[784 + 5] = Float.NaN;
    assertThat(Asked.text(bytes(Floats.bytes(odd)))).contains("Row 1, column 5 is NaN");
    odd[784 + 5] = Float.NEGATIVE_INFINITY;
    assertThat(Asked.text(bytes(Floats.bytes(odd)))).contains("Row 1, column 5 is -Infinity");
  }

  private Answer bytes(byte[] body) {
    return asked.ask("POST", "/predict", body, "Content-Type", Answer.BYTES);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3135, 3137, 3140})
  void bytesThatAreNoRowsAreRefused(int length) {
    Answer answer = bytes(new byte[length]);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(Asked.text(answer)).contains("There are " + length + " bytes of samples");
  }

  @Test
  void sumsThatOverflowAreNoNumbers() {
    float[] huge = new float[asked.served().get().network().parameters().length];
    Arrays.fill(huge, Float.MAX_VALUE);
    asked.served().swap(asked.served().get().network().with(huge));
    Answer answer = bytes(Floats.bytes(X));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(Asked.text(answer)).contains("of row 0 are larger than a float holds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/xml", "application/json;charset=utf-16", "multipart/form-data"})
  void otherTypesAreRefused(String type) {
    assertThat(asked.post("/predict", "[]", "Content-Type", type).status()).isEqualTo(415);
    assertThat(asked.post("/predict", "[]", "Content-Encoding", "gzip").status()).isEqualTo(415);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /predict, 405", "PUT, /model, 405", "POST, /healthz, 405", "BREW, /, 405",
    "GET, /nowhere, 404", "GET, //, 404", "GET, /../etc/passwd, 404", "get, /model, 405"
  })
  void otherPathsAndMethodsAreRefused(String method, String path, int status) {
    Answer answer = asked.ask(method, path, new byte[0]);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.fields().containsKey("Allow")).isEqualTo(status == 405);
  }

  @Test
  void theModelTellsOfItself() {
    String text = Asked.text(asked.get("/model"));
    String sha = asked.served().health().parameters().sha256();
    assertThat(text)
        .contains("\"widths\":\"784-8-2\"", "\"parameters\":6298", "\"activation\":\"TANH\"")
        .contains("\"fingerprint\":\"" + sha + "\"", "\"mode\":\"direct\"", "\"plan\":\"");
    assertThat(Asked.text(asked.get("/metrics")))
        .contains("# TYPE burin_predict_seconds histogram", "fingerprint=\"" + sha + "\"} 1");
  }

  @Test
  void whatIsPredictedIsCounted() {
    bytes(Floats.bytes(X));
    assertThat(Asked.text(asked.get("/metrics")))
        .contains("burin_predict_seconds_count 1\n", "burin_rows_total 3\n")
        .contains("burin_predict_seconds_bucket{le=\"1.0E-6\"}")
        .contains("burin_predict_seconds_bucket{le=\"+Inf\"} 1\n");
  }

  @Test
  void healthIsToldUntilItCloses() {
    assertThat(asked.get("/healthz").status()).isEqualTo(200);
    asked.service().closing();
    assertThat(asked.get("/healthz").status()).isEqualTo(200);
    assertThat(asked.get("/readyz").status()).isEqualTo(503);
    assertThat(asked.get("/v2/health/ready").status()).isEqualTo(503);
  }

  @Test
  void weightsAreChangedByWhoHasTheToken() {
    byte[] weights = WeightsFile.bytes(Asked.seeded(2));
    String good = "Bearer " + Asked.TOKEN;
    assertThat(asked.ask("POST", "/model", weights).status()).isEqualTo(401);
    for (String wrong : new String[] {Asked.TOKEN, good + "x", "Basic " + Asked.TOKEN, "Bearer "}) {
      Answer answer = asked.ask("POST", "/model", weights, "Authorization", wrong);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.fields()).containsEntry("WWW-Authenticate", "Bearer");
    }
    assertThat(asked.served().health().swaps()).isZero();
    assertThat(asked.ask("POST", "/model", weights, "Authorization", good).status()).isEqualTo(200);
    String now = "{\"outputs\":" + outputs(Asked.seeded(2), 1) + "}";
    assertThat(Asked.text(asked.post("/predict", Asked.json(X, 0, 784)))).isEqualTo(now);
    byte[] torn = Arrays.copyOf(weights, weights.length - 1);
    Answer refused = asked.ask("POST", "/model", torn, "Authorization", good);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(Asked.text(refused)).contains("the body of a request");
    assertThat(Asked.text(asked.post("/predict", Asked.json(X, 0, 784)))).isEqualTo(now);
  }

  @Test
  void withoutATokenNobodyChangesWeights() {
    Asked open = new Asked(1, Mode.DIRECT, null);
    byte[] weights = WeightsFile.bytes(Asked.seeded(2));
    assertThat(open.ask("POST", "/model", weights, "Authorization", "Bearer ").status())
        .isEqualTo(403);
    assertThat(open.served().health().swaps()).isZero();
  }

  @Test
  void everyLayerShowsWhatItGives() {
    byte[] row = Arrays.copyOf(Floats.bytes(X), 4 * 784);
    String text = Asked.text(asked.ask("POST", "/activations", row));
    assertThat(text).startsWith("{\"layers\":[[");
    assertThat(text.split("[\\[,]")).hasSize(2 + 8 + 1 + 2);
    assertThat(asked.ask("POST", "/activations", Floats.bytes(X)).status()).isEqualTo(400);
  }

  /** The page runs only what comes from here, and asks for paths that exist. */
  @Test
  void thePageIsWholeAndKeepsToItself() {
    Answer page = asked.get("/");
    assertThat(page.fields().get("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    String html = Asked.text(page);
    assertThat(html).contains("page.js", "page.css", "lang=\"en\"", "name=\"viewport\"");
    assertThat(html).doesNotContain("http:", "https:", "style=", "onclick", "<style");
    for (String file : new String[] {"/page.js", "/page.css", "/digit.js"}) {
      assertThat(asked.get(file).status()).as(file).isEqualTo(200);
      assertThat(Asked.text(asked.get(file))).doesNotContain("http:", "https:", "innerHTML");
    }
    String script = Asked.text(asked.get("/page.js"));
    assertThat(script).contains("post(\"predict\"", "post(\"activations\"", "fetch(\"model\")");
    for (String id : new String[] {"paper", "clear", "seen", "hidden", "verdict", "about"}) {
      assertThat(script).contains("at(\"" + id + "\")");
      assertThat(html).contains("id=\"" + id + "\"");
    }
  }

  @Test
  void aTokenThatCanBeGuessedIsRefused() {
    for (String weak :
        new String[] {"", "short", "with a space in the middle", "ümlaut-ümlaut-üml"}) {
      assertThat(catchThrowable(() -> new Token(weak)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("16 or more");
    }
    assertThat(new Token(Asked.TOKEN).opens("Bearer " + Asked.TOKEN)).isTrue();
  }

  /** A number of JSON may be two bytes long, and is four as a float. */
  @Test
  void rowsThatWouldTakeMoreMemoryThanABodyAreRefused() {
    String row = "[0" + ",0".repeat(783) + "]";
    String rows = "[" + row + ("," + row).repeat(30);
    assertThat(asked.post("/predict", rows + "]").status()).isEqualTo(200);
    Answer refused = asked.post("/predict", rows + "," + row + "]");
    assertThat(refused.status()).isEqualTo(413);
    assertThat(Asked.text(refused))
        .isEqualTo(
            "{\"error\":\"There are more than 31 rows; send that many or fewer in a request.\"}");
  }
}
