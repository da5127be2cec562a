package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.events.EventCsvLines;
import io.lakebeam.pipelines.testing.LakebeamProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One user with a million events in sessions that overlap, the last of them with 100,000: nothing
 * holds them all.
 */
class BusyUserTest {
  private static final int EVENTS = 1_000_000;
  private static final int LONG_SESSION = 100_000;
  private static final int PRODUCTS = 500;

  /** Two sessions: rounds of all products in the first, twice in the second, in the first again. */
  private static final int PAIR = 4 * PRODUCTS;

  private static final int PAIRS = (EVENTS - LONG_SESSION) / PAIR;

  /** Too little for the events as objects. Spark wants to keep 300 MB more for itself. */
  private static final List<String> SMALL_HEAP =
      List.of("-Xmx256m", "-Dspark.testing.reservedMemory=0");

  @TempDir private Path temp;

  @Test
  void buildsTheBaseInLittleMemory() throws Exception {
    TestLake lake = new TestLake(temp.resolve("lake"));
    writeEvents(temp.resolve("lake/landing/events/2019-Oct.csv"));
    String[] args = {
      "events-training",
      "--runner=SparkRunner",
      "--sparkMaster=local[2]",
      "--bundleSize=33554432",
      "--lake=" + lake.root(),
      "--start=2019-10-01 00:00:00",
      "--end=2019-10-31 23:59:59",
      "--asOf=first-purchase"
    };
    try (LakebeamProcess process =
        LakebeamProcess.start(Files.createDirectory(temp.resolve("process")), SMALL_HEAP, args)) {
      LakebeamProcess.Finished finished = process.await();
      assertThat(finished.exitCode()).as(finished.err()).isZero();
    }

    String table = "gold/events_training";
    assertThat(lake.rows(table, "count(*), sum(num_views_product), max(num_prev_sessions)"))
        .containsExactly((2L * PAIRS + 1) * PRODUCTS + "|" + (EVENTS - PAIRS) + "|" + 2 * PAIRS);
    assertThat(
            lake.rows(
                table,
                "max(num_prev_and_current_product_views), max(num_views_product),"
                    + " max(num_products_session)"))
        .containsExactly(EVENTS / PRODUCTS + "|" + LONG_SESSION / PRODUCTS + "|" + PRODUCTS);
    // Of the pairs before three views each, of its own the one in the first round.
    long viewsBefore = 3L * PAIRS * (PAIRS - 1) / 2 + PAIRS;
    assertThat(
            lake.rows(
                table,
                "count(*) FILTER (purchased), sum(num_prev_product_views) FILTER (purchased)"))
        .containsExactly(PAIRS + "|" + viewsBefore);
  }

  /** Views in turn of all products, but that the second session of a pair buys its first one. */
  private static void writeEvents(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    LocalDateTime start = LocalDateTime.of(2019, 10, 1, 0, 0);
    try (PrintWriter csv = new PrintWriter(Files.newBufferedWriter(file))) {
      csv.println(EventCsvLines.HEADER);
      for (int i = 0; i < EVENTS; i++) {
        boolean usual = i < EVENTS - LONG_SESSION;
        csv.printf(
            "%s:00,%s,%d,,electronics.smartphone,apple,%d,7,%08d-8bb3-4e00-8c23-a032dfed738c%n",
            start.plusSeconds(i).toString().substring(0, 16),
            usual && i % PAIR == 2 * PRODUCTS ? "purchase" : "view",
            i % PRODUCTS,
            i % 100,
            usual ? session(i) : 2 * PAIRS);
      }
    }
  }

  private static int session(int event) {
    int round = event % PAIR / PRODUCTS;
    return event / PAIR * 2 + (round == 1 || round == 2 ? 1 : 0);
  }
}
