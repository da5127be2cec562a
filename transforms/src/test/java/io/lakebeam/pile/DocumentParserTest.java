package io.lakebeam.pile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakebeam.read.BadValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** What the parser makes of any line is what Jackson and the rules say. */
class DocumentParserTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final DocumentParser parser = new DocumentParser();

  /** The document as a text, or the reason why there is none. */
  private String parsed(byte[] line) {
    byte[] padded = new byte[line.length + 4];
    System.arraycopy(line, 0, padded, 2, line.length);
    try {
      Document document = parser.parse(padded, 2, 2 + line.length);
      return told(document.getSetName(), document.getText().toString(), document.getCharacters());
    } catch (BadValue e) {
      assertThat(Arrays.copyOfRange(padded, 2, 2 + line.length))
          .as("an untouched payload")
          .isEqualTo(line);
      return e.reason() + (e.column() == null ? "" : " " + e.column());
    }
  }

  private String parsed(String line) {
    return parsed(line.getBytes(StandardCharsets.UTF_8));
  }

  private static String told(String setName, String text, long characters) {
    return setName + ": " + text + " (" + characters + ")";
  }

  /** What is expected; any of the reasons for a line that is no JSON. */
  private static Set<String> expected(byte[] line) {
    JsonNode document;
    try {
      document =
          JSON.readTree(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString());
    } catch (CharacterCodingException | JsonProcessingException e) {
      return Set.of("malformed_json", "invalid_utf8", "lone_surrogate");
    }
    if (document.isMissingNode()) {
      return Set.of("malformed_json");
    }
    if (hasLoneSurrogate(line)) {
      return Set.of("lone_surrogate");
    }
    return Set.of(expected(document));
  }

  private static String expected(JsonNode document) {
    if (!document.isObject()) {
      return "not_an_object";
    }
    JsonNode text = document.path("text");
    JsonNode setName = document.path("meta").path("pile_set_name");
    if (text.isMissingNode() || text.isNull()) {
      return "missing_value text";
    }
    if (!text.isTextual()) {
      return "wrong_type text";
    }
    if (!setName.isMissingNode() && !setName.isNull() && !setName.isTextual()) {
      return "wrong_type meta.pile_set_name";
    }
    String name = setName.asText("");
    String value = text.textValue();
    return told(
        setName.isNull() || name.isEmpty() ? null : name,
        value,
        value.codePointCount(0, value.length()));
  }

  /** Anywhere, also in fields that a later one of the same name hides. */
  private static boolean hasLoneSurrogate(byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8);
    List<Integer> units = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '\\') {
        units.add(-1);
      } else if (text.charAt(++i) == 'u') {
        units.add(Integer.parseInt(text.substring(i + 1, i + 5), 16));
        i += 4;
      } else {
        units.add(-1);
      }
    }
    for (int i = 0; i < units.size(); i++) {
      int unit = units.get(i);
      boolean pair =
          unit >= 0xD800
              && unit < 0xDC00
              && i + 1 < units.size()
              && units.get(i + 1) >= 0xDC00
              && units.get(i + 1) < 0xE000;
      if (pair) {
        i++;
      } else if (unit >= 0xD800 && unit < 0xE000) {
        return true;
      }
    }
    return false;
  }

  @Property(tries = 5000)
  @StatisticsReport(onFailureOnly = true)
  void readsEveryLineAsJacksonDoes(@ForAll long seed) {
    byte[] line = new RandomJson(seed).line().getBytes(StandardCharsets.UTF_8);

    String parsed = parsed(line);

    Statistics.collect(parsed.contains(": "));
    Statistics.coverage(coverage -> coverage.check(true).percentage(p -> p > 5));
    assertThat(expected(line)).contains(parsed);
  }

  @Property(tries = 10_000)
  @StatisticsReport(onFailureOnly = true)
  void refusesEveryDamagedLineThatJacksonRefuses(@ForAll long seed) {
    RandomJson json = new RandomJson(seed);
    byte[] line = json.damaged(json.line());

    String parsed = parsed(line);

    Statistics.collect(parsed.equals("malformed_json"));
    Statistics.coverage(coverage -> coverage.check(true).percentage(p -> p > 20));
    Statistics.coverage(coverage -> coverage.check(false).percentage(p -> p > 10));
    assertThat(expected(line)).contains(parsed);
  }

  @Provide
  Arbitrary<byte[]> anything() {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(30);
  }

  @Provide
  Arbitrary<String> punctuation() {
    return Arbitraries.strings().withChars("{}[]\":,\\u0ed8a1- ").ofMaxLength(12);
  }

  @Property
  void agreesWithJacksonOnAnyBytes(@ForAll("anything") byte[] line) {
    assertThat(expected(line)).contains(parsed(line));
  }

  @Property(tries = 10_000)
  void agreesWithJacksonOnPunctuation(@ForAll("punctuation") String line) {
    assertThat(expected(line.getBytes(StandardCharsets.UTF_8))).contains(parsed(line));
  }

  @Example
  void countsCodePointsAndDecodesEscapes() {
    assertThat(parsed("{\"text\":\"\\u00e9\\ud83d\\ude00\ud83d\ude00\\t\\u0000\"}"))
        .isEqualTo("null: \u00e9\ud83d\ude00\ud83d\ude00\t\0 (5)");
  }

  @Example
  void takesTheLastOfFieldsWithTheSameName() {
    assertThat(
            parsed(
                "{\"text\":1,\"meta\":{\"pile_set_name\":\"a\"},\"text\":\"b\",\"meta\":{},"
                    + "\"x\":{\"text\":2}}"))
        .isEqualTo("null: b (1)");
  }

  @Example
  void takesASetNameAsLongAsADirectoryCanBe() {
    String start = "{\"text\":\"a\",\"meta\":{\"pile_set_name\":\"";

    assertThat(parsed(start + "x".repeat(246) + "\"}}")).startsWith("xxx");
    assertThat(parsed(start + "x".repeat(247) + "\"}}"))
        .isEqualTo("name_too_long meta.pile_set_name");
    assertThat(parsed(start + "/".repeat(82) + "\"}}")).startsWith("///");
    assertThat(parsed(start + "/".repeat(83) + "\"}}"))
        .isEqualTo("name_too_long meta.pile_set_name");
    assertThat(parsed(start + "\\u20ac".repeat(83) + "\"}}"))
        .isEqualTo("name_too_long meta.pile_set_name");
  }
}
