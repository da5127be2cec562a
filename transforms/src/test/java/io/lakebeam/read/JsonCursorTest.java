package io.lakebeam.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single rules of the grammar; DocumentParserTest compares any bytes with Jackson. */
class JsonCursorTest {
  private static String verdict(byte[] bytes) {
    JsonCursor json = new JsonCursor();
    json.reset(bytes, 0, bytes.length);
    try {
      json.skipValue();
      json.expectEnd();
      return "valid";
    } catch (BadValue e) {
      return e.reason();
    }
  }

  private static String verdict(String text) {
    return verdict(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " [ ] ",
        "0",
        "-0",
        "-0.5e+10",
        "1E5",
        "1e-5",
        "10.00",
        "true",
        "false",
        "null",
        "\"\"",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000\\uFfFf\"",
        "\"\\ud83d\\ude00\"",
        "\"\u007f \ud83d\ude00\"",
        "{\"a\":1,\"a\":{\"b\":[1,{},[]]}}",
        "\t\r\n 1 \t\r\n"
      })
  void takesWhatTheStandardAllows(String text) {
    assertThat(verdict(text)).isEqualTo("valid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "[",
        "]",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{,}",
        "{1:1}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":1 \"b\":2}",
        "{} {}",
        "{}x",
        "[}",
        "{]",
        "01",
        "-",
        "+1",
        ".5",
        "1.",
        "1e",
        "1e+",
        "0x1",
        "1_0",
        "NaN",
        "Infinity",
        "tru",
        "truex",
        "nul",
        "True",
        "\"",
        "\"a",
        "\"\\\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\u+123\"",
        "\"\t\"",
        "\"\u0001\"",
        "\u00a01",
        "\ufeff{}",
        "/**/1",
        "\"a\"b"
      })
  void refusesWhatItDoesNot(String text) {
    assertThat(verdict(text)).isEqualTo("malformed_json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\ud800",
        "\\udc00",
        "\\ud800\\ud800",
        "\\ud800x",
        "\\ud800\\n",
        "\\udc00\\ud800",
        "a\\uDBFF"
      })
  void refusesHalfAPair(String escapes) {
    assertThat(verdict("\"" + escapes + "\"")).isEqualTo("lone_surrogate");
  }

  @ParameterizedTest
  @CsvSource({
    "80",
    "BF",
    "C0 80",
    "C1 BF",
    "C2",
    "C2 41",
    "E0 80 80",
    "E0 9F BF",
    "E1 80",
    "E1 80 41",
    "ED A0 80",
    "ED BF BF",
    "EF BF",
    "F0 80 80 80",
    "F0 8F BF BF",
    "F1 80 80",
    "F4 90 80 80",
    "F5 80 80 80",
    "F8 88 80 80 80",
    "FE",
    "FF"
  })
  void refusesWhatIsNotUtf8(String hex) {
    assertThat(verdict(quoted(hex))).isEqualTo("invalid_utf8");
  }

  @ParameterizedTest
  @CsvSource({
    "C2 80",
    "DF BF",
    "E0 A0 80",
    "EC BF BF",
    "ED 9F BF",
    "EE 80 80",
    "EF BF BF",
    "F0 90 80 80",
    "F3 BF BF BF",
    "F4 8F BF BF"
  })
  void takesTheEdgesOfUtf8(String hex) {
    assertThat(verdict(quoted(hex))).isEqualTo("valid");
  }

  private static byte[] quoted(String hex) {
    StringBuilder text = new StringBuilder("\"");
    for (String one : hex.split(" ")) {
      text.append((char) Integer.parseInt(one, 16));
    }
    return text.append('"').toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void goesAThousandValuesDeepAndNoFurther() {
    assertThat(verdict("[".repeat(1000) + "]".repeat(1000))).isEqualTo("valid");
    assertThat(verdict("[".repeat(1001) + "]".repeat(1001))).isEqualTo("malformed_json");
    assertThat(verdict("{\"a\":".repeat(1_000_000))).isEqualTo("malformed_json");
  }

  @Test
  void saysAtWhichByteTheLineIsWrong() {
    JsonCursor json = new JsonCursor();
    byte[] bytes = "xx{\"a\":tru}".getBytes(StandardCharsets.UTF_8);
    json.reset(bytes, 2, bytes.length);
    try {
      json.skipValue();
    } catch (BadValue e) {
      assertThat(e.message())
          .isEqualTo("The line is not JSON at its byte 8: there is no such value.");
      return;
    }
    throw new AssertionError("was taken");
  }
}
