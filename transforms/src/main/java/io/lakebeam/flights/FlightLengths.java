package io.lakebeam.flights;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Sum and number of the distances of some flights. */
final class FlightLengths {
  private long centikilometers;
  private long flights;

  private FlightLengths() {}

  /** Rows of continent of origin, mean in hundredths of a kilometre, and number of flights. */
  static Stream<IndicatorRow> byContinent(Slot slot, List<Flight> flights) {
    Map<String, FlightLengths> lengths = new HashMap<>();
    for (Flight flight : flights) {
      String continent = flight.getOriginContinent();
      Long distance = flight.getDistanceCentikilometers();
      if (continent != null && distance != null) {
        lengths.computeIfAbsent(continent, absent -> new FlightLengths()).add(distance);
      }
    }
    return lengths.entrySet().stream()
        .map(
            entry ->
                IndicatorRow.of(
                    slot, entry.getKey(), entry.getValue().mean(), entry.getValue().flights));
  }

  private void add(long distance) {
    centikilometers += distance;
    flights++;
  }

  /** Rounded once, half to even. */
  private long mean() {
    return BigDecimal.valueOf(centikilometers)
        .divide(BigDecimal.valueOf(flights), 0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }
}
