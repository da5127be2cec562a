package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakebeam.pile.PileGenerator;
import io.lakebeam.pile.PileOracle;
import io.lakebeam.pile.PileOracle.Option;
import io.lakebeam.pile.PileOracle.Options;
import io.lakebeam.pile.QualityOracle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What pile-clean makes of documents, with every option, is what the oracle makes of them. */
class PileResultsTest {
  private static final int GENERATED = 220;
  private static final int LONGEST_LINE = 3_000;

  /** DuckDB takes the name of the null partition for a text. */
  private static final String SET_NAME = "nullif(set_name, '__HIVE_DEFAULT_PARTITION__')";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<byte[]> LINES = lines();

  @TempDir private Path temp;
  private TestLake lake;

  @BeforeEach
  void writeInput() {
    lake = new TestLake(temp);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (byte[] line : LINES) {
      file.writeBytes(line);
      file.write('\n');
    }
    lake.write("raw/pile/sample.jsonl", file.toByteArray());
  }

  static Stream<Arguments> options() {
    Options plain = Options.defaults();
    Options all = plain.with(Option.NFC).with(Option.MASK).with(Option.GOPHER).with(Option.NEAR);
    Map<Options, List<String>> options =
        Map.of(
            plain,
            List.of(),
            plain.with(Option.NFC),
            List.of("--normalize=nfc"),
            plain.with(Option.MASK),
            List.of("--maskPii"),
            plain.with(Option.GOPHER),
            List.of("--quality=gopher"),
            plain.with(Option.EXACT),
            List.of("--deduplicate=exact"),
            plain.with(Option.NEAR),
            List.of("--deduplicate=near"),
            all,
            List.of("--normalize=nfc", "--maskPii", "--quality=gopher", "--deduplicate=near"));
    return options.entrySet().stream()
        .flatMap(
            entry ->
                Arrays.stream(OnRunner.values())
                    .map(runner -> Arguments.of(entry.getValue(), entry.getKey(), runner)));
  }

  @ParameterizedTest(name = "{0} {2}")
  @MethodSource("options")
  void areThoseOfTheOracle(List<String> arguments, Options options, OnRunner runner) {
    PileOracle expected = PileOracle.clean(LINES, options);
    List<String> command =
        new ArrayList<>(List.of("pile-clean", "--runId=r", "--maxRejectRatio=1"));
    command.addAll(arguments);

    lake.run(runner.with(command.toArray(String[]::new))).done();

    assertThat(lake.rows("silver/pile", SET_NAME + ", md5(text)"))
        .containsExactlyInAnyOrderElementsOf(
            expected.kept().stream().map(text -> text.setName() + "|" + md5(text.text())).toList());
    assertThat(expected.kept()).hasSizeGreaterThan(50);
    JsonNode report = lake.readReport("pile-clean", "r");
    assertThat(counts(report.get("filtered_by"))).isEqualTo(expected.filteredBy());
    assertThat(report.at("/counters/rejected").asLong()).isEqualTo(expected.rejected());
    assertThat(report.at("/counters/read").asLong()).isEqualTo(LINES.size());
    assertSameSets(report.get("sets"), expected);
  }

  private static void assertSameSets(JsonNode sets, PileOracle expected) {
    Map<String, Long> masked = new TreeMap<>();
    for (Map.Entry<String, Map<String, PileOracle.Count>> set : expected.sets().entrySet()) {
      String name = set.getKey().isEmpty() ? "__HIVE_DEFAULT_PARTITION__" : set.getKey();
      set.getValue()
          .forEach(
              (fate, count) -> {
                assertThat(sets.get(name).path(fate).asLong()).isEqualTo(count.documents());
                assertThat(sets.get(name).path(fate + "_characters").asLong())
                    .isEqualTo(count.characters());
              });
    }
    for (JsonNode set : sets) {
      counts(set)
          .forEach(
              (name, count) -> {
                if (name.startsWith("masked_")) {
                  masked.merge(name.substring("masked_".length()), count, Long::sum);
                }
              });
    }
    assertThat(masked).isEqualTo(expected.masked());
  }

  @ParameterizedTest
  @MethodSource("measuring")
  void haveAColumnForEachMeasure(String option) {
    lake.run("pile-clean", option, "--maxRejectRatio=1").done();

    Map<String, Map<String, Double>> measures = new TreeMap<>();
    for (byte[] line : LINES) {
      String text = text(line);
      measures.put(md5(text), QualityOracle.measures(text));
    }
    String columns = String.join(", ", QualityOracle.measures("").keySet());
    List<String> rows = lake.rows("silver/pile", "md5(text), " + columns);
    assertThat(rows).hasSizeGreaterThan(50);
    for (String row : rows) {
      List<String> cells = List.of(row.split("\\|"));
      assertThat(cells.subList(1, cells.size()).stream().map(Double::valueOf))
          .containsExactlyElementsOf(measures.get(cells.get(0)).values());
    }
    assertThat(rows.stream().anyMatch(row -> Double.parseDouble(row.split("\\|")[1]) < 50))
        .isEqualTo(option.endsWith("columns"));
  }

  static Stream<String> measuring() {
    return Stream.of("--quality=gopher-columns", "--quality=gopher");
  }

  private static Map<String, Long> counts(JsonNode object) {
    Map<String, Long> counts = new TreeMap<>();
    object
        .fields()
        .forEachRemaining(field -> counts.put(field.getKey(), field.getValue().asLong()));
    return counts;
  }

  /** Generated lines that are not too long, dirty ones among them, and some that are special. */
  private static List<byte[]> lines() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      PileGenerator.of(1_200, 5, 0.02).write(0, out);
      List<byte[]> lines =
          new ArrayList<>(
              out.toString(StandardCharsets.ISO_8859_1)
                  .lines()
                  .filter(line -> line.length() < LONGEST_LINE)
                  .limit(GENERATED)
                  .map(line -> line.getBytes(StandardCharsets.ISO_8859_1))
                  .toList());
      for (String setName : List.of("a/b", "a=b", "100%", "%2F", "Größe", "名前", "a b", "..", "")) {
        lines.add(document(setName, "The text of a set that has a special name. ".repeat(3)));
        lines.add(document(setName, "  The text of\n a set that has a special name. ".repeat(3)));
      }
      lines.add(bytes("{\"text\": \"" + "no meta ".repeat(20) + "\"}"));
      lines.add(bytes("{\"text\": \"" + "null meta ".repeat(20) + "\", \"meta\": null}"));
      String words = prose();
      lines.add(document("near", words));
      lines.add(document("near", words.replace("w17 ", "changed ")));
      lines.add(document("near", words + "and two more"));
      lines.add(document("spelling", "Cafe\u0301 \u212B\r\nCRLF\u0000\u0007 \u0085".repeat(20)));
      lines.add(document("spelling", "Caf\u00E9 \u00C5\nCRLF \n".repeat(20)));
      lines.add(document("short", "\u0000".repeat(60) + "e\u0301".repeat(30)));
      return lines;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String prose() {
    StringBuilder words = new StringBuilder("It is said to be the one with that of all. ");
    for (int i = 0; i < 200; i++) {
      words.append('w').append(i).append(i % 10 == 0 ? ". " : " ");
    }
    return words.toString();
  }

  private static byte[] document(String setName, String text) throws IOException {
    return JSON.writeValueAsBytes(Map.of("text", text, "meta", Map.of("pile_set_name", setName)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] line) {
    try {
      return JSON.readTree(line).path("text").asText();
    } catch (IOException malformed) {
      return "";
    }
  }

  private static String md5(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(bytes(text));
      return String.format("%032x", new BigInteger(1, digest));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
