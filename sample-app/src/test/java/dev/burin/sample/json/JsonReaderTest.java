package dev.burin.sample.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON is read as RFC 8259 has it, and nothing else is. */
class JsonReaderTest {

  private static void skip(String text) {
    JsonReader json = new JsonReader(text.getBytes(StandardCharsets.UTF_8));
    json.skip();
    json.end();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        " \t\r\n[ ] ",
        "[1,-2.5e3,\"a\",true,false,null,{\"b\":[{}]}]",
        "{\"\":0,\"a b\":{\"c\":[]}}",
        "\"\\u0041\\n\\\"\\\\\\/ \\ud83d\\ude00 \u00e9 \ud83d\ude00\"",
        "[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]"
      })
  void everyValueIsRead(String text) {
    skip(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[",
        "]",
        "{",
        "}",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":1 \"b\":2}",
        "[1]x",
        "[1][2]",
        "tru",
        "True",
        "nul",
        "NaN",
        "[Infinity]",
        "[+1]",
        "[01]",
        "\"",
        "\"\\",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\ud83d\"",
        "\"\\ude00\\ud83d\"",
        "\"a\nb\"",
        "/**/[]",
        "[1]//",
        "\ufeff[]",
        "[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"\\u0061\":2}"
      })
  void everythingElseIsRefusedWithItsPlace(String text) {
    assertThatThrownBy(() -> skip(text))
        .isInstanceOf(JsonException.class)
        .hasMessageMatching("The JSON is wrong at byte \\d+: expected .+\\.");
  }

  @ParameterizedTest
  @CsvSource({"c3", "ff", "c080", "eda080", "f5808080", "e28081c3"})
  void bytesThatAreNotUtf8AreRefused(String hex) {
    byte[] inside = HexFormat.of().parseHex(hex);
    byte[] text = new byte[inside.length + 2];
    text[0] = '"';
    text[text.length - 1] = '"';
    System.arraycopy(inside, 0, text, 1, inside.length);
    assertThatThrownBy(() -> new JsonReader(text).string()).isInstanceOf(JsonException.class);
  }

  @Test
  void whatIsReadIsWhatWasWritten() {
    JsonText text = new JsonText().object();
    text.name("n\"\\\u0001")
        .value("\u00e9\ud83d\ude00\n")
        .name("f")
        .values(new float[] {1.5f}, 0, 1);
    text.name("w").value(Long.MAX_VALUE).name("b").value(true).endObject();
    List<String> read = new ArrayList<>();
    JsonReader json = new JsonReader(text.bytes());
    json.object(
        name -> {
          read.add(name);
          switch (name) {
            case "f" -> json.array(() -> read.add(Float.toString(json.number())));
            case "w" -> read.add(Long.toString(json.whole()));
            case "b" -> read.add(Boolean.toString(json.bool()));
            default -> read.add(json.string());
          }
        });
    json.end();
    assertThat(read)
        .containsExactly(
            "n\"\\\u0001",
            "\u00e9\ud83d\ude00\n",
            "f",
            "1.5",
            "w",
            "9223372036854775807",
            "b",
            "true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.0", "1e3", "01", "9223372036854775808", "x", "\"1\""})
  void whatIsNoWholeNumberIsRefused(String text) {
    JsonReader json = new JsonReader(text.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(json::whole).hasMessageContaining("a whole number");
  }

  @Test
  void anObjectOfTooManyNamesIsRefused() {
    StringBuilder text = new StringBuilder("{\"n\":0");
    for (int i = 0; i < 1_000; i++) {
      text.append(",\"n").append(i).append("\":0");
    }
    assertThatThrownBy(() -> skip(text + "}")).hasMessageContaining("at most 1000 members");
  }
}
