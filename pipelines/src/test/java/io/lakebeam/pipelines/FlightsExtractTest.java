package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.flights.SampleFeed;
import io.lakebeam.flights.Slot;
import io.lakebeam.testing.DuckDb;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlightsExtractTest {
  private static final String SLOT = "--slot=2026-11-20T14";

  @TempDir private Path temp;
  private TestLake lake;
  private FlightsFeed feed;

  @BeforeEach
  void open() throws IOException {
    lake = new TestLake(temp);
    feed = new FlightsFeed(bounds -> FlightsFeed.feed(FlightsFeed.flight("a1", "A320", 0)));
  }

  @AfterEach
  void close() {
    feed.close();
  }

  @ParameterizedTest
  @EnumSource
  void keepsAFlightOfSeveralZonesOnce(OnRunner runner) {
    feed.setFeed(
        bounds ->
            FlightsFeed.feed(
                FlightsFeed.flight("a1", "A320", 0),
                FlightsFeed.flight("z" + bounds.replaceAll("\\W", ""), "ZZZZ", 1)));
    extract(runner, SLOT, "--runId=once").done();

    assertThat(
            raw(
                "flight_id, aircraft_model, aircraft_manufacturer, airline_name, origin_continent,"
                    + " destination_continent, distance_km, on_ground, observed_at, date, hour"))
        .hasSize(9)
        .contains(
            "a1|A320|Airbus|Air France|Europe|North America|5833.83|false|2024-11-20T14:00Z|2026-11-20|14");
    var report = lake.readReport("flights-extract", "once");
    assertThat(report.at("/filtered_by/duplicate").asInt()).isEqualTo(7);
    assertThat(report.at("/unknown_aircraft_types").toString())
        .isEqualTo("[{\"aircraft_code\":\"ZZZZ\",\"flights\":8}]");
    assertThat(lake.leftovers()).isEmpty();
  }

  @Test
  void keepsAFlightAsItWasSeenLast() {
    feed.setFeed(
        bounds ->
            bounds.startsWith("90,0,-90,")
                ? FlightsFeed.feed(
                    FlightsFeed.flight("a1", "A320", 0).replace("1732111200", "1732111260"))
                : FlightsFeed.feed(FlightsFeed.flight("a1", "B738", 0)));
    extract(OnRunner.DIRECT, SLOT).done();

    assertThat(raw("flight_id, aircraft_code, observed_at"))
        .containsExactly("a1|A320|2024-11-20T14:01Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--slot=nonsense",
        "--feedUrl=ftp://x",
        "--wwwUrl=http://user:secret@host",
        "--requestsPerSecond=1e10"
      })
  void refusesOptionsThatAreNotValidBeforeAnyWork(String option) {
    lake.run("flights-extract", option, "--dryRun").failed(2);
    lake.run("flights-extract", option).failed(2);
    assertThat(lake.tree("")).isEmpty();
  }

  @Test
  void aDryRunOfTheChainNamesItsStepsAndTouchesNothing() {
    assertThat(chain("--dryRun").done().out())
        .contains("dry run of flights-extract")
        .contains(
            "would run flights-indicators\nwould run flights-report\nwould run flights-purge\n");
    assertThat(lake.tree("")).isEmpty();
  }

  @Test
  void aRetryReplacesItsOwnSlotOnly() {
    extract(OnRunner.DIRECT, "--slot=2026-11-20T12").done();
    extract(OnRunner.DIRECT, SLOT).done();
    feed.setFeed(bounds -> FlightsFeed.feed(FlightsFeed.flight("b2", "A320", 0)));
    extract(OnRunner.DIRECT, SLOT).done();

    assertThat(raw("hour, flight_id")).containsExactly("12|a1", "14|b2");
  }

  @Test
  void aSlotWithoutFlightsReplacesTheFlightsThatWereThere() {
    extract(OnRunner.DIRECT, SLOT).done();
    feed.setFeed(bounds -> "{\"full_count\": 0, \"version\": 4}");
    extract(OnRunner.DIRECT, SLOT).done();

    assertThat(lake.tree("raw/flights/date=2026-11-20/hour=14")).hasSize(1);
    assertThat(raw("flight_id")).isEmpty();
  }

  @Test
  void aFailedZonePublishesNothing() {
    extract(OnRunner.DIRECT, SLOT).done();
    List<String> before = lake.fingerprint();
    feed.setFeed(
        bounds -> bounds.startsWith("90,0,-90") ? FlightsFeed.UNAVAILABLE : FlightsFeed.feed());

    Ended ended = extract(OnRunner.DIRECT, SLOT, "--maxAttempts=1", "--runId=failed");
    assertThat(ended.failed(3)).contains("bounds=90,0,-90,0").contains("gave up after 1 attempts");
    assertThat(lake.fingerprint().stream().filter(name -> name.startsWith("raw/flights/date")))
        .isEqualTo(before.stream().filter(name -> name.startsWith("raw/flights/date")).toList());
    assertThat(lake.readReport("flights-extract", "failed").get("exit_code").asInt()).isEqualTo(3);
    assertThat(lake.leftovers()).isEmpty();
  }

  @Test
  void aHoleThatIsAllowedStandsInReportAndPage() {
    feed.setFeed(
        bounds ->
            bounds.startsWith("90,0,-90")
                ? FlightsFeed.UNAVAILABLE
                : FlightsFeed.feed(FlightsFeed.flight("a1", "A320", 0)));
    extract(OnRunner.DIRECT, SLOT, "--maxAttempts=1", "--allowPartial", "--runId=partial").done();

    var zones = lake.readReport("flights-extract", "partial").get("missing_zones");
    assertThat(zones).hasSize(1);
    assertThat(zones.get(0).get("west").asDouble()).isEqualTo(-90);
    assertThat(zones.get(0).get("reason").asText()).contains("status 503");
    lake.run("flights-indicators").done();
    String shown = lake.run("flights-report", "--format=html").done().out();
    assertThat(shown).contains("Missing zone 0.0 to 90.0 N, -90.0 to 0.0 E: ");
    assertThat(temp.resolve("reports/flights/index.html"))
        .content()
        .contains("class=\"hole\">Missing zone 0.0 to 90.0 N")
        .contains("<rect class=\"missing\" x=\"270\" y=\"0\" width=\"270\" height=\"270\"/>");
  }

  @Test
  void rejectsAreCountedAndShownWithTheirAddress() {
    feed.setFeed(
        bounds ->
            FlightsFeed.feed(
                FlightsFeed.flight("a1", "A320", 0), "\"bad" + bounds.hashCode() + "\": [1]"));
    assertThat(extract(OnRunner.DIRECT, SLOT, "--runId=many").failed(4)).contains("rejects in");
    extract(OnRunner.DIRECT, SLOT, "--runId=kept", "--maxRejectRatio=1").done();

    assertThat(lake.rejects("flights-extract", "kept"))
        .hasSize(8)
        .allMatch(reject -> reject.get("reason").asText().equals("wrong_field_count"))
        .allMatch(reject -> reject.get("source").asText().startsWith(feed.url()))
        .allMatch(reject -> reject.get("payload").asText().endsWith(":[1]}"));
  }

  /** Well under a minute: as many requests as the default rate allows in 45 seconds, at most. */
  @Test
  void fetchesAWholeWorldInFewRequests() {
    SampleFeed world = new SampleFeed(1, Slot.parse("2026-11-20T14"), 15_000);
    feed.setFeed(world::feed);
    extract(OnRunner.DIRECT, SLOT).done();

    double rate = PipelineOptionsFactory.as(FlightsExtractOptions.class).getRequestsPerSecond();
    assertThat(feed.requests() / rate).as("seconds").isLessThan(45);
    assertThat(raw("count(DISTINCT flight_id), count(*)")).containsExactly("15000|15000");
  }

  @Test
  void theChainStopsAtTheFirstFailureWithItsExitCode() {
    feed.setFeed(bounds -> FlightsFeed.UNAVAILABLE);
    Ended ended = chain("--maxAttempts=1");
    assertThat(ended.code()).isEqualTo(3);
    assertThat(lake.tree("_runs"))
        .anyMatch(name -> name.startsWith("_runs/flights-extract/"))
        .noneMatch(name -> name.startsWith("_runs/flights-indicators"));
  }

  @Test
  void eachStepOfTheChainWritesItsReport() {
    chain("--runId=chained", "--keepDays=0").done();
    for (String step :
        List.of("flights-extract", "flights-indicators", "flights-report", "flights-purge")) {
      assertThat(lake.readReport(step, "chained").get("outcome").asText()).isEqualTo("done");
    }
    assertThat(lake.leftovers()).isEmpty();
  }

  private Ended chain(String... args) {
    return lake.run(all("flights", args));
  }

  private Ended extract(OnRunner runner, String... args) {
    return lake.run(runner.with(all("flights-extract", args)));
  }

  private String[] all(String command, String... args) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(Arrays.asList(args));
    all.add("--feedUrl=" + feed.url());
    all.add("--wwwUrl=" + feed.url() + "/");
    all.add("--requestsPerSecond=1000");
    return all.toArray(String[]::new);
  }

  private List<String> raw(String columns) {
    return DuckDb.rows(
        "SELECT "
            + columns
            + " FROM read_csv('"
            + temp
            + "/raw/flights/**/[!_.]*.csv', hive_partitioning = true, header = true,"
            + " types = {'flight_id': 'VARCHAR'}) ORDER BY ALL");
  }
}
