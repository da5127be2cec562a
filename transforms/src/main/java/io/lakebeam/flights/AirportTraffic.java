package io.lakebeam.flights;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The flights from and to one airport. */
final class AirportTraffic {
  private final String iata;
  private @Nullable String name;
  private long departures;
  private long arrivals;

  private AirportTraffic(String iata) {
    this.iata = iata;
  }

  /**
   * Rows of code, name, departures, arrivals and difference of the airports where departures and
   * arrivals differ most; none where they are equal everywhere.
   */
  static Stream<IndicatorRow> mostUneven(Slot slot, List<Flight> flights) {
    Map<String, AirportTraffic> airports = new HashMap<>();
    for (Flight flight : flights) {
      String from = flight.getOriginIata();
      if (from != null) {
        at(airports, from, flight.getOriginName()).departures++;
      }
      String to = flight.getDestinationIata();
      if (to != null) {
        at(airports, to, flight.getDestinationName()).arrivals++;
      }
    }
    long greatest =
        airports.values().stream().mapToLong(AirportTraffic::difference).max().orElse(0);
    return airports.values().stream()
        .filter(airport -> greatest > 0 && airport.difference() == greatest)
        .map(
            airport ->
                IndicatorRow.of(
                    slot,
                    airport.iata,
                    airport.name,
                    airport.departures,
                    airport.arrivals,
                    greatest));
  }

  private static AirportTraffic at(
      Map<String, AirportTraffic> airports, String iata, @Nullable String name) {
    AirportTraffic airport = airports.computeIfAbsent(iata, AirportTraffic::new);
    if (name != null && (airport.name == null || name.compareTo(airport.name) < 0)) {
      airport.name = name;
    }
    return airport;
  }

  private long difference() {
    return Math.abs(departures - arrivals);
  }
}
