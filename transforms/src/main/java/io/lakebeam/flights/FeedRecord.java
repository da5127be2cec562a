package io.lakebeam.flights;

import com.fasterxml.jackson.databind.JsonNode;
import io.lakebeam.read.BadValue;

/**
 * One flight of FlightRadar24's live feed, by position: 0 icao24, 1 latitude, 2 longitude, 3
 * heading, 4 altitude (ft), 5 ground speed (kt), 6 squawk, 7 radar, 8 type designator, 9
 * registration, 10 Unix time, 11 origin, 12 destination (IATA), 13 flight number, 14 on ground
 * (0/1), 15 vertical speed, 16 call sign, 17 unused, 18 airline (ICAO; not in records before 2018).
 */
final class FeedRecord {
  private static final int FIELDS = 19;
  private static final int FIELDS_BEFORE_2018 = 18;
  private static final int LATITUDE = 1;
  private static final int LONGITUDE = 2;
  private static final int ALTITUDE = 4;
  private static final int GROUND_SPEED = 5;
  private static final int TYPE = 8;
  private static final int REGISTRATION = 9;
  private static final int TIME = 10;
  private static final int ORIGIN = 11;
  private static final int DESTINATION = 12;
  private static final int FLIGHT_NUMBER = 13;
  private static final int ON_GROUND = 14;
  private static final int AIRLINE = 18;

  private FeedRecord() {}

  static Observation parse(String id, JsonNode values) throws BadValue {
    if (!values.isArray()) {
      throw BadValue.of("missing_value", null, "The flight has null in the place of its values.");
    }
    if (values.size() != FIELDS && values.size() != FIELDS_BEFORE_2018) {
      throw BadValue.of(
          "wrong_field_count", null, values.size() + " values, neither 19 nor 18 of them.");
    }
    return Observation.builder()
        .flightId(JsonValues.required("flight_id", id.isBlank() ? null : id.trim()))
        .aircraftCode(JsonValues.text(values.path(TYPE)))
        .registration(JsonValues.text(values.path(REGISTRATION)))
        .airlineIcao(JsonValues.text(values.path(AIRLINE)))
        .flightNumber(JsonValues.text(values.path(FLIGHT_NUMBER)))
        .originIata(JsonValues.text(values.path(ORIGIN)))
        .destinationIata(JsonValues.text(values.path(DESTINATION)))
        .latitudeMicros(JsonValues.angleMicros("latitude", values.path(LATITUDE), 90))
        .longitudeMicros(JsonValues.angleMicros("longitude", values.path(LONGITUDE), 180))
        .altitudeFeet(JsonValues.int32("altitude_ft", values.path(ALTITUDE)))
        .groundSpeedKnots(JsonValues.int32("ground_speed_kt", values.path(GROUND_SPEED)))
        .onGround(onGround(values.path(ON_GROUND)))
        .observedAtSeconds(SourceRecord.time(JsonValues.whole("observed_at", values.path(TIME))))
        .build();
  }

  private static boolean onGround(JsonNode value) throws BadValue {
    long flag = JsonValues.required("on_ground", JsonValues.whole("on_ground", value));
    if (flag != 0 && flag != 1) {
      throw BadValue.of("out_of_range", "on_ground", "on_ground is neither 0 nor 1.");
    }
    return flag == 1;
  }
}
