package io.lakebeam.flights;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The name of each airline; the first in the alphabet where a slot has several. */
final class AirlineNames {
  private final Map<String, String> names = new HashMap<>();

  private AirlineNames() {}

  static AirlineNames of(List<Flight> flights) {
    AirlineNames names = new AirlineNames();
    for (Flight flight : flights) {
      String icao = flight.getAirlineIcao();
      String name = flight.getAirlineName();
      if (icao != null && name != null) {
        names.names.merge(icao, name, (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
    }
    return names;
  }

  @Nullable String of(String icao) {
    return names.get(icao);
  }
}
