package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.events.EventCsvLines;
import io.lakebeam.pipelines.testing.LakebeamProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One user with a million events, one session of theirs with 100,000: nothing holds them all. */
class BusyUserTest {
  private static final int EVENTS = 1_000_000;
  private static final int LONG_SESSION = 100_000;
  private static final int SESSIONS = 1000;
  private static final int PRODUCTS = 500;

  @TempDir private Path temp;

  @Test
  void buildsTheBaseInLittleMemory() throws Exception {
    TestLake lake = new TestLake(temp.resolve("lake"));
    writeEvents(temp.resolve("lake/landing/events/2019-Oct.csv"));
    String[] args = {
      "events-training",
      "--runner=SparkRunner",
      "--bundleSize=33554432",
      "--lake=" + lake.root(),
      "--start=2019-10-01 00:00:00",
      "--end=2019-10-31 23:59:59",
      "--asOf=first-purchase"
    };
    try (LakebeamProcess process =
        LakebeamProcess.start(Files.createDirectory(temp.resolve("process")), args)) {
      LakebeamProcess.Finished finished = process.await();
      assertThat(finished.exitCode()).as(finished.err()).isZero();
    }

    String table = "gold/events_training";
    assertThat(lake.rows(table, "count(*), sum(num_views_product), max(num_prev_sessions)"))
        .containsExactly((SESSIONS + 1L) * PRODUCTS + "|" + EVENTS + "|" + SESSIONS);
    assertThat(
            lake.rows(
                table,
                "max(num_prev_and_current_product_views), max(num_views_product),"
                    + " max(num_products_session)"))
        .containsExactly(EVENTS / PRODUCTS + "|" + LONG_SESSION / PRODUCTS + "|" + PRODUCTS);
  }

  /** Views in turn of all products; the long session is the last of them. */
  private static void writeEvents(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    LocalDateTime start = LocalDateTime.of(2019, 10, 1, 0, 0);
    try (PrintWriter csv = new PrintWriter(Files.newBufferedWriter(file))) {
      csv.println(EventCsvLines.HEADER);
      for (int i = 0; i < EVENTS; i++) {
        int usual = EVENTS - LONG_SESSION;
        int session = i < usual ? i / (usual / SESSIONS) : SESSIONS;
        csv.printf(
            "%s:00,view,%d,,a.b,c,%d,7,s%d%n",
            start.plusSeconds(i).toString().substring(0, 16), i % PRODUCTS, i % 100, session);
      }
    }
  }
}
