package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lakebeam.events.Event;
import io.lakebeam.events.EventCsvLines;
import io.lakebeam.events.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What users of {@code events-training} rely on, beside the rows themselves. */
class EventsTrainingTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TABLE = "gold/events_training";
  private static final String START = "--start=2019-10-01 00:00:00";
  private static final String END = "--end=2019-11-30 23:59:59";
  private static final String PARTITION = "range=20191001T000000Z-20191130T235959Z";

  @TempDir private Path temp;
  private TestLake lake;

  @BeforeEach
  void openLake() {
    lake = new TestLake(temp);
  }

  @Test
  void refusesARangeThatIsNoneBeforeAnythingIsRead() {
    assertThat(run("--start=2019-10-01 00:00:00", "--end=2019-10-01 00:00:00").failed(2))
        .contains("--start=2019-10-01 00:00:00 must be before --end=2019-10-01 00:00:00");
    assertThat(run("--start=2019-10-01 00:00:00", "--end=soon").failed(2)).contains("--end=soon");
    assertThat(run(END).failed(2)).contains("events-training needs --start");
    assertThat(run(START, END, "--split=0.5,0.5").failed(2)).contains("--split=0.5,0.5");
    assertThat(lake.tree("")).isEmpty();
  }

  @Test
  void refusesFilesOfANumberAndOfASize() {
    String line = run(START, END, "--shards=3", "--targetFileSize=256MB").failed(2);

    assertThat(line).contains("--shards and --targetFileSize do not go together");
    assertThat(lake.tree("")).isEmpty();
  }

  @Test
  void namesTheMissingMonth() {
    land("2019-Oct.csv", List.of(event(0)));
    String input = "--input=" + temp + "/landing/events/{yyyy-MMM}.csv";
    String line = run("--start=2019-10-31 00:00:00", END, input).failed(3);

    assertThat(line).contains("2019-Nov.csv names no file");
    assertThat(lake.tree(TABLE)).isEmpty();
  }

  @Test
  void readsTheMonthsThatTheRangeTouches() {
    for (String month : List.of("2019-Sep", "2019-Oct", "2019-Nov", "2019-Dec")) {
      land(month + ".csv", List.of(event(0)));
    }
    String input = "--input=" + temp + "/landing/events/{yyyy-MMM}.csv";
    run("--start=2019-10-31 00:00:00", END, input, "--runId=months").done();

    assertThat(lake.readReport("events-training", "months").get("inputs"))
        .extracting(file -> Path.of(file.get("path").textValue()).getFileName().toString())
        .containsExactly("2019-Nov.csv", "2019-Oct.csv");
  }

  @ParameterizedTest
  @EnumSource
  void givesTheSameWhateverTheOrderOfFilesAndTheBundles(OnRunner runner) throws IOException {
    List<Event> events = new ArrayList<>(SampleEvents.colliding(3, 300));
    land("a.csv", events);
    run(START, END, "--shards=1", "--format=csv", "--split=0.4,0.3,0.3").done();
    String rows = onlyFile(".csv");
    String card = card("_card.json");
    String chart = card("_card.svg");

    Collections.shuffle(events, new Random(1));
    land("a.csv", events.subList(0, 10));
    land("z.csv", events.subList(10, 100));
    land("b.csv", events.subList(100, events.size()));
    lake.run(
            runner.with(
                "events-training", START, END, "--shards=1", "--format=csv", "--split=0.4,0.3,0.3"))
        .done();
    assertThat(onlyFile(".csv")).isEqualTo(rows);
    assertThat(card("_card.svg")).isEqualTo(chart);
    assertThat(withoutInputs(card("_card.json"))).isEqualTo(withoutInputs(card));
  }

  @ParameterizedTest
  @EnumSource
  void replacesWhatTheRangeHadAndNothingElse(OnRunner runner) {
    land("a.csv", List.of(event(0), event(1)));
    run("--start=2019-10-01 00:00:00", "--end=2019-10-31 00:00:00").done();
    run(START, END, "--format=csv").done();
    assertThat(lake.tree(TABLE)).anyMatch(file -> file.endsWith(".csv"));
    land("a.csv", List.of());
    lake.run(runner.with("events-training", START, END)).done();

    assertThat(lake.tree(TABLE + "/" + PARTITION))
        .hasSize(4)
        .noneMatch(file -> file.endsWith(".csv"));
    assertThat(lake.count(TABLE)).isEqualTo(1);
    assertThat(lake.leftovers()).allMatch(file -> file.contains("/_card."));
  }

  @Test
  void tellsInTheCardWhatTheTableHolds() throws IOException {
    lake.run("generate", "--family=events", "--rows=20000", "--dirty=0.001").done();
    run(START, END, "--split=0.6,0.2,0.2", "--runId=card").done();
    JsonNode card = JSON.readTree(card("_card.json"));
    JsonNode counters = lake.readReport("events-training", "card").get("counters");

    assertThat(card.at("/range/start").textValue()).isEqualTo("2019-10-01T00:00:00Z");
    assertThat(card.at("/range/end").textValue()).isEqualTo("2019-11-30T23:59:59Z");
    assertThat(card.get("inputs")).hasSize(2);
    assertThat(counters.get("rejected").longValue()).isEqualTo(20);
    assertThat(card.get("events")).isEqualTo(counters.get("kept"));
    assertThat(card.get("rows")).isEqualTo(counters.get("written"));
    assertThat(lake.rows(TABLE, "count(distinct user_id), count(distinct (user_id, user_session))"))
        .containsExactly(card.get("users") + "|" + card.get("sessions"));
    assertThat(lake.rows(TABLE, "count(*) FILTER (purchased), count(*) FILTER (NOT purchased)"))
        .containsExactly(card.at("/balance/purchased") + "|" + card.at("/balance/not_purchased"));
    for (String split : List.of("train", "validation", "test")) {
      String mine = " FILTER (split = '" + split + "')";
      assertThat(
              lake.rows(
                  TABLE,
                  "count(*)%1$s, count(distinct user_id)%1$s, count(*) FILTER (split = '%2$s' AND"
                          .formatted(mine, split)
                      + " purchased)"))
          .containsExactly(
              card.at("/splits/" + split + "/rows")
                  + "|"
                  + card.at("/splits/" + split + "/users")
                  + "|"
                  + card.at("/splits/" + split + "/purchased"));
    }
    Stream<Map.Entry<String, JsonNode>> features =
        StreamSupport.stream(
            ((Iterable<Map.Entry<String, JsonNode>>) () -> card.get("features").fields())
                .spliterator(),
            false);
    features.forEach(feature -> assertFeature(feature.getKey(), feature.getValue()));
    assertThat(card("_card.md")).contains("| rows | " + card.get("rows") + " |", "_card.svg");
    assertThat(card("_card.svg")).startsWith("<svg ").contains("num_prev_sessions");
  }

  private void assertFeature(String column, JsonNode feature) {
    assertThat(lake.rows(TABLE, "count(*) - count(" + column + ")"))
        .containsExactly(feature.get("nulls").toString());
    if (feature.get("max").isNumber()) {
      assertThat(
              lake.rows(
                  TABLE,
                  "min(%1$s) = %2$s AND max(%1$s) = %3$s AND abs(avg(%1$s) - %4$s) < 0.00001"
                      .formatted(
                          column,
                          feature.get("min"),
                          feature.get("max"),
                          feature.get("mean").decimalValue().toPlainString())))
          .as(column + " " + feature)
          .containsExactly("true");
    }
  }

  @Test
  void tellsInTheCardOfSidesWithoutRows() throws IOException {
    land("a.csv", List.of(event(0)));
    run(START, END, "--split=1,0,0").done();
    assertThat(JSON.readTree(card("_card.json")).get("splits").toString())
        .isEqualTo(
            "{\"train\":{\"rows\":1,\"users\":1,\"purchased\":0},"
                + "\"validation\":{\"rows\":0,\"users\":0,\"purchased\":0},"
                + "\"test\":{\"rows\":0,\"users\":0,\"purchased\":0}}");
    assertThat(card("_card.md")).contains("| test | 0 | 0 | 0 |");

    run(START, END).done();
    assertThat(JSON.readTree(card("_card.json")).get("splits")).isEmpty();
  }

  @Test
  void keepsEveryUserOnOneSide() {
    lake.run("generate", "--family=events", "--rows=20000").done();
    run(START, END, "--split=0.5,0.3,0.2", "--runId=split").done();

    assertThat(lake.rows(TABLE, "count(distinct user_id), count(distinct (user_id, split))").get(0))
        .matches("(\\d+)\\|\\1");
    assertThat(lake.rows(TABLE, "count(distinct split)")).containsExactly("3");
    assertThat(lake.readReport("events-training", "split").get("checks"))
        .extracting(check -> check.get("name").textValue())
        .contains(
            "label rate within bounds: purchased <= rows, purchased <= purchase events",
            "no user stands in two splits",
            "no feature knows of an event at or after its as-of moment");
  }

  @ParameterizedTest
  @EnumSource
  void writesSoManyFiles(OnRunner runner) {
    lake.run("generate", "--family=events", "--rows=20000").done();
    for (int shards : List.of(1, 5)) {
      lake.run(runner.with("events-training", START, END, "--shards=" + shards)).done();
      assertThat(files(".parquet")).hasSize(shards);
    }
  }

  @ParameterizedTest
  @EnumSource
  void rejectsMalformedLinesInsideAndOutsideOfTheRange(OnRunner runner) {
    String good = EventCsvLines.line(event(0));
    lake.write(
        "landing/events/a.csv",
        String.join(
            "\n",
            EventCsvLines.HEADER,
            good,
            good.replace("view", "VIEW"),
            good.replace("2019", "2018"),
            good.replace("view", "VIEW").replace("2019", "2018"),
            good.replace(",1,s", ",,s"),
            good.replace(",1,s", ",1,"),
            ""));
    lake.run(runner.with("events-training", START, END, "--maxRejectRatio=1", "--runId=bad"))
        .done();

    JsonNode report = lake.readReport("events-training", "bad");
    assertThat(report.get("counters").toString())
        .isEqualTo("{\"read\":6,\"kept\":1,\"filtered\":1,\"rejected\":4,\"written\":1}");
    assertThat(report.get("filtered_by").toString()).isEqualTo("{\"out_of_range\":1}");
    assertThat(report.get("rejected_by").toString())
        .isEqualTo("{\"missing_value\":2,\"unknown_event_type\":2}");
  }

  private static Event event(long second) {
    return SampleEvents.event(EventType.VIEW, 1, second).build();
  }

  private Ended run(String... args) {
    List<String> all = new ArrayList<>(List.of("events-training"));
    all.addAll(List.of(args));
    return lake.run(all.toArray(String[]::new));
  }

  private void land(String name, List<Event> events) {
    lake.write("landing/events/" + name, EventCsvLines.file(events));
  }

  private List<String> files(String ending) {
    return lake.tree(TABLE).stream().filter(file -> file.endsWith(ending)).toList();
  }

  private String onlyFile(String ending) throws IOException {
    List<String> files = files(ending);
    assertThat(files).hasSize(1);
    return Files.readString(temp.resolve(files.get(0)));
  }

  private String card(String name) throws IOException {
    return Files.readString(temp.resolve(TABLE).resolve(PARTITION).resolve(name));
  }

  private static String withoutInputs(String card) throws IOException {
    return ((ObjectNode) JSON.readTree(card)).without("inputs").toString();
  }
}
