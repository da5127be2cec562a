package io.lakebeam.flights;

import com.fasterxml.jackson.databind.JsonNode;
import io.lakebeam.read.BadValue;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The OpenSky Network's public state vectors, {@code GET /api/states/all} of its REST API: an array
 * per aircraft, in metres and metres per second; {@code states} is null where there is none. It
 * knows neither airports nor types of aircraft; the airline is the designator that a call sign
 * begins with. One answer holds the whole world, so no zone is ever full. A flight's id is the
 * aircraft's address (icao24).
 */
final class OpenSky implements FlightSource {
  static final String API = "https://opensky-network.org";

  private static final String STEP = "ReadStates";
  private static final Pattern AIRLINE_CALL_SIGN = Pattern.compile("[A-Z]{3}\\d.*");
  private static final int ICAO24 = 0;
  private static final int CALL_SIGN = 1;
  private static final int LAST_CONTACT = 4;
  private static final int LONGITUDE = 5;
  private static final int LATITUDE = 6;
  private static final int ALTITUDE = 7;
  private static final int ON_GROUND = 8;
  private static final int VELOCITY = 9;
  private static final int FIELDS = 17;
  private static final double FEET_PER_METER = 1 / 0.3048;
  private static final double KNOTS_PER_METER_PER_SECOND = 3600 / 1852.0;

  private final JsonClient client;
  private final String url;

  OpenSky(JsonClient client, String url) {
    this.client = client;
    this.url = url;
  }

  @Override
  public List<Zone> zones() {
    return List.of(Zone.of(90, -90, -180, 180));
  }

  @Override
  public ZoneAnswer flights(Zone zone) {
    URI address =
        URI.create(
            String.format(
                "%s/api/states/all?lamin=%s&lomin=%s&lamax=%s&lomax=%s",
                url,
                Zone.plain(zone.south()),
                Zone.plain(zone.west()),
                Zone.plain(zone.north()),
                Zone.plain(zone.east())));
    JsonNode states =
        client.get(address, "states", value -> value.isArray() || value.isNull()).path("states");
    ZoneAnswer answer = new ZoneAnswer(0, Integer.MAX_VALUE);
    for (int i = 0; i < states.size(); i++) {
      JsonNode state = states.get(i);
      try {
        answer.add(parse(state));
      } catch (BadValue e) {
        answer.add(SourceRecord.at(STEP, address, i).reject(e, state));
      }
    }
    return answer;
  }

  private static Observation parse(JsonNode state) throws BadValue {
    if (state.size() < FIELDS) {
      throw BadValue.of("wrong_field_count", null, state.size() + " values, less than 17.");
    }
    @Nullable String callSign = JsonValues.text(state.path(CALL_SIGN));
    return Observation.builder()
        .flightId(JsonValues.required("flight_id", JsonValues.text(state.path(ICAO24))))
        .airlineIcao(
            callSign != null && AIRLINE_CALL_SIGN.matcher(callSign).matches()
                ? callSign.substring(0, 3)
                : null)
        .flightNumber(callSign)
        .latitudeMicros(JsonValues.angleMicros("latitude", state.path(LATITUDE), 90))
        .longitudeMicros(JsonValues.angleMicros("longitude", state.path(LONGITUDE), 180))
        .altitudeFeet(scaled("altitude_ft", state.path(ALTITUDE), FEET_PER_METER))
        .groundSpeedKnots(
            scaled("ground_speed_kt", state.path(VELOCITY), KNOTS_PER_METER_PER_SECOND))
        .onGround(state.path(ON_GROUND).asBoolean())
        .observedAtSeconds(
            SourceRecord.time(JsonValues.whole("observed_at", state.path(LAST_CONTACT))))
        .build();
  }

  private static @Nullable Long scaled(String column, JsonNode value, double factor)
      throws BadValue {
    Double number = JsonValues.number(value);
    return number == null ? null : (Long) JsonValues.int32(column, Math.round(number * factor));
  }

  @Override
  public void startAfresh() {
    client.dropCookies();
  }
}
