package io.lakebeam.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.read.CsvSource;
import io.lakebeam.read.FileRange;
import io.lakebeam.write.Output;
import io.lakebeam.write.Reject;
import io.lakebeam.write.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a line of the shop's files says, or why it says nothing. */
class EventCsvTest {
  private static final String REST =
      ",view,44600062,2103807459595387724,,shiseido,35.79,541312140,s";

  @TempDir private Path temp;

  @Test
  void readsTheExampleOfTheDataSet() {
    Event event =
        event(
            "2019-10-01 00:00:00 UTC,view,44600062,2103807459595387724,,shiseido,35.79,541312140,"
                + "72d76fde-8bb3-4e00-8c23-a032dfed738c");
    assertThat(event)
        .isEqualTo(
            Event.builder()
                .setTimeMicros(micros("2019-10-01T00:00:00Z"))
                .setType(EventType.VIEW)
                .setProductId(44_600_062)
                .setCategoryId(2_103_807_459_595_387_724L)
                .setCategoryCode(null)
                .setBrand("shiseido")
                .setPriceMicros(35_790_000)
                .setUserId(541_312_140)
                .setSession("72d76fde-8bb3-4e00-8c23-a032dfed738c")
                .build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2019-10-01 00:00:00 UTC",
        "2019-10-01 00:00:00",
        "2019-10-01T00:00:00",
        "2019-10-01T00:00:00Z",
        "2019-10-01T02:00:00+02:00",
        "2019-09-30 22:30:00-01:30",
        "2019-10-01T00:00:00 UTC",
        "2019-10-01 00:00:00.000000 UTC"
      })
  void takesUtcUnlessTheTimeSaysOtherwise(String time) {
    assertThat(event(time + REST).getTimeMicros()).isEqualTo(micros("2019-10-01T00:00:00Z"));
  }

  @Test
  void readsMicroseconds() {
    assertThat(event("2019-10-01 00:00:00.000001 UTC" + REST).getTimeMicros())
        .isEqualTo(micros("2019-10-01T00:00:00.000001Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2019-10-01 00:00:00 CET",
        "2019-10-01 00:00:00UTC",
        "2019-10-01 00:00:00 utc",
        "2019-10-01 00:00",
        "2019-10-01",
        "2019-02-29 00:00:00 UTC",
        "2019-10-01 24:00:00 UTC",
        "2019-10-01 00:00:00.1234567 UTC",
        "2019-10-01 00:00:00.",
        "2019-10-01  00:00:00"
      })
  void rejectsOtherTimes(String time) {
    assertThat(reason(time + REST)).isEqualTo("malformed_timestamp event_time");
  }

  @Test
  void takesEmptyCategoriesAndBrandsAsNull() {
    for (String three : List.of(",,", "\"\",\"\",\"\"")) {
      Event event = event("2019-10-01 00:00:00 UTC,cart,1," + three + ",0,2,s");
      assertThat(event.getCategoryId()).isNull();
      assertThat(event.getCategoryCode()).isNull();
      assertThat(event.getBrand()).isNull();
      assertThat(event.getPriceMicros()).isZero();
    }
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.CsvSource(
      delimiter = '|',
      textBlock =
          """
          VIEW,1,2,,,1,3,s             | unknown_event_type event_type
          ,1,2,,,1,3,s                 | missing_value event_type
          view,,2,,,1,3,s              | missing_value product_id
          view,1x,2,,,1,3,s            | malformed_integer product_id
          view,1,2.5,,,1,3,s           | malformed_integer category_id
          view,1,2,,,,3,s              | missing_value price
          view,1,2,,,-0.01,3,s         | negative_price price
          view,1,2,,,0.1234567,3,s     | malformed_decimal price
          view,1,2,,,1e3,3,s           | malformed_decimal price
          view,1,2,,,1,,s              | missing_value user_id
          view,1,2,,,1,9223372036854775808,s | malformed_integer user_id
          view,1,2,,,1,3,              | missing_value user_session
          view,1,2,,,1,3,\"\"          | missing_value user_session
          view,1,2,,,1,3,s,more        | wrong_field_count null
          view,1,2,,,1,3               | wrong_field_count null
          """)
  void rejectsWhatIsWrong(String rest, String reason) {
    assertThat(reason("2019-10-01 00:00:00 UTC," + rest)).isEqualTo(reason);
  }

  private Event event(String line) {
    Collected collected = read(line);
    assertThat(collected.rejects).isEmpty();
    return collected.events.get(0);
  }

  private String reason(String line) {
    Collected collected = read(line);
    assertThat(collected.events).isEmpty();
    Reject reject = collected.rejects.get(0);
    return reject.reason() + " " + reject.column();
  }

  private Collected read(String line) {
    Collected collected = new Collected();
    try {
      Path file = temp.resolve("events.csv");
      Files.writeString(file, EventCsvLines.HEADER + "\n" + line + "\n");
      long bytes = Files.size(file);
      CsvSource.of("Parse", EventCsv.FORMAT, EventCsv::parse)
          .emit(FileRange.of(file.toString(), 0, bytes, bytes), collected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return collected;
  }

  private static long micros(String time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(time));
  }

  private static final class Collected implements Output<Event> {
    final List<Event> events = new ArrayList<>();
    final List<Reject> rejects = new ArrayList<>();
    private final Tally tally = new Tally();

    @Override
    public void row(Event event, long records) {
      events.add(event);
    }

    @Override
    public void carried(long records) {}

    @Override
    public void reject(Reject reject) {
      rejects.add(reject);
    }

    @Override
    public Tally tally() {
      return tally;
    }
  }
}
