package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lakebeam.events.AsOf;
import io.lakebeam.events.Event;
import io.lakebeam.events.EventCsvLines;
import io.lakebeam.events.TrainingOracle;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The training base is what the oracle computes, to the last digit, on every runner. */
class EventsResultsTest {
  private static final String TABLE = "gold/events_training";
  private static final String START = "2019-10-30T23:59:45Z";
  private static final String END = "2019-11-01T23:59:59.5Z";
  private static final String COLUMNS =
      "user_id, user_session, product_id, price, category_code, brand, category, sub_category,"
          + " num_views_product, purchased, epoch_us(start_time), epoch_us(end_time), duration,"
          + " start_hour, start_minute, start_dayofweek, num_views_session, num_products_session,"
          + " num_prev_sessions, num_prev_product_views, num_prev_and_current_product_views";

  @TempDir private Path temp;
  private TestLake lake;

  @BeforeEach
  void openLake() {
    lake = new TestLake(temp);
  }

  static Stream<Arguments> options() {
    return Stream.of(OnRunner.values())
        .flatMap(
            runner ->
                Stream.of(AsOf.values())
                    .flatMap(
                        asOf ->
                            Stream.of(
                                Arguments.of(runner, asOf, false, 1L),
                                Arguments.of(runner, asOf, true, 2L))));
  }

  @ParameterizedTest(name = "{0}, {1}, deduplicate {2}")
  @MethodSource("options")
  void writesWhatTheOracleComputes(OnRunner runner, AsOf asOf, boolean deduplicate, long seed) {
    List<Event> events = SampleEvents.colliding(seed, 400);
    int half = events.size() / 2;
    land("2019-Oct.csv", events.subList(0, half));
    land("2019-Nov.csv", events.subList(half, events.size()));
    List<String> args =
        new ArrayList<>(
            List.of("events-training", "--start=" + START, "--end=" + END, "--runId=run"));
    args.add("--asOf=" + asOf.name().toLowerCase().replace('_', '-'));
    args.add("--deduplicate=" + deduplicate);
    args.add("--shards=" + (seed == 1 ? 0 : 3));
    lake.run(runner.with(args.toArray(String[]::new))).done();

    TrainingOracle.Base base =
        TrainingOracle.base(
            events, SampleEvents.micros(START), SampleEvents.micros(END), asOf, deduplicate);
    assertThat(lake.rows(TABLE, COLUMNS)).containsExactlyInAnyOrderElementsOf(lines(base.rows()));
    JsonNode report = lake.readReport("events-training", "run");
    JsonNode counters = report.get("counters");
    assertThat(counters.get("read").longValue()).isEqualTo(events.size());
    assertThat(counters.get("kept").longValue()).isEqualTo(base.kept());
    assertThat(counters.get("written").longValue()).isEqualTo(base.rows().size());
    assertThat(report.get("filtered_by").toString())
        .isEqualTo(
            base.filteredBy().entrySet().stream()
                .map(rule -> "\"" + rule.getKey() + "\":" + rule.getValue())
                .collect(Collectors.joining(",", "{", "}")));
    assertThat(base.filteredBy()).containsKey("out_of_range");
  }

  private void land(String name, List<Event> events) {
    lake.write("landing/events/" + name, EventCsvLines.file(events));
  }

  private static List<String> lines(List<TrainingOracle.Row> rows) {
    return rows.stream()
        .map(
            row ->
                Stream.of(
                        row.userId(),
                        row.userSession(),
                        row.productId(),
                        row.price(),
                        row.categoryCode(),
                        row.brand(),
                        row.category(),
                        row.subCategory(),
                        row.numViewsProduct(),
                        row.purchased(),
                        row.startTime(),
                        row.endTime(),
                        row.duration(),
                        row.startHour(),
                        row.startMinute(),
                        row.startDayofweek(),
                        row.numViewsSession(),
                        row.numProductsSession(),
                        row.numPrevSessions(),
                        row.numPrevProductViews(),
                        row.numPrevAndCurrentProductViews())
                    .map(EventsResultsTest::text)
                    .collect(Collectors.joining("|")))
        .toList();
  }

  private static String text(Object value) {
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : Objects.toString(value);
  }
}
