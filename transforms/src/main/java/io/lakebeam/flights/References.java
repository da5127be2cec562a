package io.lakebeam.flights;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes flights of observations: looks up their airports, airlines and aircraft. */
final class References {
  private static final long MICROS_PER_SECOND = 1_000_000;

  private final Map<String, Airport> airports = new HashMap<>();
  private final Map<String, String> continents = new HashMap<>();
  private final Map<String, String> airlines = new HashMap<>();

  /** Of those that have the same code, the first counts. */
  References(List<Airport> airports, List<Airline> airlines) {
    for (Airport airport : airports) {
      if (this.airports.putIfAbsent(airport.iata(), airport) == null) {
        String continent = Continents.of(airport.country());
        if (continent != null) {
          continents.put(airport.iata(), continent);
        }
      }
    }
    airlines.forEach(airline -> this.airlines.putIfAbsent(airline.icao(), airline.name()));
  }

  Flight join(Observation seen) {
    String from = seen.originIata();
    String to = seen.destinationIata();
    @Nullable Airport origin = airports.get(from);
    @Nullable Airport destination = airports.get(to);
    return Flight.builder()
        .setFlightId(seen.flightId())
        .setAircraftCode(seen.aircraftCode())
        .setAircraftModel(AircraftTypes.model(seen.aircraftCode()))
        .setAircraftManufacturer(AircraftTypes.manufacturer(seen.aircraftCode()))
        .setRegistration(seen.registration())
        .setAirlineIcao(seen.airlineIcao())
        .setAirlineName(airlines.get(seen.airlineIcao()))
        .setFlightNumber(seen.flightNumber())
        .setOriginIata(from)
        .setOriginName(origin == null ? null : origin.name())
        .setOriginCountry(origin == null ? null : origin.country())
        .setOriginContinent(continents.get(from))
        .setDestinationIata(to)
        .setDestinationName(destination == null ? null : destination.name())
        .setDestinationCountry(destination == null ? null : destination.country())
        .setDestinationContinent(continents.get(to))
        .setLatitudeMicros(seen.latitudeMicros())
        .setLongitudeMicros(seen.longitudeMicros())
        .setAltitudeFeet(seen.altitudeFeet())
        .setGroundSpeedKnots(seen.groundSpeedKnots())
        .setOnGround(seen.onGround())
        .setObservedAtMicros(seen.observedAtSeconds() * MICROS_PER_SECOND)
        .setDistanceCentikilometers(distance(origin, destination))
        .build();
  }

  private static @Nullable Long distance(@Nullable Airport origin, @Nullable Airport destination) {
    if (origin == null || destination == null) {
      return null;
    }
    Double lat1 = origin.latitude();
    Double lon1 = origin.longitude();
    Double lat2 = destination.latitude();
    Double lon2 = destination.longitude();
    return lat1 == null || lon1 == null || lat2 == null || lon2 == null
        ? null
        : (Long) GreatCircle.centikilometers(lat1, lon1, lat2, lon2);
  }
}
