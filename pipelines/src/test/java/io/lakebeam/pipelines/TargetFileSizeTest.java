package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.trades.Trade;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many files a partition has follows from its size, not from how a runner cuts the input. */
class TargetFileSizeTest {
  private static final int DAYS = 3;
  private static final String BRONZE = "bronze/trades";

  @TempDir private Path temp;

  @ParameterizedTest
  @EnumSource
  void putsTheSmallFilesOfManyBundlesTogether(OnRunner runner) {
    TestLake lake = new TestLake(temp);
    for (int file = 0; file < 12; file++) {
      lake.land("part-" + file + ".csv", SampleTrades.onDays(DAYS, 20, file * 60L));
    }
    // For DirectRunner, whose bundles are as many as its threads.
    String[] args = runner.with("trades-ingest", "--runId=once");
    lake.run(runner == OnRunner.DIRECT ? with(args, "--targetParallelism=12") : args).done();

    assertThat(files(lake, BRONZE)).hasSize(DAYS);
    assertThat(
            lake.rows(BRONZE, "count(*), count(DISTINCT trade_id), count(DISTINCT delivery_date)"))
        .containsExactly("720|720|3");
    assertThat(lake.readReport("trades-ingest", "once").get("outputs"))
        .allSatisfy(output -> assertThat(output.get("files").intValue()).isEqualTo(1));
    assertThat(lake.leftovers()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void spreadsABigPartitionOverSeveralFiles(OnRunner runner) {
    TestLake lake = new TestLake(temp);
    List<Trade> trades = SampleTrades.onDays(1, 60_000, 1);
    lake.land("trades.csv", trades);
    String[] args = runner.with("trades-ingest", "--targetFileSize=400KB");
    lake.run(
            runner == OnRunner.SPARK
                ? with(args, "--bundleSize=4194304")
                : with(args, "--targetParallelism=1"))
        .done();

    assertThat(files(lake, BRONZE)).hasSizeGreaterThan(2).allMatch(file -> size(file) <= 400 << 10);
    assertThat(lake.rows(BRONZE, "count(*), count(DISTINCT trade_id), max(trade_id)"))
        .containsExactly("60000|60000|60000");
    assertThat(lake.leftovers()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void spreadsABigSetOfTextsOverSeveralFiles(OnRunner runner) {
    TestLake lake = new TestLake(temp);
    int texts = 1500;
    lake.write(
        "raw/pile/00.jsonl",
        IntStream.range(0, texts)
            .mapToObj(seed -> PileDocuments.line("Noise", noise(seed)))
            .collect(Collectors.joining()));
    String[] args = runner.with("pile-clean", "--targetFileSize=400KB");
    lake.run(
            runner == OnRunner.SPARK
                ? with(args, "--bundleSize=4194304")
                : with(args, "--targetParallelism=1"))
        .done();

    assertThat(files(lake, "silver/pile"))
        .hasSizeBetween(3, 8)
        .allMatch(file -> size(file) <= 410 << 10);
    assertThat(lake.rows("silver/pile", "count(*), count(DISTINCT text)"))
        .containsExactly(texts + "|" + texts);
    assertThat(lake.leftovers()).isEmpty();
  }

  /** A thousand letters and digits that hardly compress. */
  private static String noise(int seed) {
    return new Random(seed)
        .ints(1000, 0, 36)
        .mapToObj(digit -> Character.toString(Character.forDigit(digit, 36)))
        .collect(Collectors.joining());
  }

  /** An option that is given again replaces the one that was there. */
  private static String[] with(String[] args, String option) {
    List<String> all = new ArrayList<>(List.of(args));
    all.removeIf(arg -> arg.startsWith(option.substring(0, option.indexOf('='))));
    all.add(option);
    return all.toArray(String[]::new);
  }

  private static List<Path> files(TestLake lake, String table) {
    return lake.tree(table).stream()
        .filter(name -> name.endsWith(".parquet"))
        .map(lake.root()::resolve)
        .toList();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
