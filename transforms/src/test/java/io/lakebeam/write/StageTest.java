package io.lakebeam.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.lake.Run;
import io.lakebeam.lake.Table;
import io.lakebeam.lake.WriteMode;
import io.lakebeam.testing.DuckDb;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rows of very many partitions, in random order. */
@ExtendWith(TestPipelineExtension.class)
class StageTest {
  private static final int BUNDLES = 8;
  private static final int ROWS_A_BUNDLE = 2000;
  private static final int PARTITIONS = 500;

  private static final Table<Integer> TABLE =
      Table.<Integer>named("rows", "A row of every type, partitioned by two columns.")
          .id("id", row -> row)
          .text("text", row -> "t\0" + row)
          .nullableText("maybe", row -> row % 2 == 0 ? null : "m" + row)
          .nullableDouble("number", row -> row % 3 == 0 ? null : row / 7.0)
          .bigDecimal("big", 38, 6, row -> BigInteger.valueOf(row).pow(3).negate())
          .nullableDecimal("price", 18, 6, row -> row % 5 == 0 ? null : -1_000_000L * row)
          .decimal("volume", 18, 6, row -> 1_000_000L * row)
          .bool("even", row -> row % 2 == 0)
          .nullableInt32("small", row -> row % 7 == 0 ? null : (long) -row)
          .timestamp("moment", row -> 1_000_000L * row)
          .partitionedByDate("day", row -> partition(row) / 2)
          .partitionedByText("name", row -> partition(row) % 2 == 0 ? null : "odd");

  @TempDir private static Path lake;

  private static int partition(int row) {
    return Math.floorMod(row * 0x9E3779B9, PARTITIONS);
  }

  @Test
  void writesFewFilesAndEveryRow(TestPipeline pipeline) {
    List<Integer> bundles = new ArrayList<>();
    for (int bundle = 0; bundle < BUNDLES; bundle++) {
      bundles.add(bundle);
    }
    PCollection<Tally> tally =
        pipeline
            .apply(Create.of(bundles))
            .apply(Stage.into(run(), TABLE, StageTest::emit))
            .apply(Combine.globally(new AddUpTallies()));
    PAssert.thatSingleton(tally)
        .satisfies(
            sum -> {
              check(sum);
              return null;
            });
    pipeline.run();
  }

  private static void emit(int bundle, Output<Integer> output) {
    for (int row = 0; row < ROWS_A_BUNDLE; row++) {
      output.row(bundle * ROWS_A_BUNDLE + row, 2);
    }
  }

  private static void check(Tally tally) {
    int rows = BUNDLES * ROWS_A_BUNDLE;
    assertThat(tally.written()).isEqualTo(rows);
    assertThat(tally.carried()).isEqualTo(2 * rows);

    // A bundle may have 32 files of its own; all other rows of a partition share one file.
    Map<String, Integer> files = new HashMap<>();
    tally
        .files()
        .forEach(
            file ->
                files.merge(
                    file.target().substring(0, file.target().lastIndexOf('/')), 1, Integer::sum));
    assertThat(files).hasSize(PARTITIONS);
    assertThat(tally.files()).hasSizeLessThanOrEqualTo(PARTITIONS + 32 * BUNDLES);

    String paths =
        tally.files().stream()
            .map(file -> "'" + file.path() + "'")
            .collect(Collectors.joining(", ", "[", "]"));
    assertThat(
            DuckDb.rows(
                "SELECT count(*), count(DISTINCT id), min(id), max(id),"
                    + " count(*) FILTER (text = concat('t', chr(0), id)),"
                    + " count(*) FILTER (maybe IS NOT DISTINCT FROM"
                    + "   CASE WHEN id % 2 = 0 THEN NULL ELSE concat('m', id) END),"
                    + " count(*) FILTER (number IS NOT DISTINCT FROM"
                    + "   CASE WHEN id % 3 = 0 THEN NULL ELSE id / 7.0::DOUBLE END),"
                    + " count(*) FILTER (price IS NOT DISTINCT FROM"
                    + "   CASE WHEN id % 5 = 0 THEN NULL ELSE -id END),"
                    + " count(*) FILTER (volume = id AND even = (id % 2 = 0)),"
                    + " count(*) FILTER (small IS NOT DISTINCT FROM"
                    + "   CASE WHEN id % 7 = 0 THEN NULL ELSE -id END),"
                    + " count(*) FILTER (epoch(moment) = id),"
                    + " count(*) FILTER (big = -(id::HUGEINT * id * id)::DECIMAL(38,0) / 1000000)"
                    + " FROM read_parquet("
                    + paths
                    + ", hive_partitioning = false)"))
        .containsExactly(
            String.join(
                "|",
                Integer.toString(rows),
                Integer.toString(rows),
                "0",
                Integer.toString(rows - 1),
                Integer.toString(rows),
                Integer.toString(rows),
                Integer.toString(rows),
                Integer.toString(rows),
                Integer.toString(rows),
                Integer.toString(rows),
                Integer.toString(rows),
                Integer.toString(rows)));
    assertThat(
            DuckDb.rows(
                "SELECT id, day, name FROM read_parquet(" + paths + ", hive_partitioning = true)"))
        .hasSize(rows)
        .allSatisfy(StageTest::checkPartition);
  }

  private static void checkPartition(String line) {
    String[] fields = line.split("\\|");
    int partition = partition(Integer.parseInt(fields[0]));
    assertThat(fields[1]).isEqualTo(LocalDate.ofEpochDay(partition / 2).toString());
    assertThat(fields[2]).isEqualTo(partition % 2 == 0 ? "__HIVE_DEFAULT_PARTITION__" : "odd");
  }

  private static Run run() {
    return Run.builder()
        .pipeline("rows")
        .runId("run")
        .version("1")
        .runner("DirectRunner")
        .lake(lake + "/")
        .output(lake + "/rows/")
        .writeMode(WriteMode.OVERWRITE)
        .maxRejectRatio(0)
        .options(Map.of())
        .inputs(List.of())
        .startedAt(Instant.EPOCH)
        .build();
  }
}
