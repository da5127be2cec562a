package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunTest {
  @TempDir private Path temp;

  @Test
  void touchesNothingOfALake() throws Exception {
    TestLake lake = new TestLake(temp);
    Path first = lake.land("a.csv", SampleTrades.onDays(2, 1, 1));
    lake.run("trades-ingest").done();
    Path second = lake.land("b/c.csv", SampleTrades.onDays(1, 1, 9));
    List<String> before = lake.fingerprint();
    long files = lake.tree("bronze").stream().filter(name -> name.endsWith(".parquet")).count();

    Ended ended = lake.run("trades-ingest", "--dryRun").done();
    assertThat(ended.out().lines())
        .containsExactly(
            "dry run of trades-ingest on DirectRunner; nothing is touched",
            String.format("would read 2 files, %,d bytes", Files.size(first) + Files.size(second)),
            String.format("  %s  %,d bytes", first, Files.size(first)),
            String.format("  %s  %,d bytes", second, Files.size(second)),
            "would write " + temp + "/bronze/trades/, partitioned by delivery_date",
            "would replace, of the "
                + files
                + " files that are there, those in partitions that the run produces");
    assertThat(lake.run("trades-ingest", "--dryRun", "--writeMode=append").done().out())
        .endsWith("would leave the " + files + " files that are there\n");
    assertThat(lake.run("trades-ingest", "--dryRun", "--writeMode=error").done().out())
        .endsWith(
            "would end with exit code 6, because of the " + files + " files that are there\n");
    assertThat(lake.run("trades-average", "--dryRun").done().out())
        .contains("would write " + temp + "/gold/average_financial_product/\n")
        .endsWith("would replace the 0 files that are there\n");
    assertThat(lake.fingerprint()).isEqualTo(before);
  }

  @Test
  void saysThatTheRunIsPublishedAlready() {
    TestLake lake = new TestLake(temp);
    lake.land("a.csv", SampleTrades.onDays(1, 1, 1));
    lake.run("trades-ingest", "--runId=r").done();
    List<String> before = lake.fingerprint();

    Ended dry = lake.run("trades-ingest", "--runId=r", "--dryRun").done();
    assertThat(lake.fingerprint()).isEqualTo(before);
    assertThat(dry.out())
        .isEqualTo("run r is published already; nothing to do\n")
        .isEqualTo(lake.run("trades-ingest", "--runId=r").done().out());
  }

  @Test
  void failsAsTheRunDoesWhereNothingCanBeWritten() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "not a directory");
    TestLake landing = new TestLake(temp.resolve("elsewhere"));
    landing.land("a.csv", SampleTrades.onDays(1, 1, 1));
    String[] args = {"trades-ingest", "--lake=" + file + "/lake", "--input=" + landing.root()};

    String run = Ended.of(args).failed(3);
    for (String output : List.of(file + "/lake/bronze/trades", temp + "/table")) {
      String dry = Ended.of(args[0], args[1], args[2], "--output=" + output, "--dryRun").failed(3);
      assertThat(dry).contains(file + "/lake/", "cannot be written");
    }
    assertThat(run).contains(file + "/lake/", "cannot be written");
    assertThat(temp.resolve("table")).doesNotExist();
  }

  @Test
  void createsNoLake() {
    TestLake landing = new TestLake(temp.resolve("elsewhere"));
    landing.land("a.csv", SampleTrades.onDays(1, 1, 1));
    TestLake lake = new TestLake(temp.resolve("lake"));

    lake.run("trades-ingest", "--dryRun", "--input=" + landing.root()).done();
    lake.run("trades-ingest", "--dryRun").failed(3);
    assertThat(lake.root()).doesNotExist();
  }
}
