package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.pipelines.testing.LakebeamProcess;
import io.lakebeam.pipelines.testing.LakebeamProcess.Finished;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that dies at any moment, and the run after it. */
class KilledRunTest {
  private static final String TABLE = "bronze/trades";
  private static final String SIGNATURE =
      "count(*), sum(trade_id), sum(order_id), sum(price), sum(volume),"
          + " count(DISTINCT delivery_date), bit_xor(hash(COLUMNS(*)))";
  private static final int SIGKILL = 128 + 9;
  private static final int ROWS = 300_000;
  private static final int DIRTY = 300;

  @TempDir private static Path shared;

  /** The rows that a run that nothing disturbed has written. */
  private static List<String> expected;

  @TempDir private Path temp;
  private TestLake lake;

  private long earlierFiles;

  /** When to kill, by what can be seen on the disk. */
  private enum Moment {
    FILES_ARE_STAGED,
    JOURNAL_IS_WRITTEN,
    FIRST_FILE_IS_REPLACED
  }

  @BeforeAll
  static void landAndRunUndisturbed() {
    TestLake undisturbed = new TestLake(shared);
    generate(undisturbed, ROWS);
    undisturbed.run("trades-ingest").done();
    expected = undisturbed.rows(TABLE, SIGNATURE);
    assertThat(undisturbed.count(TABLE)).isEqualTo(ROWS - DIRTY);
  }

  /** A table of some of the same days, with other rows. */
  @BeforeEach
  void fillTheTable() {
    lake = new TestLake(temp.resolve("lake"));
    generate(lake, 20_000);
    lake.run("trades-ingest", "--runId=earlier").done();
    earlierFiles = files("/part-earlier-");
  }

  @ParameterizedTest
  @EnumSource
  void isMadeGoodByTheNextRun(Moment moment) throws Exception {
    try (LakebeamProcess process = start("killed")) {
      process.awaitOrEnd(() -> isSeen(moment));
      Finished finished = process.kill();
      assertThat(finished.exitCode()).as(finished.err()).isEqualTo(SIGKILL);
    }
    boolean journaled = files("/killed/_journal.json") > 0;
    // By the time that the signal arrives, what was being published may be.
    boolean published = journaled || lake.hasReport("trades-ingest", "killed");
    assertThat(published).isEqualTo(moment != Moment.FILES_ARE_STAGED);
    Ended again = lake.run("trades-ingest", input(), "--runId=again");

    assertThat(again.code()).isZero();
    assertThat(again.err())
        .isEqualTo(
            journaled
                ? "rolled forward run killed, which ended while it was publishing\n"
                : published ? "" : "removed what run killed had staged; it never published\n");
    assertThat(lake.rows(TABLE, SIGNATURE)).isEqualTo(expected);
    assertThat(lake.leftovers()).isEmpty();
    assertThat(lake.rejects("trades-ingest", "again")).hasSize(DIRTY);
    assertThat(lake.rejects("trades-ingest", "killed")).hasSize(published ? DIRTY : 0);
    assertThat(lake.hasReport("trades-ingest", "killed")).isEqualTo(published);
  }

  @Test
  void keepsOthersFromTheTableWhileItLives() throws Exception {
    try (LakebeamProcess process = start("living")) {
      process.awaitOrEnd(() -> isSeen(Moment.FILES_ARE_STAGED));
      lake.run("trades-ingest", input(), "--runId=again").failed(6);
      Finished finished = process.await();
      assertThat(finished.exitCode()).as(finished.err()).isZero();
    }
    assertThat(lake.rows(TABLE, SIGNATURE)).isEqualTo(expected);
    assertThat(lake.leftovers()).isEmpty();
  }

  private boolean isSeen(Moment moment) {
    return switch (moment) {
      case FILES_ARE_STAGED -> files("/_staging/") > 20;
      case JOURNAL_IS_WRITTEN -> files("/_journal.json") > 0;
      case FIRST_FILE_IS_REPLACED -> files("/part-earlier-") < earlierFiles;
    };
  }

  /** How many paths of the table match; they come and go while they are listed. */
  private long files(String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    while (true) {
      try {
        return lake.tree(TABLE).stream().filter(name -> wanted.matcher(name).find()).count();
      } catch (UncheckedIOException e) {
        continue;
      }
    }
  }

  private LakebeamProcess start(String runId) throws IOException {
    return LakebeamProcess.start(
        Files.createDirectory(temp.resolve(runId)),
        "trades-ingest",
        input(),
        "--lake=" + lake.root(),
        "--runId=" + runId);
  }

  private static String input() {
    return "--input=" + shared.resolve("landing/trades");
  }

  private static void generate(TestLake lake, int rows) {
    lake.run("generate", "--family=trades", "--rows=" + rows, "--seed=" + rows, "--dirty=0.001")
        .done();
  }
}
