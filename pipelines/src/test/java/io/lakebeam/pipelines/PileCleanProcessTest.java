package io.lakebeam.pipelines;

import static io.lakebeam.pipelines.PileDocuments.line;
import static io.lakebeam.pipelines.PileDocuments.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lakebeam.pipelines.testing.LakebeamProcess;
import io.lakebeam.pipelines.testing.LakebeamProcess.Finished;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only a process of its own shows: its memory, and the locale that it was started in. */
class PileCleanProcessTest {
  private static final int MAX_LINE_BYTES = 64 << 20;

  private static final String TWO_LETTER_WORDS =
      IntStream.range(0, 26 * 26)
          .mapToObj(word -> "" + (char) ('a' + word / 26) + (char) ('a' + word % 26) + ' ')
          .collect(Collectors.joining());

  @TempDir private Path temp;

  private Finished run(List<String> jvmArguments, Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    try (LakebeamProcess process =
        LakebeamProcess.start(
            Files.createDirectory(temp.resolve("process")), jvmArguments, environment, args)) {
      return process.await();
    }
  }

  @ParameterizedTest
  @CsvSource({"none, 512", "exact, 768"})
  void readsTheLongestLinesAndPassesLongerOnesInLittleMemory(String deduplication, int megabytes)
      throws Exception {
    TestLake lake = new TestLake(temp.resolve("lake"));
    Path file = lake.write("raw/pile/00.jsonl", line("a", text("first", 120)));
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
      writeLine(out, "x", MAX_LINE_BYTES);
      writeLine(out, "x", MAX_LINE_BYTES + 1);
      writeLine(out, "x", 3 * MAX_LINE_BYTES);
      writeLine(out, "y", MAX_LINE_BYTES);
      out.write(line("a", text("last", 120)).getBytes(StandardCharsets.UTF_8));
    }

    clean(lake, megabytes, "--deduplicate=" + deduplication);

    assertThat(lake.rows("silver/pile", "set_name, length(text)"))
        .containsExactly(
            "__HIVE_DEFAULT_PARTITION__|" + (MAX_LINE_BYTES - 11),
            "__HIVE_DEFAULT_PARTITION__|" + (MAX_LINE_BYTES - 11),
            "a|120",
            "a|120");
    assertThat(lake.rejects("pile-clean", "long"))
        .extracting(
            reject -> reject.get("reason").textValue(),
            reject -> reject.get("payload").textValue().length())
        .containsOnly(tuple("line_too_long", 65536));
  }

  /** A text of very many words is measured, and its signature taken, without holding them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"--deduplicate=near | {}", "--quality=gopher | {\"gopher_word_count\":1}"})
  void looksAtTheWordsOfALongTextInLittleMemory(String option, String filteredBy) throws Exception {
    TestLake lake = new TestLake(temp.resolve("lake"));
    Path file = lake.write("raw/pile/00.jsonl", "");
    try (OutputStream out = Files.newOutputStream(file)) {
      writeLine(out, TWO_LETTER_WORDS, MAX_LINE_BYTES);
    }

    clean(lake, 640, option);

    assertThat(lake.readReport("pile-clean", "long").get("filtered_by")).hasToString(filteredBy);
  }

  private void clean(TestLake lake, int megabytes, String option) throws Exception {
    Finished finished =
        run(
            List.of("-Xmx" + megabytes + "m", "-XX:+UseParallelGC"),
            Map.of(),
            "pile-clean",
            "--lake=" + lake.root(),
            "--runId=long",
            "--maxRejectRatio=1",
            option,
            "--targetParallelism=1");
    assertThat(finished.exitCode()).as(finished.err()).isZero();
  }

  /** A line whose text repeats a part. */
  private static void writeLine(OutputStream out, String part, int length) throws IOException {
    byte[] line = part.repeat(length / part.length() + 1).getBytes(StandardCharsets.UTF_8);
    byte[] start = "{\"text\":\"".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(start, 0, line, 0, start.length);
    line[length - 2] = '"';
    line[length - 1] = '}';
    line[length] = '\n';
    out.write(line, 0, length + 1);
  }

  @Test
  void refusesALocaleThatCannotNameAllDirectories() throws Exception {
    TestLake lake = new TestLake(temp.resolve("lake"));
    lake.write("raw/pile/00.jsonl", line("a", text("1", 120)));

    Finished finished =
        run(
            List.of("-Xmx256m"),
            Map.of("LC_ALL", "C"),
            "pile-clean",
            "--lake=" + lake.root(),
            "--runId=ascii");

    assertThat(finished.exitCode()).isEqualTo(2);
    assertThat(finished.err()).hasLineCount(1).contains("LC_ALL=C.UTF-8");
    assertThat(lake.tree("")).containsExactly("raw", "raw/pile", "raw/pile/00.jsonl");
  }

  @Test
  void isLeftOutOfTheDemoInSuchALocale() throws Exception {
    Finished finished =
        run(
            List.of("-Xmx256m"),
            Map.of("LC_ALL", "C"),
            "demo",
            "--dryRun",
            "--lake=" + temp.resolve("lake"));

    assertThat(finished.exitCode()).as(finished.err()).isZero();
    assertThat(finished.out()).contains("$ pile-clean is left out").doesNotContain("--family=pile");
  }
}
