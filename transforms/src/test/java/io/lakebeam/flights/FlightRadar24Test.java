package io.lakebeam.flights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.read.BadValue;
import io.lakebeam.write.Reject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlightRadar24Test {
  private static final Zone ZONE = Zone.of(90, 0, -90, 0);
  private static final String REST =
      ",51.5,-0.25,300,35000,450,\"\",\"\",\"A320\",\"G-ABCD\",1732111200,";

  @Test
  void readsRecordsOfNineteenAndEighteenValues() throws IOException {
    ZoneAnswer answer =
        answer(
            "{\"full_count\": 15000, \"version\": 4,"
                + "\"a1\": [\"\""
                + REST
                + "\"LHR\",\"JFK\",\"BA1\",0,0,\"BAW1\",0,\"BAW\"],"
                + "\"b2\": [\"\""
                + REST
                + "\"\",\"\",\"\",1,0,\"\",0],"
                + "\"stats\": {\"total\": {\"ads-b\": 1}}, \"news\": \"x\"}");

    assertThat(answer.rejects()).isEmpty();
    assertThat(answer.claimed()).isEqualTo(15_000);
    assertThat(answer.flights())
        .extracting(Observation::flightId, Observation::airlineIcao, Observation::originIata)
        .containsExactly(tuple("a1", "BAW", "LHR"), tuple("b2", null, null));
    assertThat(answer.flights().get(0).latitudeMicros()).isEqualTo(51_500_000);
    assertThat(answer.flights().get(0).longitudeMicros()).isEqualTo(-250_000);
    assertThat(answer.flights().get(0).altitudeFeet()).isEqualTo(35_000);
    assertThat(answer.flights().get(1).onGround()).isTrue();
  }

  @Test
  void rejectsWhatIsNoFlightWithItsReasonAndItsText() throws IOException {
    ZoneAnswer answer =
        answer(
            "{\"full_count\": 9,"
                + "\"null\": null,"
                + "\"twenty\": [\"\""
                + REST
                + "\"\",\"\",\"\",0,0,\"\",0,\"\",7],"
                + "\"none\": [],"
                + "\"nowhere\": [\"\",null,0,0,0,0,\"\",\"\",\"\",\"\",1732111200,\"\",\"\",\"\",0,0,\"\",0,\"\"],"
                + "\"beyond\": [\"\",91,0,0,0,0,\"\",\"\",\"\",\"\",1732111200,\"\",\"\",\"\",0,0,\"\",0,\"\"],"
                + "\"text\": [\"\",\"1\",0,0,0,0,\"\",\"\",\"\",\"\",1732111200,\"\",\"\",\"\",0,0,\"\",0,\"\"],"
                + "\"never\": [\"\",1,0,0,0,0,\"\",\"\",\"\",\"\",0,\"\",\"\",\"\",0,0,\"\",0,\"\"],"
                + "\"ground\": [\"\",1,0,0,0,0,\"\",\"\",\"\",\"\",1732111200,\"\",\"\",\"\",2,0,\"\",0,\"\"]}");

    assertThat(answer.flights()).isEmpty();
    assertThat(answer.rejects())
        .extracting(Reject::reason)
        .containsExactly(
            "missing_value",
            "wrong_field_count",
            "wrong_field_count",
            "missing_value",
            "out_of_range",
            "malformed_number",
            "out_of_range",
            "out_of_range");
    assertThat(answer.rejects())
        .allMatch(reject -> reject.source().contains("/zones/fcgi/feed.js?bounds=90,0,-90,0&"));
    assertThat(answer.rejects().get(2).offset()).isEqualTo(3);
    assertThat(new String(answer.rejects().get(2).payload(), StandardCharsets.UTF_8))
        .isEqualTo("{\"none\":[]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999", "-1e999", "1e300", "3000000000", "-9223372036854775809"})
  void rejectsNumbersThatTheColumnCannotHold(String height) throws IOException {
    ZoneAnswer answer =
        answer(
            "{\"full_count\": 1, \"a\": [\"\",1,1,0,"
                + height
                + ",0,\"\",\"\",\"\",\"\",1732111200,\"\",\"\",\"\",0,0,\"\",0,\"\"]}");
    assertThat(answer.flights()).isEmpty();
    assertThat(answer.rejects())
        .extracting(Reject::reason, Reject::column)
        .containsExactly(tuple("out_of_range", "altitude_ft"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"error\": \"x\"}", "{\"full_count\": \"1\"}"})
  void anAnswerWithoutItsCountIsNoEmptyZone(String json) {
    assertThatThrownBy(() -> answer(json))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_PLACE)
        .hasMessageContaining("gave up after 1 attempts: JSON without a valid full_count");
  }

  @Provide
  Arbitrary<List<Object>> values() {
    return Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(3).map(Object.class::cast),
            Arbitraries.doubles().map(Object.class::cast),
            Arbitraries.longs().map(Object.class::cast),
            Arbitraries.of(true, false).map(Object.class::cast))
        .injectNull(0.2)
        .list()
        .ofMinSize(17)
        .ofMaxSize(20);
  }

  @Property(tries = 500)
  void anyRecordIsAFlightOrHasAReason(@ForAll("values") List<Object> values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    values.forEach(value -> array.addPOJO(value));
    try {
      assertThat(FeedRecord.parse("id", parsed(array)).flightId()).isEqualTo("id");
    } catch (BadValue e) {
      assertThat(e.reason()).isNotBlank();
    }
  }

  private static JsonNode parsed(ArrayNode array) {
    try {
      return new ObjectMapper().readTree(array.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void readsAirportsAsTheyAreInTheWild() throws IOException {
    try (BadServer server =
        new BadServer(
            BadServer.json(
                "{\"version\": 1, \"rows\": ["
                    + "{\"name\":\"A\",\"iata\":\"AAA\",\"lat\":\"1.5\",\"lon\":2,\"country\":\"Spain\",\"alt\":\"43\"},"
                    + "{\"name\":\"B\",\"iata\":\"BBB\",\"lat\":\"n/a\",\"lon\":\"\",\"country\":\"\"},"
                    + "{\"name\":\"C\",\"iata\":\"\",\"lat\":1,\"lon\":1},"
                    + "{\"name\":\"D\",\"iata\":\"DDD\",\"lat\":\"NaN\",\"lon\":\"Infinity\"},"
                    + "{\"name\":\"E\",\"iata\":\"EEE\",\"lat\":-90.5,\"lon\":180.5},"
                    + "{\"icao\":\"XXXX\"}]}"))) {
      assertThat(source(server).airports())
          .containsExactly(
              Airport.of("AAA", "A", "Spain", 1.5, 2.0),
              Airport.of("BBB", "B", null, null, null),
              Airport.of("DDD", "D", null, null, null),
              Airport.of("EEE", "E", null, null, null));
    }
  }

  @Test
  void readsAirlinesThatHaveADesignatorAndAName() throws IOException {
    try (BadServer server =
        new BadServer(
            BadServer.json(
                "{\"rows\": [{\"Name\":\"A\",\"Code\":\"\",\"ICAO\":\"AAA\"},"
                    + "{\"Name\":\"B\",\"ICAO\":null},{\"Name\":null,\"ICAO\":\"CCC\"},{}]}"))) {
      assertThat(source(server).airlines()).containsExactly(Airline.of("AAA", "A"));
    }
  }

  @Test
  void failsClearlyWithoutRows() throws IOException {
    try (BadServer server = new BadServer(BadServer.json("{\"rows\": null}"))) {
      assertThatThrownBy(() -> source(server).airports()).hasMessageContaining("without rows");
    }
  }

  @Test
  void itsZonesAreTheWholeEarth() throws IOException {
    try (BadServer server = new BadServer(BadServer.html())) {
      double area =
          source(server).zones().stream()
              .mapToDouble(zone -> (zone.north() - zone.south()) * (zone.east() - zone.west()))
              .sum();
      assertThat(area).isEqualTo(180 * 360);
    }
  }

  private static ZoneAnswer answer(String json) throws IOException {
    try (BadServer server = new BadServer(BadServer.json(json))) {
      return source(server).flights(ZONE);
    }
  }

  private static FlightSource source(BadServer server) {
    return FlightSources.FLIGHTRADAR24.open(
        server.url().toString(),
        server.url().toString(),
        FetchLimits.of(1_000, 1, Duration.ofMillis(1), Duration.ofMinutes(1)),
        Clock.systemUTC());
  }
}
