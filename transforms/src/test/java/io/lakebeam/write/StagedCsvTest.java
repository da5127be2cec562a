package io.lakebeam.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lakebeam.lake.Run;
import io.lakebeam.lake.Table;
import io.lakebeam.lake.TableFormat;
import io.lakebeam.lake.WriteMode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedCsvTest {
  private static final Table<String> WORDS =
      Table.<String>named("words", "A word.")
          .text("word", word -> word)
          .partitionedByText("initial", word -> word.substring(0, 1))
          .storedAs(TableFormat.CSV);

  @TempDir private Path lake;

  @Test
  void sortsRowsIntoCsvFilesByPartition() throws IOException {
    Bundle outputs = new Bundle(run());
    List.of("ape", "bear", "ant").forEach(outputs.of(WORDS)::row);
    Tally tally = outputs.finish();

    assertThat(tally.files())
        .extracting(file -> file.target().replaceAll("part-.*(\\.\\w+)", "*$1"), StagedFile::rows)
        .containsExactlyInAnyOrder(
            tuple(lake + "/words/initial=a/*.csv", 2L), tuple(lake + "/words/initial=b/*.csv", 1L));
    assertThat(tally.files())
        .allMatch(file -> file.bytes() == Path.of(file.path()).toFile().length())
        .anySatisfy(file -> assertThat(Path.of(file.path())).hasContent("word\nape\nant\n"));
  }

  @Test
  void aPartitionWithoutRowsGetsAFileThatNamesItsColumns() throws IOException {
    Bundle outputs = new Bundle(run());
    outputs.of(WORDS).row("bear");
    outputs.partition(WORDS, List.of("a"));
    outputs.partition(WORDS, List.of("b"));

    assertThat(outputs.finish().files())
        .extracting(file -> file.target().replaceAll("part-.*", "*"), StagedFile::rows)
        .containsExactlyInAnyOrder(
            tuple(lake + "/words/initial=a/*", 0L), tuple(lake + "/words/initial=b/*", 1L));
  }

  @Test
  void severalTablesOfARunShareItsTallyAndLieInDirectoriesOfTheirOwn() throws IOException {
    Table<Integer> numbers =
        Table.<Integer>named("words/numbers", "A number.")
            .int32("number", number -> number)
            .within("words");
    Bundle outputs = new Bundle(run());
    outputs.of(WORDS.storedAs(TableFormat.PARQUET)).row("ape");
    outputs.of(numbers).row(7);
    outputs.of(numbers).row(8);
    Tally tally = outputs.finish();

    assertThat(tally.written()).isEqualTo(3);
    assertThat(tally.files())
        .extracting(file -> file.target().replaceAll("part-.*(\\.\\w+)", "*$1"), StagedFile::rows)
        .containsExactlyInAnyOrder(
            tuple(lake + "/words/initial=a/*.parquet", 1L),
            tuple(lake + "/words/numbers/*.parquet", 2L));
  }

  private Run run() {
    return Run.builder()
        .pipeline("words")
        .runId("run")
        .version("1")
        .runner("DirectRunner")
        .lake(lake + "/")
        .output(lake + "/words/")
        .writeMode(WriteMode.OVERWRITE)
        .maxRejectRatio(0)
        .options(Map.of())
        .inputs(List.of())
        .startedAt(Instant.EPOCH)
        .build();
  }
}
