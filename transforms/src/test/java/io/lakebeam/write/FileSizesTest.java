package io.lakebeam.write;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.lake.Run;
import io.lakebeam.lake.Table;
import io.lakebeam.lake.Texts;
import io.lakebeam.lake.Utf8Text;
import io.lakebeam.lake.WriteMode;
import io.lakebeam.testing.DuckDb;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Files of a partition come near the target, whether one bundle writes them or very many. */
@ExtendWith(TestPipelineExtension.class)
class FileSizesTest {
  private static final Table<Integer> TABLE =
      Table.<Integer>named("rows", "A row that does not compress.")
          .id("id", row -> row)
          .nullableText("text", row -> row % 3 == 0 ? null : noise(row))
          .partitionedByText("parity", row -> row % 2 == 0 ? "even" : "odd");

  private static final int LONG_TEXT_PARTITIONS = 30;

  private static final Table<Integer> LONG_TEXTS =
      Table.<Integer>named("rows", "A row of a thousand bytes that do not compress.")
          .longText("text", FileSizesTest::longNoise)
          .partitionedByText("rest", row -> "" + row % LONG_TEXT_PARTITIONS);

  @TempDir private static Path lake;

  private static String noise(int row) {
    return noise(row, 40);
  }

  private static String noise(int row, int length) {
    byte[] noise = new byte[length];
    new Random(row).nextBytes(noise);
    return new String(noise, StandardCharsets.ISO_8859_1);
  }

  private static Utf8Text longNoise(int row) {
    return Texts.utf8(noise(row, 1000));
  }

  @Test
  void spreadsAPartitionOverSeveralFiles(TestPipeline pipeline) {
    long target = 2 << 20;
    check(
        pipeline
            .apply(Create.of(0))
            .apply(Stage.into(run(target), TABLE, (from, output) -> emit(0, 400_000, output))),
        400_000,
        files -> {
          assertThat(files).hasSizeGreaterThan(2).hasSizeLessThan(8);
          assertThat(files).allMatch(file -> file.bytes() <= target);
          assertThat(files).filteredOn(file -> file.bytes() < target / 2).hasSizeLessThan(2);
        });
    pipeline.run();
  }

  @Test
  void putsTheSmallFilesOfManyBundlesTogether(TestPipeline pipeline) {
    long target = 50_000;
    check(
        bundles(pipeline, 40)
            .apply(
                Stage.into(
                    run(target),
                    TABLE,
                    (bundle, output) -> emit(bundle * 200, bundle * 200 + 200, output))),
        40 * 200,
        files -> {
          assertThat(files).hasSizeGreaterThan(2).hasSizeLessThan(10);
          assertThat(files).allMatch(file -> file.bytes() <= target);
          assertThat(files).filteredOn(file -> file.bytes() < target / 2).hasSizeLessThan(2);
        });
    pipeline.run();
  }

  /** Row groups end early, files do not. */
  @Test
  void keepsOneFileAPartitionWhereOpenFilesHoldTooMuch(TestPipeline pipeline) {
    int rows = 150_000;
    PAssert.thatSingleton(
            pipeline
                .apply(Create.of(0))
                .apply(
                    Stage.into(run(1 << 30), LONG_TEXTS, (from, output) -> emit(0, rows, output)))
                .apply(Combine.globally(new AddUpTallies())))
        .satisfies(
            tally -> {
              assertThat(tally.files()).hasSize(LONG_TEXT_PARTITIONS);
              assertThat(
                      DuckDb.rows(
                          "SELECT count(DISTINCT file_name), sum(num_values) FROM parquet_metadata("
                              + paths(tally.files())
                              + ") WHERE row_group_id > 0 AND path_in_schema = 'text'"))
                  .singleElement()
                  .satisfies(later -> assertThat(later).isNotEqualTo("0|null"));
              assertThat(
                      DuckDb.rows(
                          "SELECT count(DISTINCT text) FROM read_parquet("
                              + paths(tally.files())
                              + ")"))
                  .containsExactly(Integer.toString(rows));
              return null;
            });
    pipeline.run();
  }

  @Test
  void putsTheSmallFilesOfLongTextsTogether(TestPipeline pipeline) {
    int bundles = 12;
    int rows = 2 * LONG_TEXT_PARTITIONS;
    PAssert.thatSingleton(
            bundles(pipeline, bundles)
                .apply(
                    Stage.intoFileEach(
                        run(1 << 20),
                        LONG_TEXTS,
                        (bundle, output) -> emit(bundle * rows, bundle * rows + rows, output)))
                .apply(new MergeSmallFiles(run(1 << 20), LONG_TEXTS))
                .apply(Combine.globally(new AddUpTallies())))
        .satisfies(
            tally -> {
              assertThat(tally.files()).hasSize(LONG_TEXT_PARTITIONS);
              assertThat(
                      DuckDb.rows(
                          "SELECT count(DISTINCT text), sum(strlen(text)) FROM read_parquet("
                              + paths(tally.files())
                              + ")"))
                  .containsExactly(
                      bundles * rows
                          + "|"
                          + IntStream.range(0, bundles * rows)
                              .map(row -> longNoise(row).length())
                              .sum());
              return null;
            });
    pipeline.run();
  }

  /** Numbers from 0, which a runner spreads over bundles. */
  private static PCollection<Integer> bundles(TestPipeline pipeline, int count) {
    return pipeline
        .apply(Create.of(IntStream.range(0, count).boxed().collect(Collectors.toList())))
        .apply(Reshuffle.viaRandomKey());
  }

  private static void emit(int from, int to, Output<Integer> output) {
    for (int row = from; row < to; row++) {
      output.row(row);
    }
  }

  /** What must hold of the files of a partition. */
  private interface Expectation extends Serializable {
    void check(List<StagedFile> files);
  }

  /** Looks at the files of each partition, and counts all rows. */
  private static void check(PCollection<Tally> tallies, int rows, Expectation partition) {
    PAssert.thatSingleton(tallies.apply(Combine.globally(new AddUpTallies())))
        .satisfies(
            tally -> {
              assertThat(tally.written()).isEqualTo(rows);
              assertThat(tally.files().stream().mapToLong(StagedFile::rows).sum()).isEqualTo(rows);
              Map<String, List<StagedFile>> partitions =
                  tally.files().stream().collect(groupingBy(StagedFile::directory));
              assertThat(partitions).hasSize(2);
              partitions.values().forEach(partition::check);
              assertThat(content(tally.files())).containsExactly(expected(rows));
              return null;
            });
  }

  private static List<String> content(List<StagedFile> files) {
    return DuckDb.rows(
        "SELECT count(DISTINCT id), min(id), max(id), count(text), count(DISTINCT text),"
            + " count(*) FILTER (parity = if(id % 2 = 0, 'even', 'odd'))"
            + " FROM read_parquet("
            + paths(files)
            + ", hive_partitioning = true)");
  }

  private static String paths(List<StagedFile> files) {
    return files.stream()
        .map(file -> "'" + file.path() + "'")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String expected(int rows) {
    int texts = rows - (rows + 2) / 3;
    return rows + "|0|" + (rows - 1) + "|" + texts + "|" + texts + "|" + rows;
  }

  private static Run run(long targetFileBytes) {
    return Run.builder()
        .pipeline("rows")
        .runId("run" + targetFileBytes)
        .version("1")
        .runner("DirectRunner")
        .lake(lake + "/")
        .output(lake + "/rows/")
        .writeMode(WriteMode.OVERWRITE)
        .targetFileBytes(targetFileBytes)
        .maxRejectRatio(0)
        .options(Map.of())
        .inputs(List.of())
        .startedAt(Instant.EPOCH)
        .build();
  }
}
