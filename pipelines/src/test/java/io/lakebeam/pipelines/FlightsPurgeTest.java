package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.pipelines.testing.UtcDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightsPurgeTest {
  @TempDir private Path temp;
  private LocalDate today;
  private TestLake lake;

  @BeforeEach
  void fill() throws IOException, InterruptedException {
    today = UtcDay.today();
    lake = new TestLake(temp.resolve("lake"));
    for (int days : List.of(-1, 0, 3, 4, 400)) {
      lake.write(day(days) + "hour=14/part-1.csv", "x");
    }
    for (String name :
        List.of(
            "date=2020-02-30/part.csv",
            "date=2020-01-01x/part.csv",
            "date=20200101/part.csv",
            "Date=2020-01-01/part.csv",
            "adate=2020-01-01/part.csv",
            "date=__HIVE_DEFAULT_PARTITION__/part.csv",
            "date=2020-01-02",
            "notes.txt",
            "nested/date=2020-01-01/part.csv")) {
      lake.write("raw/flights/" + name, "x");
    }
    lake.write("raw/flights2/date=2020-01-01/part.csv", "x");
    lake.write("gold/flights/longest_flight/date=2020-01-01/part.csv", "x");
    Path elsewhere = temp.resolve("elsewhere");
    Files.createDirectories(elsewhere);
    Files.writeString(elsewhere.resolve("precious.csv"), "x");
    Files.createSymbolicLink(lake.root().resolve("raw/flights/date=2020-01-03"), elsewhere);
    Files.createSymbolicLink(lake.root().resolve(day(400) + "link"), temp.resolve("elsewhere"));
  }

  private String day(int daysAgo) {
    return "raw/flights/date=" + today.minusDays(daysAgo) + "/";
  }

  @Test
  void deletesOlderDaysAndNothingElse() {
    List<String> before = lake.tree("");
    Ended ended = lake.run("flights-purge", "--runId=first").done();

    List<String> gone = before.stream().filter(name -> !lake.tree("").contains(name)).toList();
    assertThat(gone)
        .isNotEmpty()
        .allMatch(name -> (name + "/").startsWith(day(4)) || (name + "/").startsWith(day(400)));
    assertThat(lake.root().resolve(day(4))).doesNotExist();
    assertThat(lake.root().resolve(day(400))).doesNotExist();
    assertThat(lake.root().resolve(day(3))).exists();
    assertThat(temp.resolve("elsewhere/precious.csv")).exists();
    assertThat(ended.out()).contains("deleted " + lake.root().resolve(day(4)) + "/");
    assertThat(lake.readReport("flights-purge", "first").get("deleted")).hasSize(2);
    assertThat(lake.leftovers()).isEmpty();
  }

  @Test
  void theSecondTimeThereIsNothingToDelete() {
    lake.run("flights-purge").done();
    List<String> before = lake.tree("raw");
    assertThat(lake.run("flights-purge").done().out()).contains("0 days deleted");
    assertThat(lake.tree("raw")).isEqualTo(before);
  }

  @Test
  void keepsTodayWithoutAnyDayBefore() {
    lake.run("flights-purge", "--keepDays=0").done();
    assertThat(lake.root().resolve(day(3))).doesNotExist();
    assertThat(lake.root().resolve(day(0))).exists();
    assertThat(lake.root().resolve(day(-1))).exists();
  }

  @Test
  void aDryRunSaysWhatWouldGoAndTouchesNothing() {
    List<String> before = lake.fingerprint();
    assertThat(lake.run("flights-purge", "--dryRun").done().out().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("would delete "))
        .allMatch(line -> line.endsWith("/  1 files, 1 bytes"), "what is behind a link stays");
    assertThat(lake.fingerprint()).isEqualTo(before);
  }

  @Test
  void refusesADaysNumberBelowZero() {
    lake.run("flights-purge", "--keepDays=-1").failed(2);
  }
}
