package io.lakebeam.flights;

import io.lakebeam.lake.Column.ValueOf;
import io.lakebeam.lake.Table;
import io.lakebeam.lake.TableFormat;
import io.lakebeam.read.BadValue;
import io.lakebeam.read.CsvFormat;
import io.lakebeam.read.CsvRecord;
import org.jspecify.annotations.Nullable;

/** The raw table: the flights that were seen in a slot, as people read them. */
public final class RawFlights {
  /** Where the raw flights lie under the lake. */
  public static final String PLACE = "raw/flights";

  static final Table<SlotFlight> TABLE =
      Table.<SlotFlight>named(PLACE, "A flight that was seen in a slot of two hours.")
          .text("flight_id", row -> row.flight().getFlightId())
          .nullableText("aircraft_code", of(Flight::getAircraftCode))
          .nullableText("aircraft_model", of(Flight::getAircraftModel))
          .nullableText("aircraft_manufacturer", of(Flight::getAircraftManufacturer))
          .nullableText("registration", of(Flight::getRegistration))
          .nullableText("airline_icao", of(Flight::getAirlineIcao))
          .nullableText("airline_name", of(Flight::getAirlineName))
          .nullableText("flight_number", of(Flight::getFlightNumber))
          .nullableText("origin_iata", of(Flight::getOriginIata))
          .nullableText("origin_name", of(Flight::getOriginName))
          .nullableText("origin_country", of(Flight::getOriginCountry))
          .nullableText("origin_continent", of(Flight::getOriginContinent))
          .nullableText("destination_iata", of(Flight::getDestinationIata))
          .nullableText("destination_name", of(Flight::getDestinationName))
          .nullableText("destination_country", of(Flight::getDestinationCountry))
          .nullableText("destination_continent", of(Flight::getDestinationContinent))
          .decimal("latitude", 9, 6, row -> row.flight().getLatitudeMicros())
          .decimal("longitude", 9, 6, row -> row.flight().getLongitudeMicros())
          .nullableInt32("altitude_ft", of(Flight::getAltitudeFeet))
          .nullableInt32("ground_speed_kt", of(Flight::getGroundSpeedKnots))
          .bool("on_ground", row -> row.flight().getOnGround())
          .timestamp("observed_at", row -> row.flight().getObservedAtMicros())
          .nullableDecimal("distance_km", 9, 2, of(Flight::getDistanceCentikilometers))
          .partitionedByDate("date", row -> row.slot().date().toEpochDay())
          .partitionedByText("hour", row -> row.slot().hourText())
          .storedAs(TableFormat.CSV);

  /** The columns of its files, for a reader. */
  public static final CsvFormat FORMAT =
      CsvFormat.of(TABLE.columns().stream().map(column -> column.name()).toArray(String[]::new));

  private static final long MICROS_PER_HUNDREDTH = 10_000;

  private RawFlights() {}

  /** The table that is written. */
  public static Table<?> table() {
    return TABLE;
  }

  /** The flight of a record of the raw files. */
  static Flight parse(CsvRecord record) throws BadValue {
    return Flight.builder()
        .setFlightId(record.text(0))
        .setAircraftCode(record.nullableText(1))
        .setAircraftModel(record.nullableText(2))
        .setAircraftManufacturer(record.nullableText(3))
        .setRegistration(record.nullableText(4))
        .setAirlineIcao(record.nullableText(5))
        .setAirlineName(record.nullableText(6))
        .setFlightNumber(record.nullableText(7))
        .setOriginIata(record.nullableText(8))
        .setOriginName(record.nullableText(9))
        .setOriginCountry(record.nullableText(10))
        .setOriginContinent(record.nullableText(11))
        .setDestinationIata(record.nullableText(12))
        .setDestinationName(record.nullableText(13))
        .setDestinationCountry(record.nullableText(14))
        .setDestinationContinent(record.nullableText(15))
        .setLatitudeMicros(record.decimal(16))
        .setLongitudeMicros(record.decimal(17))
        .setAltitudeFeet(record.nullableInt64(18))
        .setGroundSpeedKnots(record.nullableInt64(19))
        .setOnGround(record.bool(20))
        .setObservedAtMicros(record.timestampMicros(21))
        .setDistanceCentikilometers(distance(record))
        .build();
  }

  private static @Nullable Long distance(CsvRecord record) throws BadValue {
    Long millionths = record.nullableDecimal(22);
    if (millionths == null) {
      return null;
    }
    if (millionths < 0 || millionths % MICROS_PER_HUNDREDTH != 0) {
      throw BadValue.of(
          "malformed_distance", "distance_km", "The distance is negative or has over 2 digits.");
    }
    return millionths / MICROS_PER_HUNDREDTH;
  }

  private static <V> ValueOf<SlotFlight, @Nullable V> of(ValueOf<Flight, @Nullable V> value) {
    return row -> value.apply(row.flight());
  }
}
