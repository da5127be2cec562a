package io.lakebeam.pipelines;

import static io.lakebeam.pipelines.PileDocuments.line;
import static io.lakebeam.pipelines.PileDocuments.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lakebeam.testing.DuckDb;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cleaning the Pile keeps, drops and refuses, end to end. */
class PileCleanTest {
  private static final String LONG_TEXT =
      "It is done, and submitted. You can play “Survival of the Tastiest” on Android, and on the"
          + " web. Playing on the web works for you";

  @TempDir private Path temp;
  private TestLake lake;

  @BeforeEach
  void openLake() {
    lake = new TestLake(temp);
  }

  private void land(String... lines) {
    lake.write("raw/pile/00.jsonl", String.join("", lines));
  }

  private List<String> texts() {
    return lake.rows("silver/pile", "set_name, text");
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheFirstOfThreeDocuments(OnRunner runner) {
    assertThat(LONG_TEXT).hasSize(127);
    land(
        line("Pile-CC", LONG_TEXT),
        line("Pile-CC", "What is this all about?"),
        line("Pile-CC", "x".repeat(200) + " copyright WWE"));

    lake.run(runner.with("pile-clean", "--runId=known")).done();

    assertThat(texts()).containsExactly("Pile-CC|" + LONG_TEXT);
    JsonNode report = lake.readReport("pile-clean", "known");
    assertThat(report.get("filtered_by")).hasToString("{\"contains\":1,\"too_short\":1}");
    assertThat(report.get("sets"))
        .hasToString(
            "{\"Pile-CC\":{\"kept\":1,\"kept_characters\":127,\"too_short\":1,"
                + "\"too_short_characters\":23,\"contains\":1,\"contains_characters\":214,"
                + "\"duplicate\":0,\"duplicate_characters\":0}}");
  }

  @Test
  void appliesTheRulesInTheirOrderToCodePoints() {
    String smiles = "\ud83d\ude00".repeat(100);
    land(
        line("a", smiles),
        line("b", smiles + "1"),
        line("c", "too short, whatever its copyright"),
        line("d", text("The COPYRIGHT of all rights", 101)));

    lake.run("pile-clean", "--runId=order").done();

    assertThat(texts())
        .containsExactly("b|" + smiles + "1", "d|" + text("The COPYRIGHT of all rights", 101));
    assertThat(lake.readReport("pile-clean", "order").get("filtered_by"))
        .hasToString("{\"too_short\":2}");
  }

  @Test
  void dropsTheGivenPhrasesInsteadOfTheDefault() {
    land(
        line("a", "a copyright"),
        line("b", "an ÄRGERNIS"),
        line("c", "all rights"),
        line("d", "x"),
        line("e", ""));

    lake.run(
            "pile-clean",
            "--minLength=0",
            "--dropContaining=ärger",
            "--dropContaining=Rights",
            "--ignoreCase")
        .done();

    assertThat(texts()).containsExactly("a|a copyright", "d|x");
  }

  @ParameterizedTest
  @EnumSource
  void namesADirectoryAfterEachSet(OnRunner runner) {
    List<String> names = List.of("Pile-CC", "a/b=c%d", "中文 😀", "Wikipedia (en)", "..", "q?\"*:#");
    StringBuilder lines = new StringBuilder();
    names.forEach(name -> lines.append(line(name, text(name, 120))));
    lines.append(line(null, text("absent", 120))).append(line("", text("empty", 120)));
    lines.append("{\"text\":\"" + text("null", 120) + "\",\"meta\":{\"pile_set_name\":null}}\n");
    lines.append("{\"meta\":\"Pile-CC\",\"text\":\"" + text("no object", 120) + "\"}\n");
    land(lines.toString());

    lake.run(runner.with("pile-clean", "--runId=names")).done();

    List<String> expected = new ArrayList<>();
    names.forEach(name -> expected.add(name + "|" + text(name, 120)));
    for (String name : List.of("absent", "empty", "null", "no object")) {
      expected.add("__HIVE_DEFAULT_PARTITION__|" + text(name, 120));
    }
    assertThat(texts()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(lake.tree("silver/pile"))
        .contains(
            "silver/pile/set_name=a%2Fb%3Dc%25d",
            "silver/pile/set_name=中文 😀", "silver/pile/set_name=__HIVE_DEFAULT_PARTITION__");
    assertThat(lake.readReport("pile-clean", "names").get("sets").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "Pile-CC",
            "a/b=c%d",
            "中文 😀",
            "Wikipedia (en)",
            "..",
            "q?\"*:#",
            "__HIVE_DEFAULT_PARTITION__");
  }

  @Test
  void refusesLinesThatAreNoDocumentsAndKeepsThemUntouched() {
    List<String> bad =
        List.of(
            "{\"text\": \"cut",
            "[1, 2]",
            "{\"meta\": {}}",
            "{\"text\": null}",
            "{\"text\": [\"a\"]}",
            "{\"text\": \"a\\n\", \"meta\": {\"pile_set_name\": 7}}",
            "{\"text\": \"\\ud800\"}",
            "{\"text\": \"a\", \"meta\": {\"pile_set_name\": \"" + "\\u20ac".repeat(90) + "\"}}");
    land(line("a", text("kept", 120)), "\n  \r\n", String.join("\n", bad) + "\n");
    lake.write("raw/pile/01.jsonl", new byte[] {'{', '"', (byte) 0xE9, '"', ':', '1', '}'});

    lake.run("pile-clean", "--runId=bad", "--maxRejectRatio=1").done();

    List<JsonNode> rejects = lake.rejects("pile-clean", "bad");
    assertThat(rejects)
        .filteredOn(reject -> reject.has("payload"))
        .extracting(reject -> reject.get("payload").textValue())
        .containsExactlyInAnyOrderElementsOf(bad);
    assertThat(rejects)
        .extracting(
            reject -> reject.get("reason").textValue() + " " + reject.path("column").asText())
        .containsExactlyInAnyOrder(
            "malformed_json ",
            "not_an_object ",
            "missing_value text",
            "missing_value text",
            "wrong_type text",
            "wrong_type meta.pile_set_name",
            "lone_surrogate ",
            "name_too_long meta.pile_set_name",
            "invalid_utf8 ");
    assertThat(lake.count("silver/pile")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheSmallestOfTextsThatDifferInWhiteSpaceOnly(OnRunner runner) {
    String spaced = text("one  two\n\u00a0three ", 149);
    String tight = text("one two three ", 147);
    land(
        line("b", tight),
        line("b", spaced),
        line("b", " " + tight + "\t"),
        line("c", tight),
        line("c", tight + "y"),
        line("d", spaced),
        line("d", "short"));

    lake.run(runner.with("pile-clean", "--deduplicate=exact", "--runId=once")).done();

    assertThat(texts()).containsExactly("b| " + tight + "\t", "c|" + tight + "y");
    JsonNode report = lake.readReport("pile-clean", "once");
    assertThat(report.get("filtered_by")).hasToString("{\"duplicate\":4,\"too_short\":1}");
    assertThat(report.get("sets").get("b").get("duplicate").asInt()).isEqualTo(2);
    assertThat(report.get("sets").get("b").get("kept_characters").asInt()).isEqualTo(149);
    assertThat(report.get("sets").get("d").get("kept").asInt()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void keepsTextsOfManySetsInAnyOrder(OnRunner runner) {
    List<String> expected = new ArrayList<>();
    StringBuilder lines = new StringBuilder();
    IntStream.range(0, 300)
        .forEach(
            i -> {
              String text = text("a\0b" + i, 110);
              lines.append(line("set " + i % 60, text));
              expected.add("set " + i % 60 + "|" + text);
            });
    land(lines.toString());

    lake.run(runner.with("pile-clean")).done();

    assertThat(texts()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gz", "zst"})
  void readsCompressedFilesToTheirEnd(String extension) {
    byte[] whole = PileDocuments.compressed(extension, line("a", text("1", 200)).repeat(1000));
    lake.write("raw/pile/00.jsonl." + extension, whole);
    lake.run("pile-clean").done();
    assertThat(lake.count("silver/pile")).isEqualTo(1000);

    lake.write("raw/pile/00.jsonl." + extension, Arrays.copyOf(whole, whole.length / 2));
    assertThat(lake.run("pile-clean").failed(3))
        .contains("00.jsonl." + extension + " cannot be read beyond byte")
        .contains("decompressed");
    assertThat(lake.count("silver/pile")).isEqualTo(1000);
  }

  @Test
  void showsWhatEachRuleDropped() throws Exception {
    StringBuilder lines = new StringBuilder();
    IntStream.range(0, 50).forEach(i -> lines.append(line("a", "short " + i)));
    lines.append(line("b", "x".repeat(500) + " copyright " + "y".repeat(500)));
    land(lines.toString());

    lake.run("pile-clean", "--runId=one").done();
    lake.run(OnRunner.SPARK.with("pile-clean", "--runId=other")).done();

    String samples = "_runs/pile-clean/samples/";
    assertThat(lake.tree(samples + "one"))
        .containsExactly(samples + "one/contains.jsonl", samples + "one/too_short.jsonl");
    assertThat(temp.resolve(samples + "one/too_short.jsonl"))
        .content()
        .hasLineCount(20)
        .contains("{\"set_name\":\"a\",\"characters\":8,\"excerpt\":\"short ");
    assertThat(temp.resolve(samples + "one/contains.jsonl"))
        .content()
        .contains("xx copyright yy")
        .hasSizeLessThan(400);
    for (String rule : List.of("contains", "too_short")) {
      assertThat(temp.resolve(samples + "other/" + rule + ".jsonl"))
          .hasSameTextualContentAs(temp.resolve(samples + "one/" + rule + ".jsonl"));
    }
  }

  @Test
  void printsATableOfTheSets() {
    land(line("a|b", text("1", 120)), line("a|b", "short"), line("c", text("copyright", 1200)));

    Ended ended = lake.run("pile-clean", "--summary").done();

    assertThat(ended.out())
        .endsWith(
            "| set | kept | too short | contains | duplicate | kept characters | dropped characters |\n"
                + "|---|--:|--:|--:|--:|--:|--:|\n"
                + "| a\\|b | 1 | 1 | 0 | 0 | 120 | 5 |\n"
                + "| c | 0 | 0 | 1 | 0 | 0 | 1,200 |\n"
                + "| **all** | 1 | 1 | 1 | 0 | 120 | 1,205 |\n");
  }

  @Test
  void addsUpSetsWhoseNamesLookAlikeInTheTable() {
    land(line("a b", text("1", 120)), line("a\tb", text("2", 120)));

    assertThat(lake.run("pile-clean", "--summary").done().out()).contains("| **all** | 2 |");
  }

  @Test
  void findsPhrasesHoweverTheyAreSpelledOnceTextsAreNormalized() {
    land(line("a", text("cafe\u0301 ", 120)), line("a", text("caf\u00e9 ", 120)));

    lake.run("pile-clean", "--normalize=nfc", "--dropContaining=cafe\u0301").done();

    assertThat(texts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zstd", "snappy"})
  void storesTextsCompressedAndWithoutStatistics(String codec) {
    land(line("a", text("1", 200)), line("a", text("2", 200)));

    lake.run("pile-clean", "--codec=" + codec).done();

    assertThat(texts()).hasSize(2);
    assertThat(
            DuckDb.rows(
                "SELECT DISTINCT lower(compression), encodings, stats_min_value, dictionary_page_offset"
                    + " FROM parquet_metadata('"
                    + temp
                    + "/silver/pile/*/*.parquet')"))
        .singleElement()
        .asString()
        .startsWith(codec + "|")
        .contains("PLAIN")
        .doesNotContain("DICTIONARY")
        .endsWith("|null|null");
  }

  @Test
  void refusesAPhraseThatEveryTextContains() {
    assertThat(lake.run("pile-clean", "--dropContaining=copyright, ").failed(2))
        .contains("--dropContaining has a blank phrase");
    assertThat(lake.run("pile-clean", "--maxLineBytes=0").failed(2))
        .contains("a whole number from 1 to 536870912");
  }
}
