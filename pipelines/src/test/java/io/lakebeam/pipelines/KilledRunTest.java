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

  /** A moment can be over before it is seen. */
  private static final int MOST_TRIES = 10;

  @TempDir private static Path shared;

  /** The rows that a run that nothing disturbed has written. */
  private static List<String> expected;

  @TempDir private Path temp;

  /** The lake of this try, and what its processes print. */
  private Path directory;

  private TestLake lake;
  private List<Path> earlierFiles;

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
  void fillTheTable() throws IOException {
    directory = Files.createTempDirectory(temp, "try");
    lake = new TestLake(directory.resolve("lake"));
    generate(lake, 20_000);
    lake.run("trades-ingest", "--runId=earlier").done();
    earlierFiles = files("/part-earlier-").stream().map(lake.root()::resolve).toList();
    assertThat(earlierFiles).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void isMadeGoodByTheNextRun(Moment moment) throws Exception {
    Finished finished = killAt(moment);
    for (int tries = 1; isMissed(moment, finished) && tries < MOST_TRIES; tries++) {
      fillTheTable();
      finished = killAt(moment);
    }
    assertThat(finished.exitCode()).as(finished.err()).isEqualTo(SIGKILL);
    boolean journaled = hasJournal();
    boolean published = isPublished();
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

  private Finished killAt(Moment moment) throws Exception {
    try (LakebeamProcess process = start("killed")) {
      process.awaitOrEnd(() -> isSeen(moment));
      return process.kill();
    }
  }

  /** Whether the run was further than that when the signal arrived. */
  private boolean isMissed(Moment moment, Finished finished) {
    return finished.exitCode() == 0 || (moment == Moment.FILES_ARE_STAGED && isPublished());
  }

  /** By the time that the signal arrives, what was being published may be. */
  private boolean isPublished() {
    return hasJournal() || lake.hasReport("trades-ingest", "killed");
  }

  @Test
  void keepsOthersFromTheTableWhileItLives() throws Exception {
    Ended other = runBesideALivingOne();
    for (int tries = 1; other.code() == 0 && tries < MOST_TRIES; tries++) {
      fillTheTable();
      other = runBesideALivingOne();
    }
    other.failed(6);
    assertThat(lake.rows(TABLE, SIGNATURE)).isEqualTo(expected);
    assertThat(lake.leftovers()).isEmpty();
  }

  /** Ends well only if the living run was through before the other one had the table. */
  private Ended runBesideALivingOne() throws Exception {
    try (LakebeamProcess process = start("living")) {
      process.awaitOrEnd(() -> isSeen(Moment.FILES_ARE_STAGED));
      Ended other = lake.run("trades-ingest", input(), "--runId=again");
      assertThat(other.code() != 0 || lake.hasReport("trades-ingest", "living"))
          .as("only one of them has the table")
          .isTrue();
      Finished finished = process.await();
      assertThat(finished.exitCode()).as(finished.err()).isZero();
      return other;
    }
  }

  private boolean isSeen(Moment moment) {
    return switch (moment) {
      case FILES_ARE_STAGED -> files("/_staging/").size() > 20;
      case JOURNAL_IS_WRITTEN -> hasJournal();
      case FIRST_FILE_IS_REPLACED -> earlierFiles.stream().anyMatch(Files::notExists);
    };
  }

  private boolean hasJournal() {
    return Files.exists(lake.root().resolve(TABLE + "/_staging/killed/_journal.json"));
  }

  /** The paths of the table that match; they come and go while they are listed. */
  private List<String> files(String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    while (true) {
      try {
        return lake.tree(TABLE).stream().filter(name -> wanted.matcher(name).find()).toList();
      } catch (UncheckedIOException e) {
        continue;
      }
    }
  }

  private LakebeamProcess start(String runId) throws IOException {
    return LakebeamProcess.start(
        Files.createDirectory(directory.resolve(runId)),
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
