package io.lakebeam.flights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakebeam.lake.ExitCode;
import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class OpenSkyTest {
  @Test
  void readsStatesInFeetAndKnots() throws IOException {
    ZoneAnswer answer =
        answer(
            "{\"time\": 1732111200, \"states\": ["
                + "[\"3c6444\",\"DLH9LF  \",\"Germany\",1732111199,1732111200,6.15,50.19,9639.3,false,"
                + "232.88,98.26,4.55,null,9547.86,\"1000\",false,0],"
                + "[\"abc123\",\"N123AB\",\"United States\",null,1732111200,null,null,null,true,"
                + "0,0,0,null,null,null,false,0],"
                + "[\"short\"]]}");

    assertThat(answer.flights()).hasSize(1);
    Observation flight = answer.flights().get(0);
    assertThat(flight.airlineIcao()).isEqualTo("DLH");
    assertThat(flight.flightNumber()).isEqualTo("DLH9LF");
    assertThat(flight.altitudeFeet()).isEqualTo(31_625);
    assertThat(flight.groundSpeedKnots()).isEqualTo(453);
    assertThat(flight.onGround()).isFalse();
    assertThat(answer.rejects())
        .extracting(reject -> reject.reason() + " " + reject.offset())
        .containsExactly("missing_value 1", "wrong_field_count 2");
  }

  @Test
  void nothingInTheAirIsNull() throws IOException {
    assertThat(answer("{\"time\": 1, \"states\": null}").records()).isZero();
  }

  @Test
  void noStatesAreNoEmptySky() {
    assertThatThrownBy(() -> answer("{\"time\": 1}"))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_PLACE)
        .hasMessageContaining("JSON without a valid states");
  }

  @Test
  void rejectsAHeightThatTheColumnCannotHold() throws IOException {
    ZoneAnswer answer =
        answer(
            "{\"states\": [[\"3c6444\",\"\",\"\",1,1732111200,6.15,50.19,1e12,false,"
                + "0,0,0,null,0,\"\",false,0]]}");
    assertThat(answer.rejects())
        .extracting(reject -> reject.reason() + " " + reject.column())
        .containsExactly("out_of_range altitude_ft");
  }

  private static ZoneAnswer answer(String json) throws IOException {
    try (BadServer server = new BadServer(BadServer.json(json))) {
      FlightSource source =
          FlightSources.OPENSKY.open(
              server.url().toString(), null, FetchLimits.of(1_000, 1), Clock.systemUTC());
      return source.flights(source.zones().get(0));
    }
  }
}
