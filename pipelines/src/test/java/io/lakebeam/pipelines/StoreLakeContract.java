package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.pile.download.FakeKaggle;
import io.lakebeam.pile.download.Zips;
import io.lakebeam.pipelines.testing.UtcDay;
import io.lakebeam.publish.TableLock;
import io.lakebeam.trades.TradeCsvLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A lake on an object store must give what a lake on a disk gives. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreLakeContract {
  @TempDir Path temp;
  private StoreLake lake;

  /** A fresh place in the store, in a bucket that is there. */
  abstract StoreLake lakeIn(String bucket);

  /** The bucket that is there. */
  static final String BUCKET = "lake";

  @BeforeAll
  void fill() {
    lake = lakeIn(BUCKET);
    fill(lake);
  }

  private static void fill(StoreLake lake) {
    lake.run("generate", "--family=trades", "--rows=20000", "--dirty=0.001").done();
    lake.run("trades-ingest").done();
    lake.run("trades-average").done();
  }

  StoreLake lake() {
    return lake;
  }

  @Test
  void givesTheRowsThatALocalDiskGives() throws IOException {
    StoreLake local = new StoreLake(temp.resolve("local") + "/", List.of());
    fill(local);

    List<String> trades = local.rows("bronze/trades", temp);
    assertThat(trades).hasSizeGreaterThan(19_000);
    assertThat(lake.rows("bronze/trades", temp)).isEqualTo(trades);
    List<String> averages = local.rows("gold/average_financial_product", temp);
    assertThat(averages).hasSizeGreaterThan(100);
    assertThat(lake.rows("gold/average_financial_product", temp)).isEqualTo(averages);
  }

  @Test
  void replacesExactlyAndLeavesNothingBehind() throws IOException {
    List<String> before = lake.files();
    List<String> trades = lake.rows("bronze/trades", temp);

    lake.run("trades-ingest").done();

    List<String> after = lake.files();
    assertThat(bronze(after))
        .hasSameSizeAs(bronze(before))
        .doesNotContainAnyElementsOf(bronze(before));
    assertThat(lake.rows("bronze/trades", temp)).isEqualTo(trades);
    assertThat(lake.leftovers()).isEmpty();
  }

  private static List<String> bronze(List<String> files) {
    return files.stream().filter(name -> name.startsWith("bronze/")).toList();
  }

  @Test
  void putsTheSmallFilesOfManyBundlesTogether() throws IOException {
    for (int file = 0; file < 12; file++) {
      String csv = TradeCsvLines.file(SampleTrades.onDays(1, 10, 10 * file));
      lake.put("landing/many/" + file + ".csv", csv.getBytes(StandardCharsets.UTF_8));
    }
    lake.run(
            "trades-ingest",
            "--targetParallelism=12",
            "--input=" + lake.root() + "landing/many",
            "--output=" + lake.root() + "silver/many")
        .done();

    assertThat(lake.files()).filteredOn(name -> name.startsWith("silver/many/")).hasSize(1);
    assertThat(lake.rows("silver/many", temp)).hasSize(120);
    assertThat(lake.leftovers()).isEmpty();
  }

  @Test
  void givesWayToALivingRun() throws IOException {
    String table = lake.root() + "gold/average_financial_product/";
    try (TableLock held = TableLock.acquire(table, "other", Clock.systemUTC())) {
      assertThat(held).isNotNull();
      assertThat(lake.run("trades-average").failed(6)).contains(table);
    }
    lake.run("trades-average").done();
  }

  @Test
  void takesOverFromADeadRun() throws IOException {
    String table = lake.root() + "gold/dead/";
    lake.put("gold/dead/_lock/dead.held", "dead".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> TableLock.acquire(table, "next", Clock.systemUTC()))
        .isInstanceOfSatisfying(
            LakeException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.TABLE_TAKEN));
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(62));
    TableLock.acquire(table, "next", later).close();

    assertThat(lake.files()).noneMatch(name -> name.startsWith("gold/dead/"));
  }

  @Test
  void purgesOlderFlightsAndNothingElse() throws IOException, InterruptedException {
    String old = "raw/flights/date=2020-01-01/hour=14/part.csv";
    String today = "raw/flights/date=" + UtcDay.today() + "/hour=00/part.csv";
    List<String> others =
        List.of(
            today,
            "raw/flights/date=2020-02-30/part.csv",
            "raw/flights/date=2020-01-02",
            "raw/flights2/date=2020-01-01/part.csv");
    lake.put(old, new byte[1]);
    for (String other : others) {
      lake.put(other, new byte[1]);
    }

    lake.run("flights-purge", "--dryRun").done();
    assertThat(lake.files()).contains(old);
    lake.run("flights-purge", "--keepDays=0").done();
    assertThat(lake.files()).doesNotContain(old).containsAll(others);
    assertThat(lake.run("flights-purge").done().out()).contains("0 days deleted");
    assertThat(lake.leftovers()).isEmpty();
  }

  @Test
  void downloadsAndGoesOnAfterACut() throws IOException {
    String home = System.getProperty("user.home");
    Path kaggleJson = Files.createDirectories(temp.resolve(".kaggle")).resolve("kaggle.json");
    Files.writeString(
        kaggleJson,
        "{\"username\": \"" + FakeKaggle.USERNAME + "\", \"key\": \"" + FakeKaggle.KEY + "\"}");
    byte[] zip = Zips.of(Map.of("00.jsonl", "{\"text\": \"a\"}\n".repeat(10_000)));
    System.setProperty("user.home", temp.toString());
    try (FakeKaggle kaggle = new FakeKaggle()) {
      kaggle.put("owner/name", zip);
      kaggle.storageAnswers(kaggle.cutAfter(zip.length / 2));
      kaggle.kaggleAnswers(kaggle.redirecting(), FakeKaggle.status(404));
      String[] download = {"pile-download", "--dataset=owner/name", "--kaggleUrl=" + kaggle.url()};
      assertThat(lake.run(download).code()).isEqualTo(3);
      lake.run(download).done();
      assertThat(lake.run(download).done().out()).contains("all of it is there");

      assertThat(kaggle.ranges()).containsExactly(null, "bytes=" + zip.length / 2 + "-", null);
    } finally {
      System.setProperty("user.home", home);
    }
    assertThat(LakeFiles.read(lake.root() + "raw/pile/00.jsonl"))
        .isEqualTo("{\"text\": \"a\"}\n".repeat(10_000));
    assertThat(lake.leftovers())
        .containsExactly("raw/pile/_downloads/records/owner/name/_all.json");
    LakeFiles.deleteTree(lake.root() + "raw/pile/");
  }

  @Test
  void saysThatABucketIsNotThere() {
    StoreLake absent = lakeIn("no-such-bucket");

    assertThat(absent.run("generate", "--family=trades").failed(3)).contains(absent.root());
    assertThat(absent.run("trades-ingest").failed(3)).contains(absent.root());
    assertThat(lake.run("trades-ingest", "--output=" + absent.root() + "bronze/").failed(3))
        .contains(absent.root() + "bronze/");
  }

  @Test
  void saysThatAnInputIsNotThere() {
    String absent = lake.root() + "landing/trades/absent.csv";

    assertThat(lake.run("trades-ingest", "--input=" + absent).failed(3)).contains(absent);
    assertThat(lake.leftovers()).isEmpty();
  }
}
