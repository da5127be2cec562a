package io.lakebeam.flights;

import io.lakebeam.lake.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question asked of the active flights of a slot: those in the air that have an airline, each
 * once. All winners of a tie are kept.
 */
public enum Indicator {
  AIRLINE_WITH_MOST_FLIGHTS(
      IndicatorTable.named("airline_with_most_flights", "The airlines with the most flights.")
          .text("airline_icao", "airline_name")
          .count("flights_number")) {
    @Override
    Stream<IndicatorRow> of(Slot slot, List<Flight> flights) {
      FlightCounts<String> airlines = FlightCounts.of(flights, Flight::getAirlineIcao);
      AirlineNames names = AirlineNames.of(flights);
      return airlines
          .most()
          .map(icao -> IndicatorRow.of(slot, icao, names.of(icao), airlines.of(icao)))
          .sorted(IndicatorRow.by(1, 0));
    }
  },

  AIRLINE_WITH_MOST_ACTIVE_REGIONAL_FLIGHTS_BY_CONTINENT(
      IndicatorTable.named(
              "airline_with_most_active_regional_flights_by_continent",
              "For each continent the airlines with the most flights that begin and end on it.")
          .text("continent", "airline_icao", "airline_name")
          .count("flights_number")) {
    @Override
    Stream<IndicatorRow> of(Slot slot, List<Flight> flights) {
      List<Flight> regional =
          flights.stream().filter(Indicator::isRegional).collect(Collectors.toList());
      AirlineNames names = AirlineNames.of(flights);
      return FlightCounts.groups(regional, Flight::getOriginContinent).entrySet().stream()
          .flatMap(
              continent -> {
                FlightCounts<String> airlines =
                    FlightCounts.of(continent.getValue(), Flight::getAirlineIcao);
                return airlines
                    .most()
                    .map(
                        icao ->
                            IndicatorRow.of(
                                slot, continent.getKey(), icao, names.of(icao), airlines.of(icao)));
              })
          .sorted(IndicatorRow.by(0, 2, 1));
    }
  },

  LONGEST_FLIGHT(
      IndicatorTable.named("longest_flight", "The flights between the airports furthest apart.")
          .text("flight_id", "aircraft_model", "airline_name", "origin_name", "destination_name")
          .kilometers("distance_km")) {
    @Override
    Stream<IndicatorRow> of(Slot slot, List<Flight> flights) {
      long longest =
          flights.stream()
              .map(Flight::getDistanceCentikilometers)
              .filter(Objects::nonNull)
              .mapToLong(Long::longValue)
              .max()
              .orElse(-1);
      return flights.stream()
          .filter(flight -> Objects.equals(flight.getDistanceCentikilometers(), longest))
          .map(
              flight ->
                  IndicatorRow.of(
                      slot,
                      flight.getFlightId(),
                      flight.getAircraftModel(),
                      flight.getAirlineName(),
                      flight.getOriginName(),
                      flight.getDestinationName(),
                      longest))
          .sorted(IndicatorRow.by(2, 0));
    }
  },

  AVERAGE_FLIGHT_LENGTH_BY_CONTINENT(
      IndicatorTable.named(
              "average_flight_length_by_continent",
              "The mean distance of the flights from each continent that have one.")
          .text("continent")
          .kilometers("average_flight_length_km")
          .count("flights_number")) {
    @Override
    Stream<IndicatorRow> of(Slot slot, List<Flight> flights) {
      return FlightLengths.byContinent(slot, flights).sorted(IndicatorRow.by(0));
    }
  },

  AIRCRAFT_MANUFACTURER_WITH_MOST_ACTIVE_FLIGHTS(
      IndicatorTable.named(
              "aircraft_manufacturer_with_most_active_flights",
              "The manufacturers with the most aircraft in the air.")
          .text("aircraft_manufacturer")
          .count("flights_number")) {
    @Override
    Stream<IndicatorRow> of(Slot slot, List<Flight> flights) {
      FlightCounts<String> manufacturers =
          FlightCounts.of(flights, Flight::getAircraftManufacturer);
      return manufacturers
          .most()
          .map(name -> IndicatorRow.of(slot, name, manufacturers.of(name)))
          .sorted(IndicatorRow.by(0));
    }
  },

  MOST_USED_AIRCRAFT_MODELS_BY_AIRLINE_COUNTRY(
      IndicatorTable.named(
              "most_used_aircraft_models_by_airline_country",
              "For each country of airlines the three aircraft models with the most flights.")
          .text("airline_country")
          .count("rank")
          .text("aircraft_model")
          .count("flights_number")) {
    @Override
    Stream<IndicatorRow> of(Slot slot, List<Flight> flights) {
      return FlightCounts.groups(flights, Indicator::airlineCountry).entrySet().stream()
          .flatMap(
              country -> {
                FlightCounts<String> models =
                    FlightCounts.of(country.getValue(), Flight::getAircraftModel);
                return models
                    .atMostRank(MODELS)
                    .map(
                        model ->
                            IndicatorRow.of(
                                slot,
                                country.getKey(),
                                models.rank(model),
                                model,
                                models.of(model)));
              })
          .sorted(IndicatorRow.by(0, 1, 2));
    }
  },

  AIRPORT_WITH_GREATEST_DEPARTURE_ARRIVAL_DIFFERENCE(
      IndicatorTable.named(
              "airport_with_greatest_departure_arrival_difference",
              "The airports whose departures and arrivals differ most.")
          .text("airport_iata", "airport_name")
          .count("departures", "arrivals", "difference")) {
    @Override
    Stream<IndicatorRow> of(Slot slot, List<Flight> flights) {
      return AirportTraffic.mostUneven(slot, flights).sorted(IndicatorRow.by(1, 0));
    }
  };

  private static final int MODELS = 3;

  private final Table<IndicatorRow> table;

  Indicator(IndicatorTable table) {
    this.table = table.bySlot();
  }

  /** The rows of a slot, in the order in which they are told. */
  abstract Stream<IndicatorRow> of(Slot slot, List<Flight> flights);

  Table<IndicatorRow> rows() {
    return table;
  }

  /** Where its rows are kept, as CSV. */
  public Table<?> table() {
    return table;
  }

  /** The tables of all indicators. */
  public static List<Table<?>> tables() {
    return Arrays.stream(values()).map(Indicator::table).collect(Collectors.toList());
  }

  static boolean isRegional(Flight flight) {
    return Objects.equals(flight.getOriginContinent(), flight.getDestinationContinent());
  }

  private static @Nullable String airlineCountry(Flight flight) {
    String airline = flight.getAirlineIcao();
    return airline == null ? null : AirlineCountries.of(airline);
  }
}
